"""Whether an article reports a statement by somebody in office, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.english.headlines import SPEECH_BY
from flows.text.english.offices import in_office
from flows.text.english.speakers import Voices
from storage.records import Measure, Quote

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
_PERCENT = re.compile(r"\d ?(?:%|per ?cent)")


def no_speaker(text: str, title: str, heard: Voices) -> str:
    """Why nobody in office speaks in the article; empty where somebody does."""
    main = heard.main
    if _FICTION.search(text[:20_000]):
        return "told as a story, with dialogue"
    if main is None:
        if _ADDRESS.search(text) and (_REMARKS.search(title) or _REMARKS.search(text[:400])):
            return ""
        return "nobody in office is reported to say anything"
    if not (in_office(main) or (main.rule == SPEECH_BY and _ADDRESS.search(text))):
        return f"{main.name or main.org} speaks for no public body"
    return ""


def no_statement(
    text: str, title: str, heard: Voices, measures: Sequence[Measure], quotes: Sequence[Quote]
) -> str:
    """Why what an official is read to say is no statement; empty where it is one."""
    main, content = heard.main, bool(measures or quotes)
    if main is None:
        return ""
    who = main.name or main.org or ""
    if len(_CAREER.findall(text[:4000])) >= 3 and not content:
        return "tells a career, not a statement"
    speaks = bool(quotes) or who in title or any(act.who == who for act in heard.acts)
    if not speaks and main.rule != SPEECH_BY:
        return f"{who} is named, not reported to speak"
    if main.name is None and not content:
        if len(_PRICES.findall(text)) >= 3:
            return "tells of prices"
        if len(_PERCENT.findall(text[:4000])) >= 2:
            return "tells of statistics"
    return ""


def why_statement(heard: Voices) -> str:
    """Why an article is a statement, in one sentence."""
    main = heard.main
    if main is None:
        return "a speech in the first person"
    return f"{main.name or main.org} is reported to speak ({main.rule})"
