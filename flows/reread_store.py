"""Articles read anew, stored in the place of what was read in them before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from flows.prepare import Prepared, Refused
from flows.reading_change import UNCHANGED, Difference, difference
from flows.regroup import regroup
from flows.text.statements import READER_VERSION
from storage import repository, rereading, untold
from storage.tombstones import is_forgotten


@dataclass(frozen=True, slots=True)
class Change:
    """What reading a page again came to: `trouble` says why it is kept as it was.

    `was_article`: it gave an article before. The numbers are those of the statement that it
    reported and reports. `is_lost`: it does not stand in the archive where it should.
    """

    source: str
    url: str
    was_article: bool = True
    difference: Difference = UNCHANGED
    statement_before: int | None = None
    statement_after: int | None = None
    trouble: str = ""
    is_lost: bool = False

    @property
    def is_regrouped(self) -> bool:
        """Whether it reports another statement than before, or none any more."""
        return self.statement_before != self.statement_after

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(not self.was_article or self.difference or self.is_regrouped or self.trouble)


@dataclass(frozen=True, slots=True)
class _Saved:
    """An article that was read anew: its change so far, and whether it is matched again."""

    article_id: int
    change: Change
    matched_again: bool
    led: int | None


def store_again(
    session: Session, items: Sequence[tuple[int, Prepared | Refused]], now: datetime, *, every: bool
) -> list[Change]:
    """Store what reading these pages (by id) again gave, in the caller's transaction.

    First all tags, then the grouping, of articles whose tags changed and of those whose leading
    article did; of all if `every`. The items of one statement belong into one call.
    """
    refused, saved = [], []
    for page_id, item in items:
        if is_forgotten(session, item.page.source, item.page.key, item.page.url):
            continue
        if not rereading.is_on_record(session, page_id):
            rereading.mark_read(session, page_id, READER_VERSION)
        elif isinstance(item, Refused):
            refused += _keep(session, page_id, item)
        else:
            saved.append(_save(session, page_id, item, now, every=every))
    for article_id in _to_match(session, saved):
        regroup(session, article_id, now)
    return [*refused, *(_done(session, each) for each in saved)]


def _keep(session: Session, page_id: int, item: Refused) -> list[Change]:
    """Leave a page that gives no article as it stands; told if it gave one before."""
    rereading.mark_read(session, page_id, READER_VERSION)
    held = repository.article_of(session, item.page.source, item.page.key)
    if held is None or held.page_id != page_id:
        return []
    trouble = f"It would give no article any more ({item.rejection.reason}); it is kept."
    number = held.statement_id
    return [Change(item.page.source, item.page.url, True, UNCHANGED, number, number, trouble)]


def _save(session: Session, page_id: int, item: Prepared, now: datetime, *, every: bool) -> _Saved:
    held = repository.article_of(session, item.article.source, item.article.key)
    before = rereading.member(session, held.id) if held else None
    differs = difference(rereading.reading_of(session, held.id) if held else None, item.reading)
    article_id = repository.save_article(
        session,
        held=held,
        page_id=page_id,
        article=item.article,
        fingerprint=item.fingerprint,
        reading=item.reading,
        sketch=item.sketch,
        keys=item.keys,
        match=None,
        statement_id=None,
        reader_version=READER_VERSION,
        now=held.stored_at if held else now,
    )
    compared = rereading.member(session, article_id)
    number = before.statement_id if before else None
    if differs and number is not None:
        # A watch that asks for what is read only now is told by the next crawl.
        untold.mark_untold(session, item.article.source, item.article.key)
    return _Saved(
        article_id,
        Change(item.page.source, item.article.url, held is not None, differs, number),
        matched_again=every or before is None or before != compared,
        led=number if before and (before.is_lead or before.is_first) else None,
    )


def _to_match(session: Session, saved: Iterable[_Saved]) -> list[int]:
    """The articles that are matched again, those that lead a statement first."""
    again = [each for each in saved if each.matched_again]
    ids = [each.article_id for each in again if each.led is not None]
    ids += [each.article_id for each in again if each.led is None]
    for each in again:
        if each.led is not None:
            lead = rereading.member(session, each.article_id)
            ids += [other.article_id for other in rereading.others(session, lead)]
    return list(dict.fromkeys(ids))


def _done(session: Session, saved: _Saved) -> Change:
    number = rereading.member(session, saved.article_id).statement_id
    return replace(saved.change, statement_after=number)
