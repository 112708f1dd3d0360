"""The line that opens a report with its place, day and agency: PORTVILLE, May 3 (Lakenews) --."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.english.sentences import Sentence
from flows.text.english.words import MONTHS, PLACES, WEEKDAYS, any_of

TIME = f"(?i:{any_of([*MONTHS, *WEEKDAYS, *(m[:3] for m in MONTHS), 'sept'])})"
WORD = r"[A-Z][a-z'’-]{2,20}(?:-[A-Z][a-z]{2,12})?"
NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_AGENCY = r"(?:(?:\([\w\s/.,:'-]{2,60}\)|/[\w .-]{2,24}/) ?)?"
_DATELINE = re.compile(
    r"^[\[(]?(?:(?:[A-Z]\w+ ){1,3}(?:Agency|Net|Daily|News|Network),? )?"
    r"(?:(?!(?:On|At|In)\b)[A-Z][\w'. ]{0,24}"
    r"(?:[Nn]ews|NEWS|Agency|Daily|Net|Times|Post|Press|Service|Xinhua|com|Network|Online|TASS), )?"
    rf"(?P<place>(?!{TIME}\b)(?:[A-Z][A-Z/'’ ]{{1,24}}[A-Z]|{WORD}(?: {WORD}){{0,2}}))"
    rf"(?:, (?!{TIME}\b)[A-Z][\w.]{{1,15}})?"
    rf"(?P<day>,? ?(?<![a-z])(?=(?:\d{{1,2}} )?{TIME}\b)[^()—–]{{3,22}}?)? ?{_AGENCY}"
    r"(?P<mark>--|—|–|- |[)\]]|\. |: |$|(?<=\) )(?=[\"“A-Z]))",
)
# BEIJING, April 24 China will do more, without a dash.
_CAPITAL_LINE = re.compile(
    rf"^(?P<place>[A-Z][A-Z ]{{2,24}}[A-Z]),(?P<day> {TIME}\.? \d{{1,2}})(?P<mark>)(?= [A-Z][a-z])"
)
# Lake News Agency, Portville, reported May 3 (Anna Berg): how translations open.
_TRANSLATED_LINE = re.compile(
    r"^(?:[A-Z][\w'.]{1,16} ){0,3}(?:Agency|Service|Net|Daily|News|Online|CNS|Xinhua|Ecns\.cn"
    r"|[Cc]hinanews(?:\.com)?),?(?: from)? "
    rf"(?P<place>(?!{TIME}\b){WORD}(?: {WORD}){{0,2}})(?:, {WORD}(?: {WORD})?)?,? "
    rf"(?:reported )?(?:on )?(?P<day>{TIME} {NTH}(?:,? 20\d\d)?)(?P<mark>)(?=[ ,:(–—-]|$)"
)
NO_PLACE = re.compile(
    rf"^(?:{TIME}|The|His|Her|Its|Share|Photo|Read|Source|Xinhua|Reuters|TASS|AFP|Yonhap|Bloomberg|Kyodo|This|That|He|She|It|We|They|By|Update)\b",
    re.IGNORECASE,
)
PAPER = re.compile(r"\b(?:Daily|News|Times|Post|Journal|Press|Magazine|Herald|Tribune)$")
_LINES = 10

Line = tuple[Sentence, re.Match[str]]


def dateline(sents: Sequence[Sentence]) -> Line | None:
    """The sentence that opens with place and day, or place and agency, before a dash."""
    for sentence in sents[:_LINES]:
        lines = (p.match(sentence.text) for p in (_CAPITAL_LINE, _TRANSLATED_LINE, _DATELINE))
        match = next((line for line in lines if line), None)
        if match is None or NO_PLACE.match(match["place"]) or PAPER.search(match["place"]):
            continue
        city = match["place"].rsplit(maxsplit=1)[-1].lower() in PLACES
        loose = match["mark"] in (")", "]", ". ", "")
        colon = match["mark"] == ": " and not (city or match["place"].isupper())
        # Coins — pieces of metal — are no place.
        agency = "(" in match.group() or "/" in match.group()
        small = sentence.text[match.end() :].lstrip()[:1].islower()
        if small and not (city or agency or match["day"] or match["place"].isupper()):
            continue
        if match["day"] or not (loose or colon):
            return sentence, match
    return None
