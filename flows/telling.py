"""Who is told of what is stored, and when that is judged.

A crawl judges a statement when it stores it. A backfill judges nothing: the first crawl that
meets an article of the statement does, as if the backfill had never been.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from flows.alerts.channels import stored
from flows.newness import Met, judge, judge_again
from flows.watches import EVERYTHING, Watch, matches
from storage import frontier, outbox, untold
from storage.records import Article, Newness, Reading

BY_BACKFILL: tuple[Newness, str] = ("backfill", "stored by a backfill, met by no crawl since")


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which terms a batch is stored: the run's time, how old is new, who is told of it.

    `by_backfill`: a backfill brought the batch, so nobody is told of anything in it.
    """

    now: datetime
    window: timedelta
    watches: tuple[Watch, ...] = (EVERYTHING,)
    by_backfill: bool = False


def is_silent(session: Session, article: Article, terms: Terms) -> bool:
    """Whether nobody is told of an article: a backfill brought it, or only backfills met it."""
    return terms.by_backfill or frontier.is_archive_only(session, article.source, article.key)


def first_judgement(
    session: Session, article: Article, reading: Reading, terms: Terms
) -> tuple[Newness, str]:
    """Whether a statement that an article brings on record is new, and why."""
    if is_silent(session, article, terms):
        return BY_BACKFILL
    return judge(article, reading.occasion, _met(session, article), terms.now, terms.window)


def tell(
    session: Session, article: Article, reading: Reading, statement_id: int, terms: Terms
) -> int:
    """Tell of one article of a statement on record, or keep it until a crawl meets it too.

    Each watch that any article of a new statement answers is alerted once; their number. A
    later reprint counts too while the statement is in the window, so that which article is
    stored first does not decide who is told.
    """
    if is_silent(session, article, terms):
        untold.mark_untold(session, article.source, article.key)
        return 0
    since = untold.awaits_judgement(session, statement_id)
    if since is not None:
        met = _met(session, article)
        judged = judge_again(article, reading.occasion, met, since, terms.now, terms.window)
        untold.set_newness(session, statement_id, *judged)
    asking = [watch for watch in terms.watches if matches(watch, article, reading)]
    if not asking or not outbox.is_new(session, statement_id, terms.now - terms.window):
        return 0
    return sum(
        outbox.raise_alert(session, statement_id, watch.name, stored(watch.tell), terms.now)
        for watch in asking
    )


def tell_untold(session: Session, source: str, terms: Terms) -> int:
    """Tell of what backfills stored of a source and its crawls have met; the alerts raised."""
    return sum(
        tell(session, late.article, late.reading, late.statement_id, terms)
        for late in untold.take_untold(session, source)
    )


def _met(session: Session, article: Article) -> Met:
    return Met(*frontier.met(session, article.source, article.key))
