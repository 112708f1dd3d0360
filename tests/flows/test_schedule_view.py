from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from flows.happenings import Began, CutShort, Ended, Happening, Next, Skipped
from flows.schedule_view import as_dict, as_lines
from flows.summary import Night, Tally

SHANGHAI = ZoneInfo("Asia/Shanghai")
DUE = datetime(2026, 3, 1, 18, 30, tzinfo=UTC)
LATER = DUE + timedelta(hours=6)


def told() -> Night:
    night = Night(delivered=1, alert_error="no route")
    night.of("blog").tally = Tally(pages=5, articles=4, statements=1)
    night.of("ministry").tally = Tally(pages=2)
    night.of("ministry").error = "its list is empty"
    return night


@pytest.mark.parametrize(
    ("happening", "lines"),
    [
        (Next(DUE, None), ["Next: night 2026-03-02 02:30:00 CST"]),
        (
            Next(DUE, LATER),
            ["Next: night 2026-03-02 02:30:00 CST, watch run 2026-03-02 08:30:00 CST"],
        ),
        (Began("night", DUE, DUE, 0), ["2026-03-02 02:30:00 CST  night began"]),
        (
            Began("night", DUE, LATER, 9),
            [
                (
                    "2026-03-02 08:30:00 CST  night began, due 2026-03-02 02:30:00 CST, "
                    "making up for 9 more that were missed"
                )
            ],
        ),
        (
            Ended("watch", DUE, LATER, told()),
            [
                (
                    "2026-03-02 08:30:00 CST  watch ended: 7 pages, 4 articles, 1 statement new, "
                    "1 alert told"
                ),
                "! ministry: its list is empty",
                "! alerts could not be told: no route",
            ],
        ),
        (
            Ended("night", DUE, LATER, None, "OSError: disk full"),
            ["2026-03-02 08:30:00 CST  night FAILED: OSError: disk full"],
        ),
        (
            Skipped("watch", (DUE, LATER), "night"),
            [
                (
                    "watch skipped: a night still went on at 2026-03-02 02:30:00 CST, "
                    "2026-03-02 08:30:00 CST"
                )
            ],
        ),
        (
            CutShort("night", DUE),
            ["night of 2026-03-02 02:30:00 CST cut short; the next start makes up for it"],
        ),
    ],
)
def test_every_happening_is_told_in_words_of_its_zone(
    happening: Happening, lines: list[str]
) -> None:
    assert as_lines(happening, SHANGHAI) == lines


def test_a_program_is_told_under_the_name_of_what_happened() -> None:
    assert as_dict(Skipped("night", (DUE,), "night")) == {
        "skipped": {"kind": "night", "due": (DUE,), "behind": "night"}
    }
