"""The words of each article, and the database's own full text index on them."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant
from storage.search_index import position
from storage.search_text import tokens

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# The tokens are cut already: this tokenizer parts at ASCII punctuation and nowhere else. The
# index reads them from the table, and three triggers keep it level with that
# (https://www.sqlite.org/fts5.html#external_content_tables).
SQLITE = (
    """CREATE VIRTUAL TABLE search_index USING fts5(
    tokens, content='search_entries', content_rowid='position', tokenize='ascii')""",
    """CREATE TRIGGER search_entries_added AFTER INSERT ON search_entries BEGIN
    INSERT INTO search_index (rowid, tokens) VALUES (new.position, new.tokens); END""",
    """CREATE TRIGGER search_entries_removed AFTER DELETE ON search_entries BEGIN
    INSERT INTO search_index (search_index, rowid, tokens)
    VALUES ('delete', old.position, old.tokens); END""",
    """CREATE TRIGGER search_entries_changed AFTER UPDATE ON search_entries BEGIN
    INSERT INTO search_index (search_index, rowid, tokens)
    VALUES ('delete', old.position, old.tokens);
    INSERT INTO search_index (rowid, tokens) VALUES (new.position, new.tokens); END""",
)
# Without fastupdate, because a look-up would read the list of what is not yet in the index.
POSTGRESQL = (
    """ALTER TABLE search_entries ADD COLUMN search_index_words tsvector
    GENERATED ALWAYS AS (array_to_tsvector(string_to_array(tokens, ' '))) STORED""",
    """CREATE INDEX search_index ON search_entries
    USING gin (search_index_words) WITH (fastupdate = off)""",
)

ARTICLES = sa.table(
    "articles",
    sa.column("id", sa.Integer),
    sa.column("title", sa.Text),
    sa.column("text", sa.Text),
    sa.column("published_at", Instant),
)


def upgrade() -> None:
    """Create the table and its index, and enter the articles that are on record."""
    entries = op.create_table(
        "search_entries",
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("tokens", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_search_entries"),
        sa.UniqueConstraint("position", name="uq_search_entries_position"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_search_entries_article_id", ondelete="CASCADE"
        ),
    )
    for statement in SQLITE if _is_sqlite() else POSTGRESQL:
        op.execute(statement)
    connection = op.get_bind()
    for article_id in connection.scalars(sa.select(ARTICLES.c.id)).all():
        row = connection.execute(sa.select(ARTICLES).where(ARTICLES.c.id == article_id)).one()
        entry = {
            "article_id": row.id,
            "position": position(row.published_at, row.id),
            "tokens": tokens(row.title, row.text),
        }
        connection.execute(sa.insert(entries).values(entry))


def downgrade() -> None:
    """Drop the table and its index."""
    if _is_sqlite():
        op.execute("DROP TABLE search_index")
    op.drop_table("search_entries")


def _is_sqlite() -> bool:
    return op.get_context().dialect.name == "sqlite"
