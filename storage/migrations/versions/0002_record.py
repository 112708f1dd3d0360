"""What is on record: articles, statements, and the alerts that they cause."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    "articles",
    "statements",
    "reports",
    "alerts",
)

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables, those first that others refer to."""
    _create_articles()
    _index_articles()
    _create_statements()
    _create_reports()
    _create_alerts()


def downgrade() -> None:
    """Drop the tables, and all that is in them."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("page_id", sa.Integer, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("lang", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("author", sa.Text),
        sa.Column("site", sa.Text),
        sa.Column("published_at", INSTANT),
        sa.Column("published_rule", sa.Text),
        sa.Column("dates", sa.JSON, nullable=False),
        sa.Column("original_url", sa.Text),
        sa.Column("original_name", sa.Text),
        sa.Column("text_digest", sa.Text, nullable=False),
        sa.Column("signature", sa.JSON, nullable=False),
        sa.Column("sketch", sa.JSON, nullable=False),
        sa.Column("is_statement", sa.Boolean, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        *_occasion(),
        sa.Column("reader_version", sa.Integer, nullable=False),
        sa.Column("stored_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.UniqueConstraint("source", "key", name="uq_articles_source_key"),
        sa.CheckConstraint(
            "precision IN ('day', 'monthday', 'range', 'none')", name="ck_articles_precision"
        ),
        sa.ForeignKeyConstraint(["source"], ["sources.name"], name="fk_articles_source"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name="fk_articles_page_id"),
    )


def _occasion() -> list[sa.Column[Any]]:
    return [
        sa.Column("event", sa.Text),
        sa.Column("hosts", sa.JSON, nullable=False),
        sa.Column("date", sa.Text),
        sa.Column("precision", sa.Text, nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("event_span", sa.JSON),
        sa.Column("date_span", sa.JSON),
        sa.Column("place_span", sa.JSON),
    ]


def _index_articles() -> None:
    op.create_index("ix_articles_page_id", "articles", ["page_id"])
    op.create_index("ix_articles_published_at", "articles", ["published_at"])
    op.create_index("ix_articles_text_digest", "articles", ["text_digest"])


def _create_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("lead_article_id", sa.Integer, nullable=False),
        sa.Column("redirect_to", sa.Integer),
        sa.Column("newness", sa.Text, nullable=False),
        sa.Column("newness_why", sa.Text, nullable=False),
        sa.Column("first_seen_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
        sa.CheckConstraint(
            "newness IN ('new', 'new_date_unknown', 'reprint', 'outside_window', 'baseline', "
            "'backfill', 'not_watched')",
            name="ck_statements_newness",
        ),
        sa.CheckConstraint("redirect_to < id", name="ck_statements_redirect_to_older"),
        sa.ForeignKeyConstraint(
            ["lead_article_id"], ["articles.id"], name="fk_statements_lead_article_id"
        ),
        sa.ForeignKeyConstraint(
            ["redirect_to"], ["statements.id"], name="fk_statements_redirect_to"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_statements_first_seen_at", "statements", ["first_seen_at"])
    op.create_index("ix_statements_lead_article_id", "statements", ["lead_article_id"])
    op.create_index("ix_statements_redirect_to", "statements", ["redirect_to"])


def _create_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("statement_id", sa.Integer, nullable=False),
        sa.Column("rung", sa.Text),
        sa.Column("score", sa.Double),
        sa.Column("reasons", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_reports"),
        sa.CheckConstraint(
            "rung IN ('same page', 'same text', 'same statement')", name="ck_reports_rung"
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name="ck_reports_score"),
        sa.CheckConstraint("(rung IS NULL) = (score IS NULL)", name="ck_reports_match"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_reports_article_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name="fk_reports_statement_id"
        ),
    )
    op.create_index("ix_reports_statement_id", "reports", ["statement_id"])


def _create_alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("statement_id", sa.Integer, nullable=False),
        sa.Column("watch", sa.Text, nullable=False),
        sa.Column("idempotency_key", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("sent_at", INSTANT),
        sa.Column("channel", sa.Text),
        sa.Column("error", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        sa.UniqueConstraint("statement_id", "watch", name="uq_alerts_statement_id_watch"),
        sa.UniqueConstraint("idempotency_key", name="uq_alerts_idempotency_key"),
        sa.CheckConstraint(
            "state IN ('pending', 'sending', 'sent', 'uncertain', 'dead')", name="ck_alerts_state"
        ),
        sa.CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="ck_alerts_sent_at"),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name="fk_alerts_statement_id"),
    )
    op.create_index("ix_alerts_state", "alerts", ["state"])
