"""Who is told of what is stored, and when that is judged.

A crawl judges a statement when it stores it. A backfill judges nothing: the first crawl that
meets an article of the statement does, as if the backfill had never been.

Two judgements are open, and every article that joins may close them: `backfill`, and, within one
night, `baseline`, since what was there when one source was first crawled may be new by another.
A night is what crawls met when, whichever run stores it: after a kill that may be a second one.

The others are final, because an alert cannot be taken back. So the order of storing decides one
thing only: a statement that is old by one article (`outside_window`: by its own day, or by its
publication where it has none) and new by another is what the one that was stored first says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from flows.alerts.channels import stored
from flows.newness import Met, is_late, judge, judge_again
from flows.watches import EVERYTHING, Watch, matches
from storage import crawls, frontier, leads, outbox, untold
from storage.about import About
from storage.records import Article, Newness, Reading
from storage.reports import Report, reports_of

BY_BACKFILL: tuple[Newness, str] = ("backfill", "stored by a backfill, met by no crawl since")
# Chosen, not measured: what one night brings lies closer together, what the next brings does not.
TOGETHER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which terms a batch is stored: the run's time, how old is new, who is told of it.

    `by_backfill`: a backfill brought the batch, so nobody is told of anything in it.
    `official` are the sources whose article leads a statement.
    """

    now: datetime
    window: timedelta
    watches: tuple[Watch, ...] = (EVERYTHING,)
    by_backfill: bool = False
    official: frozenset[str] = frozenset()


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


def tell(session: Session, report: Report, terms: Terms, *, is_edit: bool = False) -> int:
    """Tell of an article of a statement on record, or keep it until a crawl meets it too.

    Each watch that any article of a new statement answers is alerted once; their number. A
    later reprint counts too while the statement is in the window, so that which article is
    stored first does not decide who is told. `is_edit`: it was on record before.
    """
    if is_silent(session, report.article, terms):
        untold.mark_untold(session, report.article.source, report.article.key)
        return 0
    if _turns(session, report, terms, is_edit=is_edit):
        return tell_of_all(session, report.statement_id, terms)
    return _raise_alerts(session, report.statement_id, [report], terms)


def tell_of_all(session: Session, statement_id: int, terms: Terms) -> int:
    """Tell of every article of a statement that crawls have met; the alerts raised."""
    reports = reports_of(session, statement_id)
    heard = [each for each in reports if not is_silent(session, each.article, terms)]
    return _raise_alerts(session, statement_id, heard, terms)


def tell_of_official(session: Session, statement_id: int, terms: Terms) -> int:
    """Tell that the official text is out where it was told before of reports; alerts raised.

    What one night brings together is told together: the text has to come later than that.
    """
    asking = [watch for watch in terms.watches if watch.official]
    if not asking or terms.by_backfill:
        return 0
    since = leads.official_since(session, statement_id, terms.official)
    told = outbox.told_of(session, statement_id, since - TOGETHER) if since else set()
    return sum(
        outbox.raise_alert(
            session, statement_id, watch.name, stored(watch.tell), terms.now, About("official")
        )
        for watch in asking
        if watch.name in told
    )


def _turns(session: Session, report: Report, terms: Terms, *, is_edit: bool) -> bool:
    """Whether another article closes the judgement of a statement that was left open.

    A page that is edited or dated anew does not make new what was there at the first crawl, and
    no reprint of a later night: only what one night brings has no order.
    """
    so_far, since = untold.judgement(session, report.statement_id)
    article, occasion = report.article, report.reading.occasion
    met = _met(session, article)
    is_open = so_far == "backfill" or (
        so_far == "baseline" and not is_edit and not _is_late(session, report, met)
    )
    if not is_open:
        return False
    code, why = judge_again(article, occasion, met, since, terms.now, terms.window)
    if code != so_far:
        untold.set_newness(session, report.statement_id, code, why)
    return code != so_far


def _is_late(session: Session, report: Report, met: Met) -> bool:
    article = report.article
    night = crawls.night_of(session, report.statement_id, article.source, article.key)
    if night is None:
        return False
    looked_since = crawls.was_crawled(session, article.source, night, met.at)
    return is_late(article, night, looked_since=looked_since)


def _raise_alerts(
    session: Session, statement_id: int, reports: Sequence[Report], terms: Terms
) -> int:
    asking = {
        watch.name: watch
        for report in reports
        for watch in terms.watches
        if matches(watch, report.article, report.reading)
    }
    if not asking or not outbox.is_new(session, statement_id, terms.now - terms.window):
        return 0
    return sum(
        outbox.raise_alert(session, statement_id, watch.name, stored(watch.tell), terms.now)
        for watch in asking.values()
    )


def tell_untold(session: Session, source: str, terms: Terms) -> int:
    """Tell of what backfills stored of a source and its crawls have met; the alerts raised."""
    alerts = 0
    for late in untold.take_untold(session, source):
        alerts += tell(session, late, terms)
        alerts += tell_of_official(session, late.statement_id, terms)
    return alerts


def _met(session: Session, article: Article) -> Met:
    return Met(*frontier.met(session, article.source, article.key))
