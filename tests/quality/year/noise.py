"""News of the same fields in which nobody in office says what will be done."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import date
from functools import cache
from random import Random
from typing import Any

from tests.quality.year.amounts import amount
from tests.quality.year.english import MONTHS
from tests.quality.year.people import FOLDER
from tests.quality.year.statements import topic
from tests.quality.year.written import Written

_SLOT = re.compile(r"\{([a-z_0-9]{1,9})\}")


def noise(chance: Random, lang: str, day: date) -> Written:
    """Some news of a day."""
    form = chance.choice([each for each in _forms()["news"] if each["lang"] == lang])
    names = _names(chance, lang, day)

    def fill(text: str) -> str:
        filled = _SLOT.sub(lambda slot: names[slot[1]](), text)
        return filled[0].upper() + filled[1:]

    paragraphs = form["text"].strip().splitlines()
    return Written(lang, fill(form["title"]), tuple(fill(each) for each in paragraphs))


@cache
def _forms() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "noise.toml").read_text("utf-8"))


def _names(chance: Random, lang: str, day: date) -> dict[str, Callable[[], str]]:
    """What fills each slot: names stay the same in an article, numbers are drawn anew."""
    voice = 0 if lang == "zh" else 1
    forms = _forms()
    said = topic(chance.choice(sorted(path.stem for path in (FOLDER / "topics").iterdir())))
    firms = chance.sample(forms["firms_zh" if lang == "zh" else "firms"], 2)
    tokens, heads = chance.sample(forms["tokens"], 2), chance.sample(said["heads"], 2)
    written = (f"{day.month}月{day.day}日", f"{MONTHS[day.month - 1]} {day.day}")[voice]
    fixed = {
        "firm": firms[0], "firm_2": firms[1], "token": tokens[0], "token_2": tokens[1],
        "head": heads[0][voice], "head_2": heads[1][voice], "field": said["field"][voice],
        "day": written,
    }  # fmt: skip
    drawn: dict[str, Callable[[], str]] = {
        "percent": lambda: str(chance.randrange(11, 900) / 10),
        "few": lambda: str(chance.randrange(3, 60)),
        "many": lambda: str(chance.randrange(100, 9000)),
        "sum": lambda: getattr(amount(chance, 6, 10), "en" if voice else "zh"),
    }
    return drawn | {name: lambda value=value: value for name, value in fixed.items()}
