"""Day and place without an event, and the days that must not win."""

from __future__ import annotations

import pytest

from tests.flows.text.english.occasions import Case, Told, is_as_told, occasion_of

CASES: tuple[Case, ...] = (
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


@pytest.mark.parametrize(("title", "text", "published", "told"), CASES)
def test_event_day_and_place(title: str, text: str, published: str | None, told: Told) -> None:
    occasion = occasion_of(title, text, published)
    assert is_as_told(occasion, told), occasion
