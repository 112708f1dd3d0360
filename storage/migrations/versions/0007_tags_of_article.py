"""The tags of one article are found without looking at all others."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# Their primary keys begin with the position.
TABLES = ("speakers", "measures", "quotes", "figures", "earlier")


def upgrade() -> None:
    """Create the indexes."""
    for table in TABLES:
        op.create_index(f"ix_{table}_article_id", table, ["article_id"])


def downgrade() -> None:
    """Drop the indexes."""
    for table in TABLES:
        op.drop_index(f"ix_{table}_article_id", table)
