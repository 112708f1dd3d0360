"""Who says what, sentence by sentence: verbs of speaking and their subjects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.text.chinese.bodies import body_before, ends_as_body
from flows.text.chinese.persons import Mention
from flows.text.chinese.sentences import Sentence
from flows.text.chinese.unposted import ADVERBIAL
from flows.text.chinese.words import FIRM, VERB

_REACH = 90
_PRONOUN = re.compile(
    r"(?:^|[,;。“”、:]|[而])(?:但|同时|此外|对此|为此|最后)?,?(?:他|她|其|该(?:发言人|负责人|官员))(?!们)"
)
_ELIDED = re.compile(
    r"^(?:同时|此外|对此|为此|最后|并|还|也|另外|其中|,|会上|进一步|特别|再次|又|随后)*$"
)
_MEETING = re.compile(r"(?:^|[,。;])(?:本次|此次|这次)?(?:会议|大会|会)(?:还|也)?$")
_SOURCE = re.compile(r"(?:据|引述|援引|来源|消息)[^,。]{0,24}$")
_TURN = re.compile(r"^(?P<who>[^\s,。;:“”]{2,40}):")


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of speaking with its subject: a person's name, or a body with or without a post.

    Offsets are those of the view's text; `name`, `post`, `org` are its words.
    """

    sentence: int
    start: int
    end: int
    verb: str
    name: str | None
    org: str | None = None
    post: str | None = None
    subject: tuple[int, int] | None = None


class Aliases:
    """The forms by which a text calls the persons that it once named in full."""

    def __init__(self, text: str, found: Sequence[Mention]) -> None:
        names = {text[m.name[0] : m.name[1]] for m in found if m.name}
        owners: dict[str, set[str]] = {}
        for name in names:
            forms = [name]
            if "·" in name:
                forms.append(name.rsplit("·", 1)[1])
            for form in [*forms, *_titled(text, name, found)]:
                owners.setdefault(form, set()).add(name)
        self._owner = {form: min(own) for form, own in owners.items() if len(own) == 1}
        ordered = sorted(self._owner, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, ordered)) or r"(?!)")

    def in_text(self, text: str) -> list[tuple[int, int, str]]:
        """Every mention in `text`: start, end, full name."""
        return [(m.start(), m.end(), self._owner[m.group()]) for m in self._pattern.finditer(text)]


def _titled(text: str, name: str, found: Sequence[Mention]) -> list[str]:
    """胡部长, 胡女士: the surname with the post or an honorific."""
    posts = {text[m.post[0] : m.post[1]] for m in found if m.name and m.post and _of(text, m, name)}
    short = {post.lstrip("副原前")[-2:] for post in posts}
    return [name[0] + word for word in (*short, "先生", "女士", "总")]


def _of(text: str, mention: Mention, name: str) -> bool:
    return mention.name is not None and text[mention.name[0] : mention.name[1]] == name


def acts(
    text: str, sents: Sequence[Sentence], found: Sequence[Mention], aliases: Aliases
) -> tuple[Act, ...]:
    """All verbs of speaking whose subject is known, in order; 他 is the one who spoke last."""
    said: list[Act] = []
    nobody = Act(0, 0, 0, "", None)
    last = nobody
    unnamed = [m for m in found if m.name is None]
    for number, sentence in enumerate(sents):
        people = aliases.in_text(sentence.text)
        for verb in VERB.finditer(sentence.text):
            for act in _subjects(text, sentence, number, verb, people, unnamed, last):
                said.append(act)
                last = act
        turn = _TURN.match(sentence.text)
        if turn and (spoken := _turn(sentence, number, turn, people)):
            said.append(spoken)
            last = spoken
    return tuple(said)


def _turn(
    sentence: Sentence, number: int, turn: re.Match[str], people: list[tuple[int, int, str]]
) -> Act | None:
    for start, end, name in people:
        if end == turn.end("who"):
            place = sentence.start + turn.end() - 1
            return Act(
                number,
                place,
                place + 1,
                ":",
                name,
                subject=(sentence.start + start, sentence.start + end),
            )
    return None


def _subjects(
    text: str,
    sentence: Sentence,
    number: int,
    verb: re.Match[str],
    people: list[tuple[int, int, str]],
    unnamed: Sequence[Mention],
    last: Act,
) -> list[Act]:
    words = sentence.text
    at = sentence.start + verb.start()
    before = [p for p in people if p[1] <= verb.start() and verb.start() - p[1] <= _REACH]
    official = next(
        (m for m in reversed(unnamed) if sentence.start <= m.start and m.end <= at <= m.end + 40),
        None,
    )

    def act(
        name: str | None,
        org: str | None = None,
        post: str | None = None,
        subject: tuple[int, int] | None = None,
    ) -> Act:
        return Act(number, at, sentence.start + verb.end(), verb.group(), name, org, post, subject)

    clause = max((words.rfind(c, 0, verb.start()) for c in ',;:。“”"'), default=-1) + 1
    pronoun = _PRONOUN.search(words, max(0, verb.start() - 40), verb.start())
    if official and (not before or sentence.start + before[-1][1] < official.start):
        org = text[official.org[0] : official.org[1]] if official.org else None
        post = text[official.post[0] : official.post[1]] if official.post else None
        return [act(None, org, post, (official.start, official.end))]
    if pronoun and last.verb and (not before or before[-1][1] < pronoun.end()):
        return [act(last.name, last.org, last.post)]
    body = _body_subject(words, clause, verb.start())
    if body and not (before and before[-1][1] > body[0]):
        return [
            act(
                None,
                words[body[0] : body[1]],
                None,
                (sentence.start + body[0], sentence.start + body[1]),
            )
        ]
    if before:
        start, end, name = before[-1]
        return [act(name, subject=(sentence.start + start, sentence.start + end))]
    if last.verb and (
        _ELIDED.fullmatch(words[: verb.start()]) or _MEETING.search(words[: verb.start()])
    ):
        return [act(last.name, last.org, last.post)]
    return []


def _body_subject(words: str, clause: int, verb: int) -> tuple[int, int] | None:
    adverbial = ADVERBIAL.search(words, clause, verb)
    end = adverbial.start() if adverbial else verb
    start, stop = body_before(words, end, clause)
    body = words[start:stop]
    if (
        len(body) < 3
        or not ends_as_body(body)
        or FIRM.search(body)
        or body.endswith(("会上", "本报"))
    ):
        return None
    if _SOURCE.search(words[max(0, start - 12) : start]) or body.endswith(
        ("社会", "中国", "全国", "我国", "各国", "大会")
    ):
        return None
    return start, stop
