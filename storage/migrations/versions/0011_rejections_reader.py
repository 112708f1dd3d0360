"""The version of the reader that refused a page; a later one may make an article of it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what was refused before this is due to be read again."""
    op.add_column(
        "rejections", sa.Column("reader_version", sa.Integer, nullable=False, server_default="0")
    )


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("rejections", "reader_version")
