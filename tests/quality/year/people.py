"""Who speaks in the year: invented persons in posts at bodies, named in both scripts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

FOLDER = Path(__file__).parent
# fmt: off
_FOREIGN = (
    ("玛丽特·索尔海姆", "Marit Solheim"), ("陈伟强", "Tan Wee Keong"),
    ("约里斯·范德梅尔", "Joris van der Meer"), ("克莱尔·博蒙", "Claire Beaumont"),
    ("拉维·纳拉扬", "Ravi Narayan"), ("安雅·林德奎斯特", "Anja Lindqvist"),
    ("埃琳娜·科斯塔", "Elena Costa"), ("杜加尔德·麦克雷", "Dugald McRae"),
)
# fmt: on


class Told(NamedTuple):
    """One thing in three voices: Chinese, an English reporter's, a translating machine's."""

    zh: str
    en: str
    mt: str


@dataclass(frozen=True)
class Body:
    """A body, the fields that it speaks on and its posts."""

    name: Told
    fields: tuple[str, ...]
    posts: tuple[Told, ...]
    is_foreign: bool


@dataclass(frozen=True)
class Person:
    """A person in a post at a body."""

    name: Told
    post: Told
    body: Body

    @property
    def family(self) -> str:
        """The name by which English texts go on calling a person."""
        parts = self.name.en.split()
        return " ".join(parts[1:]) if self.body.is_foreign else parts[0]


def bodies() -> list[Body]:
    """All bodies of the year."""
    found = tomllib.loads((FOLDER / "bodies.toml").read_text("utf-8"))["body"]
    return [
        Body(
            Told(*each["names"]),
            tuple(each["fields"]),
            tuple(Told(*post) for post in each["posts"]),
            each.get("foreign", False),
        )
        for each in found
    ]


def people(chance: Random) -> list[Person]:
    """Two or three persons in each post; no two have the same name in either script."""
    foreign = iter(_FOREIGN)
    taken: set[str] = set()
    found = []
    for body in bodies():
        for post in body.posts:
            for _ in range(1 if body.is_foreign else chance.choice((2, 3))):
                name = Told(*next(foreign), "") if body.is_foreign else _name(chance, taken)
                found.append(Person(name._replace(mt=name.mt or name.en), post, body))
    return found


@cache
def _characters(name: str) -> list[tuple[str, str]]:
    words = tomllib.loads((FOLDER / "names.toml").read_text("utf-8"))[name].split()
    return list(zip(words[::2], words[1::2], strict=True))


def _name(chance: Random, taken: set[str]) -> Told:
    """A Chinese name; now and then a machine writes its given name in two words."""
    while True:
        family, latin = chance.choice(_characters("surnames"))
        given = chance.sample(_characters("given"), chance.choice((1, 2, 2, 2)))
        sounds = [sound for _, sound in given]
        english = f"{latin} {''.join(sounds).capitalize()}"
        if english in taken:
            continue
        taken.add(english)
        apart = " ".join(sound.capitalize() for sound in sounds)
        machine = f"{latin} {apart}" if chance.random() < 0.1 else english
        return Told(family + "".join(character for character, _ in given), english, machine)
