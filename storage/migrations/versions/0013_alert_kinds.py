"""An alert tells that a statement is new, that its official text is out, or that it is edited."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
STATES = "state IN ('pending', 'sending', 'sent', 'uncertain', 'dead')"
SENT_AT = "(state = 'sent') = (sent_at IS NOT NULL)"
NAME = "uq_alerts_statement_id_watch"


def upgrade() -> None:
    """Let there be more than one alert a statement and watch; those there are tell of new ones."""
    _set_aside()
    _create(
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("changes", sa.JSON(none_as_null=True), nullable=False),
        sa.CheckConstraint("kind IN ('new', 'change', 'official')", name="ck_alerts_kind"),
        sa.UniqueConstraint(
            "statement_id", "watch", "kind", "version", name=f"{NAME}_kind_version"
        ),
    )
    _bring_back(
        "INSERT INTO alerts (id, statement_id, watch, created_at, kind, version, changes)"
        " SELECT id, statement_id, watch, created_at, 'new', 0, '[]' FROM alerts_before ORDER BY id"
    )


def downgrade() -> None:
    """One alert a statement and watch again: that it is new."""
    _set_aside()
    _create(sa.UniqueConstraint("statement_id", "watch", name=NAME))
    _bring_back(
        "INSERT INTO alerts (id, statement_id, watch, created_at)"
        " SELECT id, statement_id, watch, created_at FROM alerts_before"
        " WHERE kind = 'new' ORDER BY id"
    )


def _set_aside() -> None:
    # SQLite cannot change a constraint; and deliveries would go with the alerts' table.
    op.execute("CREATE TABLE deliveries_before AS SELECT * FROM deliveries")
    op.drop_table("deliveries")
    op.execute("CREATE TABLE alerts_before AS SELECT * FROM alerts")
    op.drop_table("alerts")


def _bring_back(alerts: str) -> None:
    op.execute(alerts)
    op.execute(
        "INSERT INTO deliveries (id, alert_id, channel, repeatable, idempotency_key, state,"
        " attempts, next_try_at, sent_at, error)"
        " SELECT id, alert_id, channel, repeatable, idempotency_key, state,"
        " attempts, next_try_at, sent_at, error FROM deliveries_before"
        " WHERE alert_id IN (SELECT id FROM alerts) ORDER BY id"
    )
    for table in ("deliveries", "alerts"):
        op.drop_table(f"{table}_before")
        if op.get_bind().dialect.name == "postgresql":
            # Numbers that were brought along do not advance the one that is given next.
            _give_next(table)


def _give_next(table: str) -> None:
    rows = sa.table(table, sa.column("id", sa.Integer))
    last = sa.select(sa.func.coalesce(sa.func.max(rows.c.id), 0)).scalar_subquery()
    sequence = sa.func.pg_get_serial_sequence(table, "id")
    op.execute(sa.select(sa.func.setval(sequence, last + 1, sa.false())))


def _create(*more: sa.Column[object] | sa.Constraint) -> None:
    op.create_table(
        "alerts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("statement_id", sa.Integer, nullable=False),
        sa.Column("watch", sa.Text, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        *more,
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name="fk_alerts_statement_id"),
    )
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
