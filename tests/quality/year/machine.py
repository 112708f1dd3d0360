"""A statement as a machine translates a ministry's report, sentence by sentence."""

from __future__ import annotations

from random import Random

from tests.quality.year.english import day_of, part_in, sentence, the
from tests.quality.year.statements import Statement
from tests.quality.year.written import Written

_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_COUNTS = ("one", "two", "three", "four", "five")


def translated(chance: Random, said: Statement, *, with_day: bool = True) -> Written:
    """A translation; without its day where the editors took it out."""
    person = said.person
    name, post, body = person.name.mt, person.post.mt, the(person.body.name.mt)
    count = _COUNTS[len(said.heads) - 1]
    verb = chance.choice(("pointed out", "stated", "introduced"))
    plan = chance.choice(
        (
            f"{name} emphasized that the next step is to focus on {count} aspects of work.",
            f"{name} said that work will be promoted from {count} aspects.",
            f"{name} put forward {count} requirements for the future work.",
        )
    )
    figures = ", ".join(part_in(figure, 2) for figure in said.figures)
    paragraphs = [
        _opening(chance, said, f"{name}, {post} of {body},", with_day=with_day),
        f"{name} {verb} that {said.remarks[0].mt}. {sentence(figures)}.",
        f"{plan} {_measures(chance, said)}",
        *(f"{name} emphasized: “{quote.mt}.”" for quote in said.quotes),
    ]
    titles = [
        f"{person.body.name.mt} {name}: {sentence(said.heads[0].mt)}, {said.heads[1].mt}",
        f"{name}: {said.quotes[0].mt}",
    ]
    if said.kind == "speech":
        titles.append(f"{name} attended {_event(said)} and delivered a speech")
    return Written("en", chance.choice(titles), tuple(paragraphs))


def _opening(chance: Random, said: Statement, who: str, *, with_day: bool) -> str:
    form = chance.choice((day_of(said), f"{day_of(said)}, {said.day.year}"))
    when = f"On {form}, " if with_day else "Recently, "
    if said.kind == "interview":
        return f"{when}{who} accepted an interview with the media on relevant issues."
    if said.kind == "briefing":
        return (
            f"{when}{_event(said)} was held in {said.place.mt}. "
            f"{who[:-1]} attended and answered questions from reporters."
        )
    return chance.choice(
        (
            (
                f"{when}{_event(said)} was held in {said.place.mt}. "
                f"{who[:-1]} attended the meeting and delivered a speech."
            ),
            f"{when}{who} attended {_event(said)} in {said.place.mt} and delivered a speech.",
        )
    )


def _event(said: Statement) -> str:
    return f"the {said.event.mt}"


def _measures(chance: Random, said: Statement) -> str:
    both = zip(said.heads, said.details, strict=True)
    spelled = [f"{head.mt}, {part_in(part, 2)}" for head, part in both]
    if chance.random() < 0.6:
        marked = [f"the {_ORDINALS[i]} is to {text}" for i, text in enumerate(spelled)]
        return sentence("; ".join(marked)) + "."
    return " ".join(f"{_ORDINALS[i].capitalize()}, {text}." for i, text in enumerate(spelled))
