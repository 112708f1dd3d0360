"""What is read in an article, and the keys by which it is found again."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    "speakers",
    "measures",
    "quotes",
    "figures",
    "earlier",
    "bands",
    "match_keys",
)


def upgrade() -> None:
    """Create the tables, those first that others refer to."""
    _create_speakers()
    _create_measures()
    _create_quotes()
    _create_figures()
    _create_earlier()
    _create_bands()
    _create_match_keys()


def downgrade() -> None:
    """Drop the tables, and all that is in them."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_speakers() -> None:
    op.create_table(
        "speakers",
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("post", sa.Text),
        sa.Column("org", sa.Text),
        sa.Column("main", sa.Boolean, nullable=False),
        sa.Column("span_start", sa.Integer),
        sa.Column("span_end", sa.Integer),
        sa.Column("rule", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("position", "article_id", name="pk_speakers"),
        sa.CheckConstraint("span_start >= 0 AND span_start <= span_end", name="ck_speakers_span"),
        sa.CheckConstraint(
            "(span_start IS NULL) = (span_end IS NULL)", name="ck_speakers_whole_span"
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_speakers_article_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_speakers_name", "speakers", ["name"])


def _create_measures() -> None:
    op.create_table(
        "measures",
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("head", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("position", "article_id", name="pk_measures"),
        sa.CheckConstraint("span_start >= 0 AND span_start <= span_end", name="ck_measures_span"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_measures_article_id", ondelete="CASCADE"
        ),
    )


def _create_quotes() -> None:
    op.create_table(
        "quotes",
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("speaker", sa.Text),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("position", "article_id", name="pk_quotes"),
        sa.CheckConstraint("span_start >= 0 AND span_start <= span_end", name="ck_quotes_span"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_quotes_article_id", ondelete="CASCADE"
        ),
    )


def _create_figures() -> None:
    op.create_table(
        "figures",
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("what", sa.Text),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("position", "article_id", name="pk_figures"),
        sa.CheckConstraint("span_start >= 0 AND span_start <= span_end", name="ck_figures_span"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_figures_article_id", ondelete="CASCADE"
        ),
    )


def _create_earlier() -> None:
    op.create_table(
        "earlier",
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("speaker", sa.Text),
        sa.Column("event", sa.Text),
        sa.Column("date", sa.Text),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("position", "article_id", name="pk_earlier"),
        sa.CheckConstraint("span_start >= 0 AND span_start <= span_end", name="ck_earlier_span"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_earlier_article_id", ondelete="CASCADE"
        ),
    )


def _create_bands() -> None:
    op.create_table(
        "bands",
        sa.Column("band", sa.Text, nullable=False),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("band", "article_id", name="pk_bands"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_bands_article_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_bands_article_id", "bands", ["article_id"])


def _create_match_keys() -> None:
    op.create_table(
        "match_keys",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("key", "article_id", name="pk_match_keys"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_match_keys_article_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_match_keys_article_id", "match_keys", ["article_id"])
