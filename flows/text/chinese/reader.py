"""Read a Chinese article: who said what, when, where, with which measures and figures."""

from __future__ import annotations

from datetime import datetime

from flows.text.chinese.announced import announced
from flows.text.chinese.attribution import quotes
from flows.text.chinese.earlier import earlier
from flows.text.chinese.figures import figures
from flows.text.chinese.headline import headline
from flows.text.chinese.measures import measures
from flows.text.chinese.occasion import occasion
from flows.text.chinese.script import view
from flows.text.chinese.sentences import sentences
from flows.text.chinese.speakers import voices
from flows.text.chinese.statement import judge
from storage.records import Reading

# A longer first line is no headline.
MAX_TITLE = 300


def read(title: str, text: str, published: datetime | None) -> Reading:
    """All tags of an article; spans are offsets in `text`, of which a bounded part is read.

    Either script, also with pronunciations in brackets; names are given as written.
    `published` completes dates that lack a year or month; it makes none by itself.
    """
    head, body = headline(view(title[:MAX_TITLE])), view(text)
    sents = sentences(body.text)
    who = voices(head, body, sents)
    when = occasion(head.view, body, sents, who.acts, published)
    before, told_earlier = earlier(body, sents, who, when, published)
    said = quotes(body, who)
    count = announced(head.view.text, body.text)
    planned = measures(body, sents, who.acts, told_earlier, count)
    is_statement, why = judge(body.text, who, planned, said)
    if not is_statement:
        return Reading(False, why)
    return Reading(
        is_statement=True,
        why=why,
        speakers=who.but(told_earlier),
        occasion=when,
        measures=planned,
        quotes=said,
        figures=figures(body),
        earlier=before,
        announced=count,
    )
