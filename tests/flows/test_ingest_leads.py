"""Which article leads a statement: the official one, or else the earliest, in any order."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from flows.ingest import store_batch
from flows.prepare import Prepared
from flows.telling import Terms
from flows.text.match import keys, sketch
from storage import alert_queries, outbox, queries
from storage.database import reading, serial
from tests.flows.prepared import (
    DAY,
    HARBOUR,
    HOUR,
    NOTHING,
    NOW,
    PLAN,
    RETOLD,
    page,
    prepared,
)
from tests.flows.test_ingest import END, MIDDLE, START, baseline, statement, store

OFFICIAL = frozenset({"ministry"})
TERMS = Terms(NOW, timedelta(days=14), official=OFFICIAL)


def told(source: str, key: str, text: str, post: str, published: timedelta | None) -> Prepared:
    """An article whose main speaker has a post of its own, so that the lead shows in the tags."""
    speaker = replace(HARBOUR.speakers[0], post=post)
    tags = replace(HARBOUR, speakers=(speaker,))
    made = prepared(source, key, text, tags)
    at = None if published is None else NOW - DAY + published
    article = replace(made.article, published_at=at)
    compared = sketch(article, tags)
    return replace(made, article=article, sketch=compared, keys=keys(compared))


ARTICLES = (
    told("blog", "a", PLAN, "Minister", timedelta(0)),
    told("paper", "b", RETOLD, "Minister for Harbours", -HOUR),
    told("agency", "c", f"{PLAN} So the agency.", "Harbour Minister", None),
    told("agency", "d", f"{RETOLD} So it said.", "Head of Harbours", -HOUR),
    prepared("paper", "e", f"{PLAN} The end.", NOTHING, NOW - DAY),
)
MINISTRY = told("ministry", "m", f"{RETOLD} Published by the ministry.", "The Minister", HOUR)


class UndoneError(Exception):
    """Raised to leave the record as it was."""


def lead(engine: Engine, articles: Sequence[Prepared], size: int) -> tuple[str, str, str | None]:
    """What leads once these are stored in batches of that size: its URL, title and post."""
    found = []
    with suppress(UndoneError), serial(engine) as session:
        for at in range(0, len(articles), size):
            store_batch(session, articles[at : at + size], (), TERMS)
        (line,) = queries.statements(session)
        view = queries.statement(session, line.id)
        main = view.reading.main_speaker
        found.append((view.articles[0].url, view.title, main.post if main else None))
        raise UndoneError
    return found[0]


@given(order=st.permutations(range(len(ARTICLES))), size=st.integers(1, 5))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_earliest_article_leads_in_any_order(
    engine: Engine, order: list[int], size: int
) -> None:
    expected = ("https://agency.example/d", "Title d", "Head of Harbours")
    assert lead(engine, [(*ARTICLES, MINISTRY)[n] for n in order], size) == expected


@given(order=st.permutations(range(len(ARTICLES) + 1)), size=st.integers(1, 6))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_official_article_leads_in_any_order(
    engine: Engine, order: list[int], size: int
) -> None:
    expected = ("https://ministry.example/m", "Title m", "The Minister")
    assert lead(engine, [(*ARTICLES, MINISTRY)[n] for n in order], size) == expected


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_what_a_bridge_joins_is_led_by_the_official_article(
    engine: Engine, order: tuple[int, ...]
) -> None:
    parts = (
        told("blog", "1", START, "Minister", -HOUR),
        told("ministry", "2", END, "The Minister", HOUR),
        told("blog", "3", MIDDLE, "Harbour Minister", None),
    )
    assert lead(engine, [parts[n] for n in order], 1)[0] == "https://ministry.example/2"


def test_a_page_that_is_dated_back_or_anew_leads_by_its_first_fetch(engine: Engine) -> None:
    anew = told("paper", "1", PLAN, "Minister", timedelta(0))
    later = replace(anew.article, published_at=NOW + 9 * DAY)
    first = replace(anew, page=page("paper", "1", NOW - 2 * DAY, PLAN))
    edited = replace(anew, page=page("paper", "1", NOW, "laid out anew"), article=later)
    other = told("blog", "2", RETOLD, "Minister", timedelta(0))
    for order in ([first, edited, other], [other, first, edited]):
        assert lead(engine, order, 1)[0] == "https://paper.example/1"


def test_another_lead_keeps_the_number_and_alerts_nobody_again(engine: Engine) -> None:
    baseline(engine, "blog", "ministry")
    store(engine, [prepared("blog", "1")])
    with serial(engine) as session:
        outbox.mark_sent(session, outbox_ids(session), NOW)
        store_batch(session, [MINISTRY], (), replace(TERMS, now=NOW + HOUR))
    shown = statement(engine)
    assert shown.articles[0].url == "https://ministry.example/m"
    with reading(engine) as session:
        (alert,) = alert_queries.alerts(session)
    assert (alert.statement_id, alert.state) == (shown.id, "sent")


def outbox_ids(session: Session) -> list[int]:
    taken = outbox.take(session, [each.id for each in outbox.due(session, NOW)])
    return [each.id for each in taken]
