"""What is crawled: sources, their items, the pages fetched."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "sources",
    "frontier",
    "pages",
    "rejections",
)

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables, those first that others refer to."""
    _create_sources()
    _create_frontier()
    _create_pages()
    _create_rejections()


def downgrade() -> None:
    """Drop the tables, and all that is in them."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_sources() -> None:
    op.create_table(
        "sources",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("first_crawl_at", INSTANT, nullable=False),
        sa.Column("baseline_at", INSTANT),
        sa.Column("last_crawl_at", INSTANT),
        sa.Column("last_ok_at", INSTANT),
        sa.Column("last_error", sa.Text),
        sa.Column("failures_in_row", sa.Integer, nullable=False),
        sa.Column("last_listed", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_sources"),
    )


def _create_frontier() -> None:
    op.create_table(
        "frontier",
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("published_at", INSTANT),
        sa.Column("modified", sa.Text),
        sa.Column("first_seen_at", INSTANT, nullable=False),
        sa.Column("settled", sa.Boolean, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("due_at", INSTANT),
        sa.Column("checked_at", INSTANT),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("rechecks", sa.Integer, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("fetched_modified", sa.Text),
        sa.Column("last_status", sa.Integer),
        sa.Column("last_error", sa.Text),
        sa.PrimaryKeyConstraint("source", "key", name="pk_frontier"),
        sa.CheckConstraint("state IN ('due', 'held', 'gone', 'refused')", name="ck_frontier_state"),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name="fk_frontier_source"),
    )
    op.create_index("ix_frontier_source_due_at", "frontier", ["source", "due_at"])


def _create_pages() -> None:
    op.create_table(
        "pages",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("fetched_at", INSTANT, nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("warc_file", sa.Text, nullable=False),
        sa.Column("warc_offset", sa.BigInteger, nullable=False),
        sa.Column("warc_length", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pages"),
        sa.UniqueConstraint("source", "key", "digest", name="uq_pages_source_key_digest"),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name="fk_pages_source"),
    )
    op.create_index("ix_pages_warc_file", "pages", ["warc_file"])


def _create_rejections() -> None:
    op.create_table(
        "rejections",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("page_id", sa.Integer),
        sa.Column("warc_file", sa.Text),
        sa.Column("warc_offset", sa.BigInteger),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rejections"),
        sa.UniqueConstraint("page_id", name="uq_rejections_page_id"),
        sa.UniqueConstraint("warc_file", "warc_offset", name="uq_rejections_warc_file_warc_offset"),
        sa.CheckConstraint(
            "page_id IS NOT NULL OR (warc_file IS NOT NULL AND warc_offset IS NOT NULL)",
            name="ck_rejections_place",
        ),
        sa.ForeignKeyConstraint(
            ["page_id"], ["pages.id"], name="fk_rejections_page_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_rejections_at", "rejections", ["at"])
