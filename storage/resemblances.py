"""Pairs of articles that may carry one statement: noted, shown to a person, decided by hand.

A decision is kept for the articles, so that it outlives reading them again and whatever
statements they come to report.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, aliased

from storage.columns import put
from storage.decision_models import ResemblanceRow
from storage.models import ArticleRow, ReportRow, StatementRow
from storage.records import Match
from storage.statements import resolve

Decision = Literal["same", "apart"]
# Between why a statement is taken for new and which one it may repeat all the same.
POSSIBLY = "; possibly a reprint of "

_one, _other = aliased(ReportRow), aliased(ReportRow)
_REPORTED = (
    select(ResemblanceRow, _one.statement_id.label("one"), _other.statement_id.label("other"))
    .join(_one, _one.article_id == ResemblanceRow.article_id)
    .join(_other, _other.article_id == ResemblanceRow.other_id)
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement that may be a reprint of an earlier one, with the reasons."""

    statement_id: int
    title: str
    of_statement_id: int
    of_title: str
    score: float
    reasons: tuple[str, ...]


def note(session: Session, article_id: int, other_id: int, match: Match) -> None:
    """Let a pair of articles wait for a person, unless it is known already."""
    later, earlier = max(article_id, other_id), min(article_id, other_id)
    if session.get(ResemblanceRow, (later, earlier)) is None:
        values = {"score": match.score, "reasons": list(match.reasons)}
        put(session, ResemblanceRow, {"article_id": later, "other_id": earlier, **values})


def waiting(session: Session) -> list[Waiting]:
    """The pairs of statements that wait, the likeliest first."""
    rows = session.execute(
        _REPORTED.where(
            ResemblanceRow.decision.is_(None), _one.statement_id != _other.statement_id
        ).order_by(ResemblanceRow.score.desc(), ResemblanceRow.article_id)
    ).all()
    titles = _titles(session, {number for row in rows for number in (row.one, row.other)})
    shown: dict[frozenset[int], Waiting] = {}
    for row, one, other in rows:
        later, earlier = max(one, other), min(one, other)
        pair = Waiting(
            later, titles[later], earlier, titles[earlier], row.score, tuple(row.reasons)
        )
        shown.setdefault(frozenset((one, other)), pair)
    return list(shown.values())


def _titles(session: Session, ids: Collection[int]) -> dict[int, str]:
    rows = session.execute(
        select(StatementRow.id, ArticleRow.title)
        .join(ArticleRow, ArticleRow.id == StatementRow.lead_article_id)
        .where(StatementRow.id.in_(ids))
    )
    return {row.id: row.title for row in rows}


def decide(
    session: Session, articles: Sequence[int], others: Sequence[int], what: Decision, now: datetime
) -> None:
    """Keep that each of these articles says the same as, or something else than, each other."""
    for article_id in articles:
        for other_id in others:
            later, earlier = max(article_id, other_id), min(article_id, other_id)
            row = session.get(ResemblanceRow, (later, earlier))
            if row is None:
                row = ResemblanceRow(article_id=later, other_id=earlier, score=0.0, reasons=[])
                session.add(row)
            row.decision, row.decided_at = what, now
    session.flush()


def decided(session: Session, article_id: int) -> dict[int, Decision]:
    """What was decided of an article, by the statement on the other side; "apart" weighs more."""
    found: dict[int, Decision] = {}
    for mine, theirs, statement in (
        (ResemblanceRow.article_id, ResemblanceRow.other_id, _other.statement_id),
        (ResemblanceRow.other_id, ResemblanceRow.article_id, _other.statement_id),
    ):
        rows = session.execute(
            select(ResemblanceRow.decision, statement)
            .join(_other, _other.article_id == theirs)
            .where(mine == article_id, ResemblanceRow.decision.is_not(None))
        )
        for decision, number in rows:
            if decision == "apart" or number not in found:
                found[number] = "apart" if decision == "apart" else "same"
    return found


def are_apart(session: Session, one: int, other: int) -> bool:
    """Whether a person parted two statements by any of their articles."""
    first, second = resolve(session, one), resolve(session, other)
    found = _REPORTED.where(ResemblanceRow.decision == "apart", _between(first, second)).limit(1)
    return session.execute(found).first() is not None


def _between(one: int, other: int) -> ColumnElement[bool]:
    return or_(
        and_(_one.statement_id == one, _other.statement_id == other),
        and_(_one.statement_id == other, _other.statement_id == one),
    )
