"""Day and place without an event, and the days that must not win."""

from __future__ import annotations

import datetime as dt

import pytest

from flows.text.english.reader import read

Told = tuple[str | None, str | None, str | None]
CASES: tuple[tuple[str, str, str | None, Told], ...] = (
    (
        "",
        (
            "PORTVILLE, Nov. 20 (Lakenews) -- Hu Ming, deputy director of the Ministry of Posts, "
            "said on Monday that halls matter."
        ),
        "2023-11-21",
        (None, "2023-11-20", "PORTVILLE"),
    ),
    (
        "",
        (
            "Portville, 3 May 2021 – Hu Ming, deputy director of the Ministry of Posts, said that"
            " halls matter."
        ),
        None,
        (None, "2021-05-03", "Portville"),
    ),
    (
        "",
        (
            "(Portville, May 3) Hu Ming, deputy director of the Ministry of Posts, said that "
            "halls matter."
        ),
        None,
        (None, "--05-03", "Portville"),
    ),
    (
        "",
        (
            "Lakenews, Portville, May 3. Hu Ming, deputy director of the Ministry of Posts, said "
            "that halls matter."
        ),
        None,
        (None, "--05-03", "Portville"),
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, said that halls matter. The rule "
            "takes effect on June 1. The next forum will be held on July 2."
        ),
        "2021-05-04",
        (None, None, None),
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, said on May 3 that halls matter. "
            "The rule takes effect on June 1."
        ),
        None,
        (None, "--05-03", None),
    ),
    (
        "",
        (
            "Updated: May 5, 2021\nOn May 3, Hu Ming, deputy director of the Ministry of Posts, "
            "said that halls matter."
        ),
        None,
        (None, "--05-03", None),
    ),
    (
        "",
        (
            "In Portville on May 3, Hu Ming, deputy director of the Ministry of Posts, met "
            "reporters and said that halls matter."
        ),
        None,
        (None, "--05-03", "Portville"),
    ),
    (
        "",
        (
            "Lakeside News Agency, Portville, July 26 (Reporter Fan Xi) Hu Ming, head of the Post"
            " Office, said that halls matter."
        ),
        None,
        (None, "--07-26", "Portville"),
    ),
    (
        "",
        (
            "2020-07-26 05:03:17 Source: Post Daily Author: Li Fei Editor: Bo Xun\nHu Ming, head "
            "of the Post Office, said that halls matter."
        ),
        None,
        (None, None, None),
    ),
    (
        "",
        "KUALA PORT: Hu Ming, head of the Post Office, said that halls matter.",
        None,
        (None, None, "KUALA PORT"),
    ),
    (
        "",
        "Hu Ming, deputy head of the People's Canal Congress, said that halls matter.",
        None,
        (None, None, None),
    ),
)
SMALL = {"the", "of", "on", "and", "a", "in"}


def _words(name: str | None) -> set[str]:
    plain = (name or "").lower().translate({ord(c): " " for c in "\"(),'"})
    return set(plain.split()) - SMALL


@pytest.mark.parametrize(("title", "text", "published", "expected"), CASES)
def test_event_day_and_place(title: str, text: str, published: str | None, expected: Told) -> None:
    stamp = dt.datetime.fromisoformat(published + "T12:00+00:00") if published else None
    occasion = read(title, text, stamp).occasion
    event, date, place = expected
    found, wanted = _words(occasion.event), _words(event)
    assert len(found & wanted) >= 0.6 * len(found | wanted), occasion.event
    assert occasion.date == date
    assert (occasion.place or "").lower() == (place or "").lower()
