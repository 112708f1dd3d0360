"""Read an English article: who said what, when, where, with which measures and figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from flows.text.english.attribution import quotes
from flows.text.english.earlier import earlier
from flows.text.english.figures import figures
from flows.text.english.measures import measures
from flows.text.english.occasion import occasion
from flows.text.english.sentences import MAX_TEXT, sentences
from flows.text.english.speakers import voices
from flows.text.english.speech import Attribution
from flows.text.english.statement import judge
from flows.text.quotes import quoted_spans
from storage.records import Reading, Speaker

# A longer first line is no headline.
MAX_TITLE = 400
# Where a text has no title, a first line up to this length may be one.
MAX_HEADING = 200


def read(title: str, text: str, published: datetime | None) -> Reading:
    """All tags of an article; spans are offsets in `text`, of which `MAX_TEXT` characters are read.

    `published` completes dates that lack a year or month; it makes none by itself.
    """
    title, text = title[:MAX_TITLE], text[:MAX_TEXT]
    title = title or _heading(text)
    sents = sentences(text)
    quoted = quoted_spans(text)
    heard = voices(title, sents, quoted)
    people, spoken, main = heard.people, heard.acts, heard.main
    when = occasion(title, sents, heard, published)
    before, told_earlier = earlier(sents, spoken, when, published)
    people = _without_earlier(people, spoken, told_earlier)
    said = quotes(text, quoted, spoken, (main.name or main.org) if main else None)
    planned = measures(text, sents, told_earlier)
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


def _without_earlier(
    people: tuple[Speaker, ...], spoken: Sequence[Attribution], told_earlier: frozenset[int]
) -> tuple[Speaker, ...]:
    """The speakers without those whose words are all told as said before."""
    now = {act.name for act in spoken if act.sentence not in told_earlier}
    before = {act.name for act in spoken} - now
    return tuple(s for s in people if s.main or s.name not in before)


def _heading(text: str) -> str:
    """The first line where it reads as a headline: short, and no sentence."""
    first = text[:MAX_TITLE].partition("\n")[0].strip()
    return "" if len(first) > MAX_HEADING or first.endswith((".", "!", "…", ",")) else first
