"""When complete crawls began and ended: whether a source was looked at since an instant."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table with the last complete crawl of each source."""
    op.create_table(
        "crawls",
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("source", "at", name="pk_crawls"),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name="fk_crawls_source"),
    )
    op.execute(
        "INSERT INTO crawls (source, at, begun_at)"
        " SELECT name, last_ok_at, last_ok_at FROM sources WHERE last_ok_at IS NOT NULL"
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("crawls")
