"""What a statement's body said before of its measures, and the earlier statements it mentions.

Computed when it is shown, from what is on record by then; nothing of it is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from flows.text.lineage import Lineage, Said, lineage
from flows.text.mentioned import meant, subject_keys, who
from storage.history_queries import SaidBefore, said_between
from storage.records import Earlier, Speaker
from storage.views import StatementView

# How far back measures are held against what the body said.
MOST_STATEMENTS = 20
YEARS_BACK = timedelta(days=3 * 365)
# Yesterday's statement may be published days after today's.
LATE = timedelta(days=3)
BEGINNING = datetime(1949, 10, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class History:
    """The lineage of a statement's measures; for each earlier statement mentioned, its record.

    `body` is whose earlier statements were compared, None where no body speaks.
    """

    body: str | None
    lineage: Lineage
    earlier: tuple[SaidBefore | None, ...]


def history(session: Session, statement: StatementView) -> History:
    """What is on record of what was said before."""
    day = _day(statement)
    main = statement.reading.main_speaker
    body = main.org if main else None
    lang = statement.articles[0].lang
    before = _before(session, statement, day, Speaker(None, None, body), None, YEARS_BACK)
    said = [Said(s.statement_id, s.day, s.lang, s.reading.measures) for s in before]
    mentioned = tuple(
        _mentioned(session, statement, day, each) for each in statement.reading.earlier
    )
    return History(body, lineage(statement.reading.measures, lang, said), mentioned)


def _day(statement: StatementView) -> date:
    """The statement's day, or that on which it was first published, or first seen."""
    said = statement.reading.occasion.date or ""
    if len(said) == len("2031-05-04") and said[0] != "-":
        try:
            return date.fromisoformat(said)
        except ValueError:
            pass
    published = [each.published_at for each in statement.articles if each.published_at]
    return min(published, default=statement.first_seen_at).date()


def _before(
    session: Session,
    statement: StatementView,
    day: date,
    speaker: Speaker,
    said_on: str | None,
    back: timedelta | None,
) -> list[SaidBefore]:
    """The latest statements of a speaker on days before, the statement itself left out."""
    noon = datetime(day.year, day.month, day.day, tzinfo=UTC)
    found = said_between(
        session,
        subject_keys(speaker, said_on),
        noon - back if back else BEGINNING,
        noon + LATE,
        lang=statement.articles[0].lang,
        most=2 * MOST_STATEMENTS,
    )
    others = (s for s in found if s.statement_id != statement.id and s.day < day.isoformat())
    return sorted(others, key=lambda s: s.day, reverse=True)[:MOST_STATEMENTS]


def _mentioned(
    session: Session, statement: StatementView, day: date, earlier: Earlier
) -> SaidBefore | None:
    speaker = who(earlier, statement.reading.main_speaker)
    found = _before(session, statement, day, speaker, earlier.date, None)
    rows = [(s.statement_id, s.day, s.lang, s.reading) for s in found]
    number = meant(earlier, speaker, statement.articles[0].lang, rows)
    return next((s for s in found if s.statement_id == number), None)
