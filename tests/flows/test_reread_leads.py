"""An article that was stored later may lead a statement, and reading again may part the two."""

from storage.database import serial
from storage.models import StatementRow
from tests.flows.rereads import HARBOUR, TARN, TOWER, Record, html_page, read_now
from tests.flows.test_reread import record

__all__ = ["record"]


def led_by_the_second(record: Record, text: str) -> None:
    """Store a statement, and an article of that text which an older reader took for a reprint."""
    record.store([html_page("1", HARBOUR, "blog")])
    record.store([html_page("2", text)], older={"2": read_now(HARBOUR)})
    record.join()
    with serial(record.engine) as session:
        session.get_one(StatementRow, 1).lead_article_id = 2
    assert record.statement(1).title == "Notice 2"


def test_the_number_stays_with_the_article_that_was_told_under_it(record: Record) -> None:
    led_by_the_second(record, TARN)
    record.reread()
    parted = max(record.groups())
    assert record.groups() == {1: {"1"}, parted: {"2"}}
    assert record.statement(1).title == "Notice 1"
    assert record.statement(parted).reading == read_now(TARN)
    assert record.next_night("ministry", "blog") == 1
    assert record.alerts() == {1, parted}


def test_a_leading_article_that_is_none_leaves_the_first_one_leading(record: Record) -> None:
    led_by_the_second(record, TOWER)
    record.reread()
    assert record.groups() == {1: {"1"}}
    assert record.statement(1).title == "Notice 1"
    assert record.next_night("ministry", "blog") == 0
    assert record.alerts() == {1}
