"""An alert is told through several channels, each with a state and a key of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
STATES = "state IN ('pending', 'sending', 'sent', 'uncertain', 'dead')"
SENT_AT = "(state = 'sent') = (sent_at IS NOT NULL)"


def upgrade() -> None:
    """Part the alerts from how they are told; what was told so far stays told."""
    _set_aside()
    _create_alerts()
    _create_deliveries()
    op.execute(
        "INSERT INTO alerts (statement_id, watch, created_at)"
        " SELECT statement_id, watch, created_at FROM alerts_before ORDER BY id"
    )
    op.execute(
        "INSERT INTO deliveries (alert_id, channel, repeatable, idempotency_key, state, attempts,"
        " sent_at, error) SELECT alerts.id, COALESCE(b.channel, 'terminal'), TRUE,"
        " b.idempotency_key, b.state, 0, b.sent_at, b.error FROM alerts_before AS b"
        " JOIN alerts ON alerts.statement_id = b.statement_id AND alerts.watch = b.watch"
        " ORDER BY b.id"
    )
    op.drop_table("alerts_before")


def downgrade() -> None:
    """One state an alert again: that of its first channel."""
    op.execute("CREATE TABLE deliveries_before AS SELECT * FROM deliveries")
    op.drop_table("deliveries")
    _set_aside()
    _create_alerts(
        sa.Column("idempotency_key", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("sent_at", INSTANT),
        sa.Column("channel", sa.Text),
        sa.Column("error", sa.Text),
        sa.UniqueConstraint("idempotency_key", name="uq_alerts_idempotency_key"),
        sa.CheckConstraint(STATES, name="ck_alerts_state"),
        sa.CheckConstraint(SENT_AT, name="ck_alerts_sent_at"),
    )
    op.create_index("ix_alerts_state", "alerts", ["state"])
    op.execute(
        "INSERT INTO alerts (statement_id, watch, idempotency_key, state, created_at, sent_at,"
        " channel, error) SELECT b.statement_id, b.watch, d.idempotency_key, d.state,"
        " b.created_at, d.sent_at, d.channel, d.error FROM alerts_before AS b"
        " JOIN deliveries_before AS d ON d.alert_id = b.id WHERE d.id = (SELECT MIN(f.id)"
        " FROM deliveries_before AS f WHERE f.alert_id = b.id) ORDER BY b.id"
    )
    op.drop_table("alerts_before")
    op.drop_table("deliveries_before")


def _set_aside() -> None:
    # SQLite cannot drop a column that a constraint names; so the table is made anew.
    op.execute("CREATE TABLE alerts_before AS SELECT * FROM alerts")
    op.drop_table("alerts")


def _create_alerts(*more: sa.Column[object] | sa.Constraint) -> None:
    op.create_table(
        "alerts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("statement_id", sa.Integer, nullable=False),
        sa.Column("watch", sa.Text, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        *more,
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        sa.UniqueConstraint("statement_id", "watch", name="uq_alerts_statement_id_watch"),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name="fk_alerts_statement_id"),
    )


def _create_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("alert_id", sa.Integer, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("repeatable", sa.Boolean, nullable=False),
        sa.Column("idempotency_key", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("next_try_at", INSTANT),
        sa.Column("sent_at", INSTANT),
        sa.Column("error", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.UniqueConstraint("alert_id", "channel", name="uq_deliveries_alert_id_channel"),
        sa.UniqueConstraint("idempotency_key", name="uq_deliveries_idempotency_key"),
        sa.CheckConstraint(STATES, name="ck_deliveries_state"),
        sa.CheckConstraint(SENT_AT, name="ck_deliveries_sent_at"),
        sa.ForeignKeyConstraint(
            ["alert_id"], ["alerts.id"], name="fk_deliveries_alert_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_deliveries_state", "deliveries", ["state"])
