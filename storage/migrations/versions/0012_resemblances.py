"""Articles that may carry one statement, and what a person decided of them."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "resemblances",
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("other_id", sa.Integer, nullable=False),
        sa.Column("score", sa.Double, nullable=False),
        sa.Column("reasons", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("decision", sa.Text),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("article_id", "other_id", name="pk_resemblances"),
        sa.CheckConstraint("decision IN ('same', 'apart')", name="ck_resemblances_decision"),
        sa.CheckConstraint("other_id < article_id", name="ck_resemblances_later_first"),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name="ck_resemblances_score"),
        sa.CheckConstraint(
            "(decision IS NULL) = (decided_at IS NULL)", name="ck_resemblances_decided"
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_resemblances_article_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["articles.id"], name="fk_resemblances_other_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_resemblances_other_id", "resemblances", ["other_id"])


def downgrade() -> None:
    """Drop the table, and all that is in it."""
    op.drop_table("resemblances")
