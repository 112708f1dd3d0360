"""The rule that found each tag and how far it can be trusted, and how many measures a text says.

What was read before this has the confidence of a rule that nobody measured, until it is read
again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

# Speakers and measures had their rule before.
NO_RULE = ("quotes", "figures", "earlier")
TAGS = ("speakers", "measures", *NO_RULE)
OCCASION = ("event", "date", "place")
UNMEASURED = "0.5"


def upgrade() -> None:
    """Add the columns."""
    for table in NO_RULE:
        op.add_column(table, _rule("rule"))
    for table in TAGS:
        op.add_column(table, _confidence("confidence"))
    for name in OCCASION:
        op.add_column("articles", _rule(f"{name}_rule"))
        op.add_column("articles", _confidence(f"{name}_confidence"))
    op.add_column("articles", sa.Column("announced", sa.Integer, nullable=True))


def downgrade() -> None:
    """Drop the columns."""
    op.drop_column("articles", "announced")
    for name in reversed(OCCASION):
        op.drop_column("articles", f"{name}_confidence")
        op.drop_column("articles", f"{name}_rule")
    for table in TAGS:
        op.drop_column(table, "confidence")
    for table in NO_RULE:
        op.drop_column(table, "rule")


def _rule(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _confidence(name: str) -> sa.Column[float]:
    return sa.Column(name, sa.Double, nullable=False, server_default=UNMEASURED)
