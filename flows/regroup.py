"""Which statement an article reports once it was read anew, as if it came to the record now.

The article that a statement began with stays with it, so that what was told under a number
stays there; another goes where it belongs, even if it leads. Of two statements that prove one,
the older number stays and the other redirects. Nobody is alerted: what a crawl has met is judged
at the end of its source's next crawl, as what a backfill stored is.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from flows.grouping import attach_copies, find_statements, join_all
from flows.text.fingerprint import ONE_TEXT, same_text
from flows.text.match import other_occasion, same_statement
from storage import leads, repository, rereading, resemblances, untold
from storage.records import Match, Newness
from storage.rereading import Member
from storage.statements import resolve

READ_ANEW: tuple[Newness, str] = ("backfill", "found by reading again, met by no crawl since")


def regroup(session: Session, article_id: int, now: datetime) -> None:
    """Let an article whose tags are stored report what it carries, or nothing."""
    it = rereading.member(session, article_id)
    found = find_statements(
        session, it.fingerprint, it.sketch, is_statement=it.is_statement, but=article_id
    ).statements
    held = it.statement_id
    # Candidates are bounded, and those that it was grouped with may not be among them.
    is_apart = resemblances.decided(session, article_id).get(held or 0) == "apart"
    if held is not None and not is_apart and held not in found:
        match = _match_within(session, it)
        found |= {held: match} if match else {}
    if held is not None and (held in found or it.is_first):
        join_all(session, {held, *found})
        number: int | None = resolve(session, held)
    else:
        number = _place(session, it, found, now)
    if number is None or not _settle(session, it, number, found):
        return
    for copy in attach_copies(session, number, it.fingerprint):
        other = rereading.member(session, copy)
        untold.mark_untold(session, other.source, other.key)


def _match_within(session: Session, it: Member) -> Match | None:
    """Why it belongs with another article of its statement, if it does."""
    for other in rereading.others(session, it):
        match = same_text(it.fingerprint, other.fingerprint)
        if match and match.score < ONE_TEXT and other_occasion(it.sketch, other.sketch):
            match = None
        if match is None and it.is_statement:
            match = same_statement(it.sketch, other.sketch)
        if match is not None:
            return match
    return None


def _place(session: Session, it: Member, found: Mapping[int, Match], now: datetime) -> int | None:
    """Put an article that began nothing to the statements that it carries, or begin one."""
    if it.statement_id is not None:
        if it.is_lead:
            leads.hand_on(session, it.statement_id, [it.article_id])
        rereading.detach(session, it.article_id)
    number = join_all(session, found)
    if number is None and it.is_statement:
        code, why = READ_ANEW
        number = repository.new_statement(
            session, lead_article_id=it.article_id, newness=code, why=why, now=now
        )
    if number is not None:
        untold.mark_untold(session, it.source, it.key)
    return number


def _settle(session: Session, it: Member, number: int, found: Mapping[int, Match]) -> bool:
    """Let an article that is a statement lead; a statement without any goes, unless it is held.

    Whether the article reports the statement in the end.
    """
    lead = rereading.member(session, rereading.lead_of(session, number))
    if not lead.is_statement and not leads.hand_on(
        session, number, [lead.article_id], must_state=True
    ):
        if rereading.is_held(session, number):
            return True
        leads.remove_statement(session, number)
        return False
    stays = it.is_first and it.is_statement and number == it.statement_id
    if stays or rereading.lead_of(session, number) == it.article_id:
        return True
    if not found:
        rereading.detach(session, it.article_id)
        return False
    best = max(found.values(), key=lambda match: match.score)
    repository.attach(session, it.article_id, number, best)
    return True
