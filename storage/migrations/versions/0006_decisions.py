"""What was decided by hand: corrections, and what is to be forgotten for good."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "corrections",
        sa.Column("statement_id", sa.Integer, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("statement_id", "field", name="pk_corrections"),
        sa.CheckConstraint(
            "field IN ('speaker', 'post', 'org', 'event', 'date', 'place')",
            name="ck_corrections_field",
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statements.id"],
            name="fk_corrections_statement_id",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "tombstones",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("swept", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_tombstones"),
    )


def downgrade() -> None:
    """Drop the tables, and all that is in them."""
    op.drop_table("tombstones")
    op.drop_table("corrections")
