"""Which statements on record an article carries, and how articles and statements come together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from flows.text.fingerprint import ONE_TEXT, same_text
from flows.text.match import asked, other_occasion, possible_reprint, same_statement
from flows.text.signals import names_its_day
from storage import repository, resemblances
from storage.candidates import StatementCandidate
from storage.records import Fingerprint, Match, Sketch

BY_HAND = Match("same statement", 1.0, ("decided by hand",))


@dataclass(frozen=True, slots=True)
class Likeness:
    """An article on record, with its statement, that another may repeat, and why."""

    article_id: int
    statement_id: int
    match: Match


@dataclass(frozen=True, slots=True)
class Found:
    """The statements that an article carries, by number: several where it bridges them.

    `candidates` were compared with it. `has_silent_copy`: a copy of it reports nothing yet.
    """

    statements: dict[int, Match]
    candidates: Sequence[StatementCandidate] = ()
    has_silent_copy: bool = False


def find_statements(
    session: Session,
    fingerprint: Fingerprint,
    sketch: Sketch,
    *,
    is_statement: bool,
    but: int | None = None,
) -> Found:
    """The statements on record that an article carries, and what may be like it besides.

    What the article `but` reports is not asked: it is the one that is compared.
    """
    found: dict[int, Match] = {}
    has_silent_copy = False
    for copy in repository.articles_like(session, fingerprint):
        match = same_text(fingerprint, copy.fingerprint)
        if match is None or copy.article_id == but:
            continue
        if copy.statement_id is None:
            has_silent_copy = True
            continue
        if match.score >= ONE_TEXT or not other_occasion(
            sketch, repository.sketch_of(session, copy.article_id)
        ):
            _keep_best(found, copy.statement_id, match)
    candidates: Sequence[StatementCandidate] = ()
    if not found and is_statement:
        # A text that says but "13日" may be dated into another month.
        day = sketch.date if names_its_day(sketch) else None
        candidates = repository.statements_like(session, asked(sketch), day)
        for candidate in candidates:
            # Of a statement that is found, the article with most in common has told why.
            if candidate.statement_id in found or candidate.article_id == but:
                continue
            if match := same_statement(sketch, candidate.sketch):
                found[candidate.statement_id] = match
    if but is not None:
        found = _as_decided(session, but, found)
    return Found(found, candidates, has_silent_copy)


def _as_decided(session: Session, article_id: int, found: dict[int, Match]) -> dict[int, Match]:
    """What a person decided of an article outweighs what is read in it."""
    decided = resemblances.decided(session, article_id)
    by_hand = {number: BY_HAND for number, what in decided.items() if what == "same"}
    return by_hand | {n: match for n, match in found.items() if decided.get(n) != "apart"}


def likeliest(sketch: Sketch, candidates: Iterable[StatementCandidate]) -> Likeness | None:
    """The statement on record that a new one may be a reprint of, though that is not sure."""
    found = [
        Likeness(candidate.article_id, candidate.statement_id, match)
        for candidate in candidates
        if (match := possible_reprint(sketch, candidate.sketch))
    ]
    return max(found, key=lambda each: (each.match.score, -each.article_id), default=None)


def join_all(session: Session, found: Collection[int]) -> int | None:
    """Make one statement of those that an article carries; None if it carries none.

    What a person parted stays apart: the article goes with the older.
    """
    if not found:
        return None
    oldest, *others = sorted(found)
    for other in others:
        if not resemblances.are_apart(session, oldest, other):
            repository.join_statements(session, keep=oldest, gone=other)
    return oldest


def attach_copies(session: Session, statement_id: int, fingerprint: Fingerprint) -> list[int]:
    """Let the same text on record that reports nothing yet report this statement; article ids.

    A copy that was read as no statement may be stored before the article that is one. Copies
    of a copy are taken along, as they would be if they came last.
    """
    attached, waiting = [], [fingerprint]
    while waiting:
        text = waiting.pop()
        for copy in repository.articles_like(session, text):
            match = same_text(text, copy.fingerprint)
            if match and copy.statement_id is None:
                repository.attach(session, copy.article_id, statement_id, match)
                attached.append(copy.article_id)
                waiting.append(repository.fingerprint_of(session, copy.article_id))
    return attached


def _keep_best(found: dict[int, Match], statement_id: int, match: Match) -> None:
    if statement_id not in found or match.score > found[statement_id].score:
        found[statement_id] = match
