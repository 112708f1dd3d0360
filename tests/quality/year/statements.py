"""What is said in the year: statements, and those that are easily taken for one another."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any, Literal

from tests.quality.year.amounts import Amount, amount
from tests.quality.year.people import FOLDER, Person, Told, people

Trait = Literal["plain", "restated", "same event", "same day"]
Kind = Literal["speech", "briefing", "interview"]
# fmt: off
_CITIES = (
    ("杭州", "Hangzhou"), ("沈阳", "Shenyang"), ("合肥", "Hefei"), ("青岛", "Qingdao"),
    ("武汉", "Wuhan"), ("成都", "Chengdu"), ("长沙", "Changsha"), ("厦门", "Xiamen"),
    ("贵阳", "Guiyang"), ("南京", "Nanjing"), ("西安", "Xi'an"), ("宁波", "Ningbo"),
    ("大连", "Dalian"), ("昆明", "Kunming"), ("北京", "Beijing"), ("深圳", "Shenzhen"),
)
_ABROAD = (
    ("鹿特丹", "Rotterdam"), ("新加坡", "Singapore"), ("里斯本", "Lisbon"), ("奥斯陆", "Oslo"),
    ("温哥华", "Vancouver"), ("哥本哈根", "Copenhagen"),
)
# fmt: on


@dataclass(frozen=True)
class Part:
    """A measure with what spells it out, or a figure: a text in three voices and its numbers."""

    text: Told
    amounts: tuple[Amount, ...] = ()


@dataclass(frozen=True)
class Statement:
    """One act of speaking. `trait` says what makes it easily taken for another, `of` which."""

    id: str
    day: date
    kind: Kind
    field: str
    person: Person
    event: Told
    place: Told
    heads: tuple[Told, ...]
    details: tuple[Part, ...]
    figures: tuple[Part, ...]
    quotes: tuple[Told, ...]
    remarks: tuple[Told, ...]
    trait: Trait = "plain"
    of: str | None = None


@cache
def topic(name: str) -> dict[str, Any]:
    """What can be said of a field."""
    return tomllib.loads((FOLDER / "topics" / f"{name}.toml").read_text("utf-8"))


@cache
def _phrases(name: str) -> list[list[str]]:
    """What may be said in any field: details, remarks or quotes."""
    found: list[list[str]] = tomllib.loads((FOLDER / "phrases.toml").read_text("utf-8"))[name]
    return found


def statements(chance: Random, first: date, days: int) -> list[Statement]:
    """The statements of so many days, in the order of their days; six a week, about."""
    everyone = people(chance)
    made: list[Statement] = []
    for number in range(days):
        day = first + timedelta(days=number)
        for _ in range(chance.choices((0, 1, 2, 3), (35, 38, 19, 8))[0]):
            made.append(_next(chance, day, everyone, made))
    return made


def _next(
    chance: Random, day: date, everyone: Sequence[Person], made: Sequence[Statement]
) -> Statement:
    is_foreign = chance.random() < 0.2
    person = chance.choice([p for p in everyone if p.body.is_foreign == is_foreign])
    plain = _plain(chance, f"{day}.{len(made)}", day, person)
    same_day = [s for s in made if s.day == day and s.trait == "plain"]
    drawn = chance.random()
    if same_day and drawn < 0.4:
        first = chance.choice(same_day)
        there = {s.person.name for s in made if s.day == day and s.event == first.event}
        others = [p for p in everyone if p.name not in there]
        return _at_same_event(chance, plain, others, first) or plain
    if same_day and drawn < 0.43:
        return _on_same_day(chance, plain, same_day) or plain
    return (_restated(chance, plain, made) if drawn > 0.88 else None) or plain


def _plain(chance: Random, name: str, day: date, person: Person) -> Statement:
    field = chance.choice(person.body.fields)
    said = topic(field)
    kind: Kind = chance.choices(("speech", "briefing", "interview"), (70, 20, 10))[0]
    place = chance.choice(_ABROAD if person.body.is_foreign else _CITIES)
    heads = chance.sample(said["heads"], chance.choice((3, 3, 4, 4, 5)))
    return Statement(
        id=name,
        day=day,
        kind=kind,
        field=field,
        person=person,
        event=_event(chance, kind, day, said),
        place=Told(*place, place[1]),
        heads=tuple(Told(*head) for head in heads),
        details=tuple(
            _detail(chance, text) for text in chance.sample(_phrases("details"), len(heads))
        ),
        figures=tuple(_figure(chance, t) for t in chance.sample(said["figures"], 3)),
        quotes=_quotes(chance, said),
        remarks=_remarks(chance, said),
    )


def _quotes(chance: Random, said: dict[str, Any]) -> tuple[Told, ...]:
    quotes = chance.sample([*said["quotes"], *_phrases("quotes")], chance.choice((1, 1, 2)))
    return tuple(Told(*quote) for quote in quotes)


def _remarks(chance: Random, said: dict[str, Any]) -> tuple[Told, ...]:
    """One on the field, and one that could be of any field."""
    general = chance.choice(_phrases("remarks"))
    voices = zip(general, said["field"], strict=True)
    remarks = [
        Told(*chance.choice(said["remarks"])),
        Told(*(voice.replace("{f}", field) for voice, field in voices)),
    ]
    chance.shuffle(remarks)
    return tuple(remarks)


def _event(chance: Random, kind: Kind, day: date, said: dict[str, Any]) -> Told:
    zh, en = chance.choice(said["events"])
    if kind == "briefing":
        field = Told(*said["field"])
        return Told(
            f"{field.zh}新闻发布会", f"press conference on {field.en}",
            f"press conference on {field.mt}",
        )  # fmt: skip
    if en[0].isupper() and chance.random() < 0.5:
        return Told(f"{day.year}{zh}", f"{day.year} {en}", f"{day.year} {en}")
    return Told(zh, en, en)


def _detail(chance: Random, text: Sequence[str]) -> Part:
    zh, en = chance.choice(_CITIES)
    named = Told(*(voice.replace("{p}", p) for voice, p in zip(text, (zh, en, en), strict=True)))
    if "{m}" in named.zh:
        return Part(named, (amount(chance, 4, 10),))
    return Part(named, (Amount(chance.randrange(6, 98)),))


def _figure(chance: Random, text: Sequence[str]) -> Part:
    return Part(Told(*text), (amount(chance, 3, 11),))


def _restated(chance: Random, plain: Statement, made: Sequence[Statement]) -> Statement | None:
    """The same speaker promises the same at another event, days or weeks later."""
    days = (timedelta(days=4), timedelta(days=60))
    found = [s for s in made if days[0] <= plain.day - s.day <= days[1] and s.trait == "plain"]
    if not found:
        return None
    old = chance.choice(found)
    new = _plain(chance, plain.id, plain.day, old.person)
    said, details = topic(old.field), chance.sample(_phrases("details"), len(old.heads))
    return replace(
        new, field=old.field, heads=old.heads, quotes=old.quotes, remarks=new.remarks,
        event=_event(chance, new.kind, new.day, said),
        details=tuple(_detail(chance, text) for text in details),
        figures=tuple(_figure(chance, t) for t in chance.sample(said["figures"], 3)),
        trait="restated", of=old.id,
    )  # fmt: skip


def _at_same_event(
    chance: Random, plain: Statement, everyone: Sequence[Person], first: Statement
) -> Statement | None:
    """One who has not spoken there speaks on the same day at the same event."""
    others = [
        p for p in everyone
        if first.field in p.body.fields and p.body.name != first.person.body.name
        and p.body.is_foreign == first.person.body.is_foreign
    ]  # fmt: skip
    if not others:
        return None
    person = chance.choice(others)
    body = replace(person.body, fields=(first.field,))
    new = _plain(chance, plain.id, plain.day, replace(person, body=body))
    return replace(
        new, person=person, kind="speech", event=first.event, place=first.place,
        trait="same event", of=first.id,
    )  # fmt: skip


def _on_same_day(chance: Random, plain: Statement, made: Sequence[Statement]) -> Statement | None:
    """The same speaker speaks at another event of the day, on another field."""
    first = chance.choice(made)
    other = tuple(f for f in first.person.body.fields if f != first.field)
    if not other:
        return None
    person = replace(first.person, body=replace(first.person.body, fields=other))
    new = _plain(chance, plain.id, plain.day, person)
    return replace(new, person=first.person, trait="same day", of=first.id)
