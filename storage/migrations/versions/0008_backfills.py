"""Backfills: the journal of their walks, the files imported, and what only they have met."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
FLAGS = (("sources", "archive_only"), ("frontier", "archive_only"), ("frontier", "untold"))


def upgrade() -> None:
    """Create the tables and columns; what is on record was met by nightly crawls."""
    op.create_table(
        "walks",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("since", sa.Date, nullable=True),
        sa.Column("until", sa.Date, nullable=True),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_walks"),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name="fk_walks_source"),
    )
    op.create_index("ix_walks_source", "walks", ["source"])
    op.create_table(
        "walk_pages",
        sa.Column("walk_id", sa.Integer, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("next_cursor", sa.Text, nullable=False),
        sa.Column("total", sa.Integer, nullable=True),
        sa.PrimaryKeyConstraint("walk_id", "at", name="pk_walk_pages"),
        sa.ForeignKeyConstraint(
            ["walk_id"], ["walks.id"], name="fk_walk_pages_walk_id", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "imports",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("broken", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_imports"),
    )
    for table, name in FLAGS:
        flag = sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false())
        op.add_column(table, flag)
    op.add_column("frontier", sa.Column("named_at", INSTANT, nullable=True))


def downgrade() -> None:
    """Drop the tables and columns, and all that is in them."""
    op.drop_column("frontier", "named_at")
    for table, name in reversed(FLAGS):
        op.drop_column(table, name)
    for table in ("imports", "walk_pages", "walks"):
        op.drop_table(table)
