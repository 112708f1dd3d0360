"""The migration to more than one kind of alert keeps what is in the outbox."""

from alembic import command
from sqlalchemy import Engine, select

from storage import outbox
from storage.about import About
from storage.alert_models import AlertRow, DeliveryRow
from storage.database import _config, reading, serial, upgrade
from storage.outbox import Channel
from tests.flows.prepared import DAY, NOW, prepared
from tests.flows.test_ingest import baseline, store

MAIL, HOOK = Channel("mail", repeatable=False), Channel("hook", repeatable=True)
CHANGE = About("change", 7, ("post  Minister → Deputy Minister",))


def rows(engine: Engine) -> list[tuple[object, ...]]:
    """Every delivery with all that is known of it and of its alert but the kind."""
    alert = (AlertRow.id, AlertRow.statement_id, AlertRow.watch, AlertRow.created_at)
    held = select(*alert, *DeliveryRow.__table__.columns)
    held = held.join(DeliveryRow, DeliveryRow.alert_id == AlertRow.id).order_by(DeliveryRow.id)
    with reading(engine) as session:
        return [tuple(row) for row in session.execute(held)]


def test_alerts_and_how_far_they_came_outlive_the_migration_both_ways(engine: Engine) -> None:
    baseline(engine, "ministry")
    store(engine, [prepared("ministry", "1")])
    with serial(engine) as session:
        outbox.raise_alert(session, 1, "mine", [MAIL, HOOK], NOW)
        taken = outbox.take(session, [each.id for each in outbox.due(session, NOW)])
        outbox.mark_sent(session, [taken[0].id], NOW)
        outbox.mark_uncertain(session, [taken[1].id], "cut off")
    before = rows(engine)
    assert len(before) == 3
    with serial(engine) as session:
        outbox.raise_alert(session, 1, "mine", [MAIL], NOW + DAY, CHANGE)
    try:
        with engine.begin() as connection:
            config = _config()
            config.attributes["connection"] = connection
            command.downgrade(config, "0012")
    finally:
        upgrade(engine)
    assert rows(engine) == before
    with serial(engine) as session:
        kinds = session.execute(select(AlertRow.kind, AlertRow.version, AlertRow.changes)).all()
        assert {(kind, of, *changes) for kind, of, changes in kinds} == {("new", 0)}
        assert not outbox.raise_alert(session, 1, "mine", [MAIL], NOW)
        assert outbox.raise_alert(session, 1, "mine", [MAIL], NOW, CHANGE)
        assert not outbox.raise_alert(session, 1, "mine", [MAIL], NOW, CHANGE)
    assert rows(engine)[:3] == before
