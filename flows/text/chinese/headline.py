"""Who is named in a headline, and who speaks in it: 胡明:加快…, 邮政部回应…, 胡明在…上的致辞."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flows.text.chinese.bodies import body_before, ends_as_body
from flows.text.chinese.persons import Mention, mentions
from flows.text.chinese.script import View
from flows.text.chinese.sentences import sentences
from flows.text.chinese.speech import acts
from flows.text.chinese.subject import Subject
from flows.text.chinese.subjects import Subjects
from flows.text.chinese.unposted import unposted
from flows.text.chinese.words import FIRM

_COLON = re.compile(r"(?:【[^】]{1,12}】)?(?P<who>[^:,。\s]{2,24}):")


@dataclass(frozen=True, slots=True)
class Headline:
    """The persons named in a headline, and those, or the bodies, that speak in it."""

    view: View
    found: tuple[Mention, ...]
    speaking: tuple[Subject, ...]

    def names(self) -> tuple[str, ...]:
        """The persons named, in order."""
        return tuple(self.view.text[slice(*m.name)].replace(" ", "") for m in self.found if m.name)

    def speaks(self, name: str) -> bool:
        """Whether the person of that name speaks in the headline."""
        return any(who.name == name for who in self.speaking)

    def body(self) -> str | None:
        """The body that speaks in it, as given, where no person does."""
        spans = [who.span for who in self.speaking if who.name is None and who.org]
        return self.view.words(*spans[0]) if spans else None


def headline(view: View) -> Headline:
    """Read a headline."""
    posted = mentions(view.text)
    found = (*posted, *unposted(view.text, posted))
    spoken = acts(sentences(view.text), Subjects(view.text, found))
    colon = _body_before_colon(view.text)
    return Headline(view, found, (*(act.who for act in spoken), *colon))


def _body_before_colon(text: str) -> list[Subject]:
    """`邮政部:将…`: a colon lets a body speak."""
    colon = _COLON.match(text)
    start, end = body_before(text, colon.end("who")) if colon else (0, 0)
    body = text[start:end]
    if not ends_as_body(body) or FIRM.search(body):
        return []
    return [Subject((start, end), None, body)]
