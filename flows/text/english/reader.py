"""Read an English article: who said what, when, where, with which measures and figures."""

from __future__ import annotations

from datetime import datetime

from flows.text.english.announced import announced
from flows.text.english.attribution import quotes
from flows.text.english.earlier import earlier
from flows.text.english.figures import figures
from flows.text.english.measures import measures
from flows.text.english.occasion import occasion, told_in
from flows.text.english.quoted import quoted
from flows.text.english.sentences import MAX_TEXT, sentences
from flows.text.english.speakers import Voices, voices
from flows.text.english.statement import no_speaker, no_statement, why_statement
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
    spans = quoted(text)
    heard = voices(title, sents, spans)
    if why := no_speaker(text, heard):
        return Reading(is_statement=False, why=why)
    when = occasion(title, sents, heard, published)
    before = earlier(sents, heard, when, published)
    if told_in(when, before.spans):
        when = occasion(title, sents, heard, published, before.spans)
    said = quotes(text, spans, heard)
    count = announced(title, text)
    planned = measures(text, sents, heard.acts, before.sentences, count)
    if why := no_statement(text, title, heard, planned, said):
        return Reading(is_statement=False, why=why)
    return Reading(
        is_statement=True,
        why=why_statement(heard),
        speakers=_without_earlier(heard, before.sentences),
        occasion=when,
        measures=planned,
        quotes=said,
        figures=figures(text),
        earlier=before.statements,
        announced=count,
    )


def _without_earlier(heard: Voices, told_earlier: frozenset[int]) -> tuple[Speaker, ...]:
    """The speakers without those whose words are all told as said before."""
    now = {act.name for act in heard.acts if act.sentence not in told_earlier}
    before = {act.name for act in heard.acts} - now
    return tuple(s for s in heard.people if s.main or s.name not in before)


def _heading(text: str) -> str:
    """The first line where it reads as a headline: short, and no sentence."""
    first = text[:MAX_TITLE].partition("\n")[0].strip()
    return "" if len(first) > MAX_HEADING or first.endswith((".", "!", "…", ",")) else first
