"""Who speaks on record, statement by statement; who is one person, the caller decides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from storage.corrections import Corrections, corrected_speakers, corrections
from storage.models import ArticleRow, ReportRow, StatementRow
from storage.records import Speaker
from storage.tag_models import SpeakerRow

# Rows that are held in memory at a time.
BATCH = 1000


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as one article of a statement names them.

    `date` is the statement's ISO day, else the day on which its leading article was published.
    """

    statement_id: int
    name: str | None
    post: str | None
    org: str | None
    date: str | None


def speaker_names(session: Session) -> list[str]:
    """Every name that a speaker has in an article."""
    rows = select(SpeakerRow.name).where(SpeakerRow.name.is_not(None)).distinct()
    return [name for name in session.scalars(rows) if name]


def mentions(session: Session) -> Iterator[Mention]:
    """Every speaker of every article that reports a statement, by statement.

    Of a statement whose speaker was corrected, the speakers of the leading article alone.
    """
    rows = session.execute(
        select(
            ReportRow.statement_id,
            (ArticleRow.id == StatementRow.lead_article_id).label("is_lead"),
            ArticleRow.date, ArticleRow.published_at,
            SpeakerRow.name, SpeakerRow.post, SpeakerRow.org, SpeakerRow.main,
        )
        .join(ArticleRow, ArticleRow.id == ReportRow.article_id)
        .join(StatementRow, StatementRow.id == ReportRow.statement_id)
        .outerjoin(SpeakerRow, SpeakerRow.article_id == ArticleRow.id)
        .order_by(
            ReportRow.statement_id,
            ArticleRow.id != StatementRow.lead_article_id, ArticleRow.id, SpeakerRow.position,
        )
        .execution_options(yield_per=BATCH)
    )  # fmt: skip
    decided = corrections(session)
    for statement_id, group in groupby(rows, lambda row: row.statement_id):
        yield from _of_statement(statement_id, list(group), decided.get(statement_id, {}))


def _of_statement(
    statement_id: int, rows: Sequence[Row[*tuple[object, ...]]], changes: Corrections
) -> Iterator[Mention]:
    date = changes["date"] if "date" in changes else _date(rows[0].date, rows[0].published_at)
    leading = [row for row in rows if row.is_lead]
    by_hand = corrected_speakers(_speakers(leading), changes)
    is_corrected = by_hand != _speakers(leading)
    for speaker in by_hand if is_corrected else _speakers(rows):
        if speaker.name or speaker.org:
            yield Mention(statement_id, speaker.name, speaker.post, speaker.org, date or None)


def _speakers(rows: Sequence[Row[*tuple[object, ...]]]) -> tuple[Speaker, ...]:
    return tuple(
        Speaker(row.name, row.post, row.org, row.main) for row in rows if row.main is not None
    )


def _date(said: str | None, published_at: datetime | None) -> str | None:
    if said and len(said) == len("2031-05-04") and said[0] != "-":
        return said
    return f"{published_at:%Y-%m-%d}" if published_at else None
