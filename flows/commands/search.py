"""`onrecord search`: statements by the words of their articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from flows.commands.database import readable
from flows.settings import Settings
from flows.terminal import print_json, print_lines
from flows.text.names import PART, same_person
from storage.database import reading
from storage.search import Filters, SearchHit, search
from storage.speaker_queries import speaker_names


def search_record(
    words: Sequence[str],
    *,
    limit: int,
    since: datetime | None,
    until: datetime | None,
    lang: str | None,
    speaker: str | None,
    as_json: bool,
) -> int:
    """Print the statements with all of the words; days are whole days of UTC, both included."""
    engine = readable(Settings.from_env())
    try:
        with reading(engine) as session:
            filters = Filters(
                since=since and since.replace(tzinfo=UTC),
                until=until and until.replace(tzinfo=UTC) + timedelta(days=1),
                lang=lang,
                speakers=None if speaker is None else called(session, speaker),
            )
            hits = search(session, " ".join(words), limit=limit, filters=filters)
    finally:
        engine.dispose()
    if as_json:
        for hit in hits:
            print_json(hit)
    elif hits:
        print_lines(line for hit in hits for line in _lines(hit))
    else:
        print_lines(["No statement on record has these words."])
    return 0


def called(session: Session, name: str) -> list[str]:
    """The names on record that may mean the same person, in whatever script."""
    return [other for other in speaker_names(session) if same_person(other, name) >= PART]


def _lines(hit: SearchHit) -> Iterator[str]:
    parts = (f"#{hit.statement_id}", hit.date, hit.speaker, hit.title)
    yield "  ".join(part for part in parts if part)
    published = f"{hit.published_at:%Y-%m-%d}" if hit.published_at else "no date"
    yield f"    {hit.source}, {hit.lang}, {published}: {hit.snippet}"
    yield f"    {hit.url}"
