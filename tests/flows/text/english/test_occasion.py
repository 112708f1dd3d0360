"""What an occasion holds: precision, hosts, spans."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("on May 3, 2021 ", "day"),
        ("on May 3 ", "monthday"),
        ("from May 3 to 5 at the Post Forum ", "range"),
        ("", "none"),
    ],
)
def test_precision_says_how_far_a_day_is_known(text: str, precision: str) -> None:
    told = f"Hu Ming, head of the Post Office, said {text}that halls matter."
    assert read("", told, None).occasion.precision == precision


def test_hosts_are_listed_one_by_one() -> None:
    text = (
        "On May 3, the Post Forum hosted by the Ministry of Posts, the Canal Union, and Lakeside "
        "University was held in Portville. Hu Ming, head of the Post Office, said halls matter."
    )
    hosts = read("", text, None).occasion.hosts
    assert hosts == ("Ministry of Posts", "Canal Union", "Lakeside University")


def test_spans_hold_what_was_read() -> None:
    text = (
        "On May 3, the Post Forum was held in Portville. "
        "Hu Ming, head of the Post Office, said halls matter."
    )
    occasion = read("", text, None).occasion
    assert occasion.event_span is not None
    assert occasion.place_span is not None
    assert occasion.date_span is not None
    assert text[slice(*occasion.event_span)] == occasion.event == "Post Forum"
    assert text[slice(*occasion.place_span)] == occasion.place == "Portville"
    assert text[slice(*occasion.date_span)] == "May 3"
