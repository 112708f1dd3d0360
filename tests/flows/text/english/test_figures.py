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
        "It has 220 Web3 firms, 247 Lakeland towns and 600,000 5G masts.",
        [("220", "Web3 firms"), ("247", "Lakeland towns"), ("600,000", "5G masts")],
    ),
    (
        "Hundreds of billions of dollars and tens of thousands of couriers were moved.",
        [("hundreds of billions", "dollars"), ("tens of thousands", "couriers")],
    ),
    (
        "Fees of Rs. 1,64,000 crore and ₹26,000 crore reach 4.8 lakh halls.",
        [("1,64,000 crore", "Rs"), ("26,000 crore", "₹"), ("4.8 lakh", "halls")],
    ),
    (
        "A 500-billion-yuan fund grew by 20-30% and costs $1.5-billion more.",
        [("500 billion", "yuan"), ("20-30", "%"), ("1.5 billion", "$")],
    ),
    (
        "The number of daily letters sent by clerks has reached 20 million and 10 million.",
        [("20 million", "daily letters"), ("10 million", "daily letters")],
    ),
    (
        "Ten years ago he was 24 years old; a 55-year-old and 3 based there, 49 out of 54 halls.",
        [("54", "halls")],
    ),
    (
        "More than 1,400 of our country's sorting halls and close to six of the ports reopened.",
        [("1,400", "sorting halls"), ("six", "ports")],
    ),
    (
        "It holds EUR 5 million and USD 20 billion, and 5,000 people entered.",
        [("5 million", "EUR"), ("20 billion", "USD"), ("5,000", "people")],
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


def test_a_share_names_what_it_is_a_part_of() -> None:
    share = figures("Some 99.9 per cent of the country's villages and 8 percent of halls closed.")
    assert [(f.value, f.what) for f in share] == [("99.9", "villages"), ("8", "halls")]
