"""Earlier statements that are spoken of, not told: a speech at a session, previous remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flows.text.english.bodies import has_body_noun, read_body
from flows.text.english.held_posts import POST
from flows.text.english.hints import holds, small_words
from flows.text.english.person_names import last_name_in
from flows.text.english.persons import NAME, mentions
from flows.text.english.postless import OPENS_SPEECH
from flows.text.english.words import words

_SPEECH = r"(?:speech|talk|address|remarks|instructions?|lecture|article|report)"
_SPEECHES = frozenset(
    words("speech talk address remarks instruction instructions lecture article report")
)
_SAYING = (
    r"(?:announcements?|remarks?|comments?|statements?|speech|pledges?|promises?|warnings?"
    r"|proposals?|testimony)"
)
# President Hu Ming's speech at …; Chairman Ming 's talk at …
_OWNED = re.compile(
    rf"(?P<name>{NAME}) ?'s? "
    rf"(?:[a-z]{{2,12}} ){{0,2}}{_SPEECH} (?:at|during|to|in|on) "
)
# A speech by the mayor, Hu Ming, at …
_SPEECH_BY = re.compile(rf"\b{_SPEECH} (?:by|of) ")
# His words echo those of Hu Ming; an earlier report quoted Hu Ming as saying …
_ECHOED = re.compile(
    r"\b(?:echo(?:e[sd]|ing)?|repeat(?:s|ed|ing)?) (?:the |his |her )?"
    r"(?:recent |earlier |previous )?"
    rf"(?:{_SAYING}|those) (?:by|from|of|made by) "
    r"|\b(?:earlier|previous) (?:media |news |press )?reports? (?:that |which )?"
    r"(?:quoted|quoting|cited|citing) "
)
# The Post Office's previous announcement; Hu's earlier comments.
_BEFORE = re.compile(rf"'s? (?:previous|earlier|prior) (?:\w{{3,14}} )?{_SAYING}\b")
# …that the Post Office had previously made it clear that …
_HAD_SAID = re.compile(
    r" (?:had|has) (?:previously|earlier|once|repeatedly) (?:said|stated|noted|warned|announced"
    r"|stressed|pointed out|told|argued|pledged|promised|made (?:it )?clear|called for)\b"
)
_OWNER = re.compile(
    r"(?:^|[\s(\"“])(?:[Tt]he )?(?=[A-Z])(?!(?:Despite|Although|While|When|After|In|At|As|But|And"
    r"|Since|For|With|The)\b)"
)
_NAMED = re.compile(NAME)
_NAME_REACH = 140
_OWNER_REACH = 80

# Who spoke, and where in the sentence the mention begins and ends.
Mentioned = tuple[str, int, int]


def mentioned_speeches(text: str) -> Iterator[Mentioned]:
    """Speeches of a sentence that are named by their event: the president's talk at a session."""
    # Where nothing is owned, no search for names is due.
    for match in _OWNED.finditer(text) if "'s " in text else ():
        if name := last_name_in(match["name"]) or _behind_post(match["name"]):
            yield name, match.start(), len(text)
    spoken = not _SPEECHES.isdisjoint(small_words(text))
    for match in _SPEECH_BY.finditer(text) if spoken else ():
        name = _first_name(text, match.end())
        # The speech that an article gives in full is no earlier one.
        if name and not OPENS_SPEECH.match(text[: match.end()]):
            yield name, match.start(), len(text)


def _behind_post(run: str) -> str | None:
    """The one word that is left of a name behind its post: General Secretary Ming."""
    before, _, last = run.rpartition(" ")
    post = POST.search(before)
    return last if post and post.end() == len(before) and not POST.search(last) else None


def mentioned_words(text: str, names: Sequence[str]) -> Iterator[Mentioned]:
    """Words of a sentence that somebody said before; `names` are known in full."""
    for match in _ECHOED.finditer(text) if holds(text, ("echo", "repeat", " report")) else ():
        if name := _first_name(text, match.end()):
            yield name, match.start(), len(text)
    for pattern in (_BEFORE, _HAD_SAID):
        for match in pattern.finditer(text):
            if owner := _owner(text, match.start(), names):
                comma = text.find(",", match.end())
                yield owner, match.start(), comma if comma >= 0 else len(text)


def _first_name(text: str, start: int) -> str | None:
    reach = text[start : start + _NAME_REACH]
    named = next((mention.name for mention in mentions(reach)), None)
    runs = (last_name_in(run.group()) for run in _NAMED.finditer(reach))
    return named or next((name for name in runs if name), None)


def _owner(text: str, end: int, names: Sequence[str]) -> str | None:
    """The person or body whose name ends at `end`."""
    last = text[:end].rpartition(" ")[2].strip('("“')
    known = next((name for name in names if last in name.split()), None)
    if known:
        return known
    for opening in _OWNER.finditer(text, max(0, end - _OWNER_REACH), end):
        owner = text[opening.end() : end]
        if read_body(text[:end], opening.end()) == end and has_body_noun(owner):
            return owner
    return None
