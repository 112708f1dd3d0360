"""Whether an article reports a statement by somebody in office, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.english.headlines import SPEECH_BY
from flows.text.english.speech import Attribution
from flows.text.english.words import COMMENTATORS, GOVERNMENT_NOUNS, STATE_POSTS
from storage.records import Measure, Quote, Speaker

_PRICES = re.compile(
    r"\b(?:price|resistance|support level|liquidations?|bulls|bears|all-time high|market cap"
    r"|traders?|token)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:^|\n)\s{0,4}(?:dear (?:mr|ms|mrs|dr|colleagues|friends|guests|distinguished)"
    r"|ladies and gentlemen|distinguished (?:guests|delegates)|good (?:morning|afternoon))"
    r"|\bit is my (?:pleasure|honou?r)\b",
    re.IGNORECASE,
)
_REMARKS = re.compile(
    r"\b(?:remarks|speech|address|statement) (?:at|by|to|of)\b"
    r"|\b(?:opening|closing|keynote) (?:remarks|speech|address)\b",
    re.IGNORECASE,
)
_CAREER = re.compile(
    r"\b(?:was (?:appointed|born|promoted)|graduated from|has been appointed|curriculum vitae"
    r"|career|joined the (?:party|ministry))\b",
    re.IGNORECASE,
)
_FICTION = re.compile(
    r"[“\"][^”\"]{1,120}[”\"] (?:he|she) (?:whispered|muttered|sighed|shouted|laughed|grinned)"
    r"|(?:^|\n)Chapter \d{1,4}\b",
    re.IGNORECASE,
)
# Posts that are public ones where no body is named.
_OFFICIAL = re.compile(
    r"^(?:(?:vice |former |deputy )*president|.*official|.*spokes\w+)$", re.IGNORECASE
)
_PERCENT = re.compile(r"\d ?(?:%|per ?cent)")
_COMPANY = re.compile(r"\b(?:Inc|Ltd|LLC|Corp|Group|Labs|Capital|Technologies|Holdings|Co)\b\.?")


def judge(
    text: str,
    title: str,
    speakers: Sequence[Speaker],
    spoken: Sequence[Attribution],
    measures: Sequence[Measure],
    quotes: Sequence[Quote],
) -> tuple[bool, str]:
    """Whether it is a statement, and the reason in one sentence."""
    if _FICTION.search(text[:20_000]):
        return False, "told as a story, with dialogue"
    main = next((s for s in speakers if s.main), None)
    if main is None:
        if _ADDRESS.search(text) and (_REMARKS.search(title) or _REMARKS.search(text[:400])):
            return True, "a speech in the first person"
        return False, "nobody in office is reported to say anything"
    who = main.name or main.org or ""
    speaks = bool(quotes) or who in title or any(who in (a.name, a.org) for a in spoken)
    doubt = _doubt(text, main, speaks=speaks, content=bool(measures or quotes))
    return not doubt, doubt or f"{who} is reported to speak ({main.rule})"


def _doubt(text: str, main: Speaker, *, speaks: bool, content: bool) -> str:
    """Why a text with this main speaker is no statement; empty where it is one."""
    who = main.name or main.org
    if not (_in_office(main) or (main.rule == SPEECH_BY and _ADDRESS.search(text))):
        return f"{who} speaks for no public body"
    if len(_CAREER.findall(text[:4000])) >= 3 and not content:
        return "tells a career, not a statement"
    if not speaks and main.rule != SPEECH_BY:
        return f"{who} is named, not reported to speak"
    if main.name is None and not content and len(_PRICES.findall(text)) >= 3:
        return "tells of prices"
    if main.name is None and not content and len(_PERCENT.findall(text[:4000])) >= 2:
        return "tells of statistics"
    return ""


def _in_office(speaker: Speaker) -> bool:
    org, post = speaker.org or "", speaker.post or ""
    if _COMPANY.search(org) or (COMMENTATORS.search(post) and not GOVERNMENT_NOUNS.search(org)):
        return False
    return bool(GOVERNMENT_NOUNS.search(org) or STATE_POSTS.search(post) or _OFFICIAL.search(post))
