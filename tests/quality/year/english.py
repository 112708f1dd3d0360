"""A statement in English: as a reporter tells it, and in other words by another one."""

from __future__ import annotations

from random import Random

from tests.quality.year.statements import Part, Statement, topic
from tests.quality.year.written import Written

# fmt: off
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on


def reported(chance: Random, said: Statement) -> Written:
    """A reporter's own text: the quote, the plans woven into sentences, some of the figures."""
    person, family = said.person, said.person.family
    heads = [head.en for head in said.heads]
    details = [part_in(part) for part in said.details]
    body = said.person.body.name.en
    short = "ministry" if "Ministry" in body else "authority"
    first, second, *others = heads
    who, when = f"{person.name.en}, {person.post.en} of {the(body)}", _where(said)
    paragraphs = [
        chance.choice(
            (
                f"“{said.quotes[0].en},” {who}, said {when} on {day_of(said)}.",
                (
                    f"{sentence(first)}: that is what {who}, called for {when} on {day_of(said)}. "
                    f"“{said.quotes[0].en},” {family} said."
                ),
                f"{who}, said {when} on {day_of(said)} that it was time to {first}.",
            )
        ),
        (
            f"{family} said that {said.remarks[0].en}. {sentence(part_in(said.figures[0]))}, "
            f"and {part_in(said.figures[1])}."
        ),
        (
            f"The {short} will {first}, {details[0]}. It also means to {second}, {details[1]}"
            f"{chance.choice((', ', ' and '))}{'to ' if others else ''}{' and to '.join(others)}."
        ),
    ]
    if len(said.quotes) > 1:
        paragraphs.append(f"“{said.quotes[1].en},” {family} added.")
    paragraphs.append(f"{sentence(part_in(said.figures[2]))}, according to the {short}.")
    title = chance.choice(
        (
            f"{sentence(first)}, {person.post.en} says",
            f"China to {first}" if not person.body.is_foreign else f"Plan to {first} announced",
            f"{person.name.en}: {said.quotes[0].en}",
        )
    )
    return Written("en", title, tuple(paragraphs))


def retold(chance: Random, said: Statement) -> Written:
    """Another desk's text, which begins with the plan and leaves out most figures."""
    person, family = said.person, said.person.family
    field, heads = topic(said.field)["field"][1], [head.en for head in said.heads]
    who = f"{person.name.en}, {person.post.en} of {the(person.body.name.en)}"
    when, figure = f"{_where(said)} on {day_of(said)}", part_in(chance.choice(said.figures))
    leads = (
        f"Officials want to {heads[0]}, and soon. That was the message of {who}, who spoke {when}.",
        f"There is a plan to {heads[-1]}, {who}, said {when}.",
        f"{sentence(said.remarks[0].en)}. It is time to {heads[0]}, {who}, told listeners {when}.",
    )
    middles = (
        (
            f"The plan is to {', '.join(heads[:-1])} and {heads[-1]}, {family} said. "
            f"In {family}'s words, “{said.quotes[-1].en}.”"
        ),
        f"“{said.quotes[0].en},” {family} said, and promised to {' and to '.join(heads[1:])}.",
        f"{family} means to {heads[0]} first, and after that to {' and to '.join(heads[1:3])}.",
    )
    ends = (
        (
            f"{family} also gave a number: {figure}. The trouble, as {family} sees it, is that "
            f"{said.remarks[-1].en}."
        ),
        f"So far {figure}. Much of the rest is open, {family} conceded.",
        f"Those in the trade will note one figure: {figure}.",
    )
    titles = (
        f"What the plan for {field} holds",
        f"{sentence(heads[0])}: what comes next",
        f"{person.name.en} on {field}",
    )
    paragraphs = tuple(chance.choice(each) for each in (leads, middles, ends))
    return Written("en", chance.choice(titles), paragraphs)


def _where(said: Statement) -> str:
    if said.kind == "interview":
        return f"in an interview in {said.place.en}"
    event = said.event.en
    article = "the " if event[0].isupper() or event[0].isdigit() else "a "
    return f"at {article}{event} in {said.place.en}"


def day_of(said: Statement) -> str:
    """The month and the day."""
    return f"{MONTHS[said.day.month - 1]} {said.day.day}"


def the(body: str) -> str:
    """A body's name with the article that it takes."""
    return body if "'s " in body and not body.startswith("People") else f"the {body}"


def sentence(text: str) -> str:
    """With a capital at its beginning."""
    return text[0].upper() + text[1:]


def part_in(part: Part, voice: int = 1) -> str:
    """A figure or detail in an English voice, its numbers written out."""
    text = part.text[voice]
    for number in part.amounts:
        text = text.replace("{n}", number.en).replace("{m}", number.en)
    return text
