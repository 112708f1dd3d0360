"""Figures with their units, and numbers that count nothing."""

from __future__ import annotations

import pytest

from flows.text.english.figures import figures

CASES: tuple[tuple[str, list[tuple[str, str]]], ...] = (
    (
        "There are more than 1,234 sorting halls and over 12 depots.",
        [("1,234", "sorting halls"), ("12", "depots")],
    ),
    (
        "The state spent $5 million and €3.2 billion.",
        [("5 million", "$"), ("3.2 billion", "€")],
    ),
    (
        "Fees fell 8.5% while pay rose by 3 percent.",
        [("8.5", "%"), ("3", "%")],
    ),
    (
        "Dozens of firms and roughly six platforms took part.",
        [("dozens", "firms"), ("six", "platforms")],
    ),
    (
        "Output reached 100 billion yuan.",
        [("100 billion", "yuan")],
    ),
    (
        "In 2020, on May 3, the 14th Plan and 5G were named in No. 1394 and Article 12.",
        [],
    ),
    (
        "The 18th session set 50 or 100 goals. (005)",
        [],
    ),
    (
        "Call 555-0123 or see page 3 of 12.",
        [],
    ),
    (
        "COIN, -4.52% and the token fell 30% in June.",
        [("30", "%")],
    ),
    (
        "It has 6 national standards and more than 10 industry standards.",
        [("6", "national standards"), ("10", "industry standards")],
    ),
    (
        "Nearly 650 million households use it, about half of them in towns.",
        [("650 million", "households")],
    ),
    (
        "The number of users exceeded 2,844,000.",
        [("2,844,000", "users")],
    ),
    (
        "The fund holds 20 trillion yen and RMB 3 million.",
        [("20 trillion", "yen"), ("3 million", "RMB")],
    ),
    (
        "1. Build halls.\n2. Train couriers.",
        [],
    ),
    (
        "It serves 70-plus ports and 40+ cities.",
        [("40", "cities")],
    ),
    (
        "Three hundred couriers and two thousand clerks were hired.",
        [("three hundred", "couriers"), ("two thousand", "clerks")],
    ),
    (
        "Exports hit 4.5 million tonnes, up 12 percentage points.",
        [("4.5 million", "tonnes"), ("12", "%")],
    ),
    (
        "The meeting was at 10:30 a.m. on Sept. 12 and lasted 2 days.",
        [("2", "days")],
    ),
    (
        "Halls number 1,400, depots 40.",
        [],
    ),
    (
        "More than 40 percent of the 3,000 offices closed.",
        [("40", "%"), ("3,000", "offices")],
    ),
    (
        "It invested over US$30 bn and HK$2m.",
        [("30 bn", "US$"), ("2m", "HK$")],
    ),
    (
        "The web3.0 and iPhone 14 and G20 and COVID-19 were named.",
        [],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_values_and_units(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.value, f.unit) for f in figures(text)] == expected


@pytest.mark.parametrize(("text", "_"), CASES)
def test_spans_hold_the_number(text: str, _: object) -> None:
    for figure in figures(text):
        number = figure.value.split()[0]
        assert number in text[slice(*figure.span)].lower()
