"""What an alert says: enough to act on, never the full text, and nothing that can do harm."""

import json
import unicodedata
from dataclasses import asdict, replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.alerts.message import (
    LONGEST,
    LONGEST_SUBJECT,
    Message,
    as_html,
    as_lines,
    as_text,
    message,
    subject,
)
from storage.records import Measure, Occasion, Quote, Reading, Speaker
from storage.views import ArticleView, StatementView
from tests.storage.examples import NOON, READING

FULL_TEXT = "The whole measure, spelt out over a paragraph that is nobody's business."
FIRST = ArticleView(
    1, "gazette", "https://gazette.example/a?b=1&c=2", "en", "Port", NOON, None, None, ()
)
COPY = replace(FIRST, id=2, source="blog", rung="same text", score=1.0)
STATEMENT = StatementView(
    id=7,
    title="Port to be dredged",
    newness="new",
    newness_why="no reprint of a statement on record; of 2031-05-03",
    first_seen_at=NOON,
    reading=replace(READING, measures=(Measure(1, "Dredge the port", FULL_TEXT, (40, 64)),)),
    articles=(FIRST, COPY),
)


def of(reading: Reading, **rest: object) -> Message:
    return message(replace(STATEMENT, reading=reading, **rest), ["all"])  # type: ignore[arg-type]


def test_it_says_all_that_an_analyst_acts_on() -> None:
    text = as_text([message(STATEMENT, ["harbours", "pilots"])])
    assert text == (
        "Port to be dredged\n"
        "\n"
        "who        Ana Ferro, Minister, Ministry of Harbours\n"
        "           Union of Pilots\n"
        "event      Harbour Forum\n"
        "place      Maro\n"
        "date       2031-05-03\n"
        "measures   Dredge the port\n"
        "quotes     “We begin now.” (Ana Ferro)\n"
        "source     gazette, published 2031-05-04; 1 more article carries it\n"
        "link       https://gazette.example/a?b=1&c=2\n"
        "why new    no reprint of a statement on record; of 2031-05-03\n"
        "watch      harbours\n"
        "           pilots\n"
        "on record  onrecord show 7\n"
    )


def test_its_subject_is_the_speaker_and_the_event() -> None:
    told = message(STATEMENT, ["all"])
    assert subject([told]) == "Ana Ferro, Minister, Ministry of Harbours: Harbour Forum"
    assert subject([told, told]).startswith("2 new statements: Ana Ferro, Minister")
    assert subject([of(Reading(is_statement=True, why=""))]) == "Port to be dredged"


@pytest.mark.parametrize(
    ("occasion", "said"),
    [
        (Occasion(), "date       date unknown"),
        (Occasion(date="--05-03", precision="monthday"), "date       05-03 (no year is stated)"),
    ],
)
def test_a_date_that_is_not_known_is_said(occasion: Occasion, said: str) -> None:
    undated = replace(FIRST, published_at=None)
    text = as_text([of(replace(READING, occasion=occasion), articles=(undated,))])
    assert said in text
    assert "gazette, no publication date" in text


def test_no_more_than_heads_and_short_quotes_leaves() -> None:
    long = replace(
        STATEMENT.reading,
        quotes=(Quote("word " * 500, None, (0, 9)),),
        speakers=(Speaker("A", None, None),),
    )
    told = of(long)
    assert len(told.quotes[0]) <= LONGEST + 2
    assert told.quotes[0].endswith("…”")
    for shown in (as_text([told]), as_html([told]), json.dumps(asdict(told))):
        assert FULL_TEXT not in shown


HOSTILE = "<script>alert(1)</script>\r\nBcc: all@maro.example\x1b]0;x\x07\u202e\u2028&amp;"


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.links: list[str | None] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.links += [value for name, value in attrs if name == "href"]


def hostile(text: str) -> StatementView:
    """A statement in which all that comes from the web is that text."""
    reading = Reading(
        is_statement=True,
        why=text,
        speakers=(Speaker(text, text, text, main=True),),
        occasion=Occasion(text, (text,), None, "none", text),
        measures=(Measure(1, text, text, (0, 1)),),
        quotes=(Quote(text, text, (0, 1)),),
    )
    article = replace(FIRST, source=text, url=f"https://a.example/{text}", title=text)
    return replace(STATEMENT, title=text, newness_why=text, reading=reading, articles=(article,))


@given(st.one_of(st.just(HOSTILE), st.text(max_size=400)))
def test_nothing_from_the_web_becomes_markup_or_a_command(text: str) -> None:
    told = message(hostile(text), ["all"])
    assert Tags(as_html([told])).seen <= {"h3", "p", "b", "br", "a"}
    for line in [subject([told]), *as_text([told]).split("\n")]:
        assert not {unicodedata.category(char) for char in line} & {"Cc", "Zl", "Zp"}
        assert not set(line) & set("\u202a\u202b\u202d\u202e\u2066\u2067")
    assert len(subject([told])) <= LONGEST_SUBJECT
    assert told.link is None or told.link.isascii()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "", "file:///etc/x"])
def test_only_a_web_address_becomes_a_link(url: str) -> None:
    told = of(READING, articles=(replace(FIRST, url=url),))
    assert told.link is None
    assert Tags(as_html([told])).links == []


def test_what_is_too_long_for_a_chat_is_told_in_brief_with_what_is_left_out() -> None:
    many = [message(STATEMENT, ["all"])] * 40
    brief = as_lines(many, 2000)
    assert len(brief) <= 2000
    assert brief.splitlines()[0].startswith("Ana Ferro, Minister, Ministry of Harbours: Harbour")
    told = len(brief.splitlines()) - 1
    assert brief.splitlines()[-1] == f"… and {40 - told} more: onrecord show"
    assert as_lines(many[:1], 2000) == as_text(many[:1])
