"""Read an English article: who said what, when, where, with which measures and figures."""

from __future__ import annotations

from datetime import datetime

from flows.text.english.attribution import quotes
from flows.text.english.earlier import earlier
from flows.text.english.figures import figures
from flows.text.english.measures import measures
from flows.text.english.occasion import occasion
from flows.text.english.sentences import MAX_TEXT, sentences
from flows.text.english.speakers import speakers
from flows.text.english.statement import judge
from storage.records import Reading

# A longer first line is no headline.
MAX_TITLE = 400


def read(title: str, text: str, published: datetime | None) -> Reading:
    """All tags of an article; spans are offsets in `text`, of which `MAX_TEXT` characters are read.

    `published` completes dates that lack a year or month; it makes none by itself.
    """
    title, text = title[:MAX_TITLE], text[:MAX_TEXT]
    sents = sentences(text)
    people, spoken = speakers(title, sents)
    when = occasion(title, sents, spoken, published)
    before, told_earlier = earlier(sents, spoken, when, published)
    main = next((s for s in people if s.main), None)
    said = quotes(text, spoken, (main.name or main.org) if main else None)
    planned = measures(text, sents, spoken, told_earlier)
    is_statement, why = judge(text, title, people, spoken, planned, said)
    if not is_statement:
        return Reading(False, why)
    return Reading(
        is_statement=True,
        why=why,
        speakers=people,
        occasion=when,
        measures=planned,
        quotes=said,
        figures=figures(text),
        earlier=before,
    )
