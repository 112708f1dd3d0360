"""Pages to articles to statements: what one closed spool file adds to the record.

Reading is done by many processes before; everything that compares and stores is one short
serial section, so that concurrency and order change nothing that matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from flows.edited import edit_of, tell_of_edit
from flows.grouping import Found, attach_copies, find_statements, join_all, likeliest
from flows.prepare import Prepared, Refused
from flows.summary import Tally
from flows.telling import Terms, first_judgement, tell, tell_of_all, tell_of_official, tell_untold
from flows.text.statements import READER_VERSION
from spiders.spool import Broken
from storage import frontier, journal, leads, repository, resemblances
from storage.crawled import Outcome, WarcPlace
from storage.items import recall_items
from storage.records import Match, Rejection
from storage.reports import Report, report_of
from storage.tombstones import turn_away

SAME_PAGE = Match("same page", 1.0, ("the same page, fetched again",))


def store_batch(
    session: Session,
    items: Sequence[Prepared | Refused],
    outcomes: Iterable[Outcome],
    terms: Terms,
) -> dict[str, Tally]:
    """Store one batch in the caller's transaction; what it came to, by source.

    A batch that was stored before changes nothing. What a crawl says of its end is applied
    last, because it makes what came before it the baseline; then what a backfill had stored
    and the crawl has met is told of.
    """
    tallies: dict[str, Tally] = {}
    ends = []
    recall_items(session, [(item.page.source, item.page.key) for item in items])
    for outcome in outcomes:
        if outcome.kind in ("crawled", "source_failed"):
            ends.append(outcome)
        elif outcome.kind == "walked":
            journal.note_page(session, outcome)
        else:
            frontier.apply_outcome(session, outcome, by_backfill=terms.by_backfill)
            tallies.setdefault(outcome.source, Tally()).failures += outcome.kind == "failed"
    for item in sorted(items, key=_order):
        tally = tallies.setdefault(item.page.source, Tally())
        _store_item(session, item, terms, tally)
    for outcome in ends:
        frontier.apply_outcome(session, outcome)
        if late := tell_untold(session, outcome.source, terms):
            tallies.setdefault(outcome.source, Tally()).alerts += late
    return tallies


def reject_broken(session: Session, file: str, record: Broken, now: datetime) -> None:
    """Keep why a record of a spool file gave no page."""
    place = WarcPlace(file, record.offset, 0)
    rejection = Rejection("", "", "", f"a broken record of {file}: {record.reason}")
    repository.reject(session, rejection, place, now)


def _order(item: Prepared | Refused) -> tuple[datetime, str, str, datetime]:
    page = item.page
    published = item.article.published_at if isinstance(item, Prepared) else None
    return published or page.fetched_at, page.source, page.key, page.fetched_at


def _store_item(session: Session, item: Prepared | Refused, terms: Terms, tally: Tally) -> None:
    if turn_away(session, item.page.source, item.page.key, item.page.url):
        return
    frontier.page_fetched(session, item.page, by_backfill=terms.by_backfill)
    stored = repository.store_page(session, item.page)
    if not stored.is_new:
        return
    tally.pages += 1
    if isinstance(item, Refused):
        repository.reject(session, item.rejection, stored.id, terms.now, READER_VERSION)
        tally.rejections += 1
        return
    _store_article(session, item, stored.id, terms, tally)


def _store_article(
    session: Session, item: Prepared, page_id: int, terms: Terms, tally: Tally
) -> None:
    before = repository.article_of(session, item.article.source, item.article.key)
    if before is not None and before.statement_id is not None:
        # An edited page goes on carrying the statement that it carried.
        like = Found({before.statement_id: SAME_PAGE}, has_silent_copy=True)
    else:
        like = find_statements(
            session, item.fingerprint, item.sketch, is_statement=item.reading.is_statement
        )
    found = like.statements
    statement_id = join_all(session, found)
    edit = edit_of(session, before, item, terms)
    match = max(found.values(), key=lambda match: match.score, default=None)
    article_id = _save(session, item, before, page_id, statement_id, match, terms)
    tally.articles += before is None
    if before is None and statement_id is not None:
        tally.reprints += 1
    if statement_id is None and item.reading.is_statement:
        statement_id = _record_statement(session, item, article_id, like, terms)
        tally.statements += 1
    if statement_id is None:
        return
    report = Report(item.article, item.reading, statement_id)
    tally.alerts += tell(session, report, terms, is_edit=before is not None)
    if len(found) > 1:
        tally.alerts += tell_of_all(session, statement_id, terms)
    if like.has_silent_copy:
        _take_copies(session, item, statement_id, terms, tally)
    leads.choose(session, statement_id, terms.official)
    tally.alerts += tell_of_official(session, statement_id, terms)
    if edit is not None:
        tally.alerts += tell_of_edit(session, edit, item, page_id, terms)


def _save(
    session: Session,
    item: Prepared,
    held: repository.StoredArticle | None,
    page_id: int,
    statement_id: int | None,
    match: Match | None,
    terms: Terms,
) -> int:
    return repository.save_article(
        session,
        held=held,
        page_id=page_id,
        article=item.article,
        fingerprint=item.fingerprint,
        reading=item.reading,
        sketch=item.sketch,
        keys=item.keys,
        match=match,
        statement_id=statement_id,
        reader_version=READER_VERSION,
        now=terms.now,
    )


def _take_copies(
    session: Session, item: Prepared, statement_id: int, terms: Terms, tally: Tally
) -> None:
    for copy in attach_copies(session, statement_id, item.fingerprint):
        tally.reprints += 1
        tally.alerts += tell(session, report_of(session, copy), terms)


def _record_statement(
    session: Session, item: Prepared, article_id: int, found: Found, terms: Terms
) -> int:
    code, why = first_judgement(session, item.article, item.reading, terms)
    like = likeliest(item.sketch, found.candidates)
    if like is not None:
        reasons = "; ".join(like.match.reasons)
        why = f"{why}{resemblances.POSSIBLY}#{like.statement_id} ({reasons})"
        resemblances.note(session, article_id, like.article_id, like.match)
    return repository.new_statement(
        session, lead_article_id=article_id, newness=code, why=why, now=terms.now
    )
