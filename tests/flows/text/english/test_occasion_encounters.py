"""Hearings, interviews, articles, calls; and what stands near an event without being one."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

WHO = "Hu Ming, deputy director of the Ministry of Posts,"
EVENTS: tuple[tuple[str, str | None], ...] = (
    (f"{WHO} told the Lake Senate Mail Committee that halls matter.", "Lake Senate Mail Committee"),
    (f"{WHO} said in an interview that halls matter.", "interview"),
    (f"In a televised Lake News interview, {WHO} said that halls matter.", "Lake News interview"),
    (
        f"{WHO} said during a phone call with Lake Minister Anna Berg that halls matter.",
        "phone call with Lake Minister Anna Berg",
    ),
    (
        f"{WHO} said at the conference titled “Mail and its open roads” that halls matter.",
        "conference titled “Mail and its open roads”",
    ),
    (
        (
            f'{WHO} published an article in the Lake Daily, "Mail for the Years to Come". It says '
            "halls matter and that couriers should be trained."
        ),
        'article in the Lake Daily, "Mail for the Years to Come"',
    ),
    (
        f"{WHO} said at a media session after attending the Post Summit that halls matter.",
        "media session",
    ),
    (
        f"{WHO} said at a news conference on the sidelines of the Post Summit that halls matter.",
        "news conference",
    ),
    (f"{WHO} spoke on the topic of a potential meeting with Lakeland about halls.", None),
    (f"{WHO} said halls matter for the Post Summit to be held next week.", None),
)
PLACES: tuple[tuple[str, str | None], ...] = (
    (f"At the World Mail Conference, {WHO} said that halls matter.", None),
    (f"The Post Summit opened Friday in Portville. {WHO} said that halls matter.", "Portville"),
    (
        (
            "The Post Summit was held on the morning of May 3 at the Portville Hall. "
            f"{WHO} said that halls matter."
        ),
        "Portville Hall",
    ),
    (f"{WHO} told a meeting in Portville that halls matter.", "Portville"),
    (
        f"The Post Summit was held in east Lakeland's Portville. {WHO} said that halls matter.",
        "Portville",
    ),
    (f"{WHO} spoke at the Financial Markets Conference of halls.", None),
)
DAYS: tuple[tuple[str, str | None], ...] = (
    (f"{WHO} said at the 4th Post Summit that halls matter for the 18th Congress.", None),
    (
        (
            "PORTVILLE, May 5, 2021 /Lakewire/ -- The Post Summit was held on May 4 in Portville. "
            f"{WHO} said that halls matter."
        ),
        "--05-04",
    ),
    (
        (
            f"{WHO} said that halls matter. His words echo recent remarks from Bank Governor Anna "
            "Berg, who told a hearing on April 30 that coins are risky."
        ),
        None,
    ),
)


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_event(text: str, event: str | None) -> None:
    found = read("", text, None).occasion
    assert found is not None
    if event is None:
        assert found.event is None
    else:
        assert event in (found.event or "")


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_place(text: str, place: str | None) -> None:
    found = read("", text, None).occasion
    assert found is not None
    assert found.place == place


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_day(text: str, day: str | None) -> None:
    found = read("", text, None).occasion
    assert found is not None
    assert found.date == day
