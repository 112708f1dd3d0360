"""Whether an article reports a statement by somebody in office, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.english.speech import Attribution
from flows.text.english.words import COMMENTATORS, GOVERNMENT_NOUNS, STATE_POSTS
from storage.records import Measure, Quote, Speaker

_PRICES = re.compile(r"\b(?:price|resistance|support level|liquidations?|bulls|bears|all-time high|market cap|traders?|token)\b", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:^|\n)\s{0,4}(?:dear (?:mr|ms|mrs|dr|colleagues|friends|guests|distinguished)|ladies and gentlemen|"
    r"distinguished (?:guests|delegates)|good (?:morning|afternoon))|\bit is my (?:pleasure|honou?r)\b",
    re.IGNORECASE,
)
_REMARKS = re.compile(r"\b(?:remarks|speech|address|statement) (?:at|by|to|of)\b|\b(?:opening|closing|keynote) (?:remarks|speech|address)\b", re.IGNORECASE)
_CAREER = re.compile(r"\b(?:was (?:appointed|born|promoted)|graduated from|has been appointed|curriculum vitae|career|joined the (?:party|ministry))\b", re.IGNORECASE)
_FICTION = re.compile(r"[“\"][^”\"]{1,120}[”\"] (?:he|she) (?:whispered|muttered|sighed|shouted|laughed|grinned)|\bChapter \d", re.IGNORECASE)
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
    if not _in_office(main):
        return False, f"{main.name or main.org} speaks for no public body"
    if len(_CAREER.findall(text[:4000])) >= 3 and not quotes:
        return False, "tells a career, not a statement"
    acts = [a for a in spoken if (a.name or a.org) in (main.name, main.org)]
    if not acts and not quotes and main.name not in title:
        return False, f"{main.name or main.org} is named, not reported to speak"
    if main.name is None and not measures and not quotes and len(_PRICES.findall(text)) >= 3:
        return False, "tells of prices"
    return True, f"{main.name or main.org} is reported to speak ({main.rule})"


def _in_office(speaker: Speaker) -> bool:
    org, post = speaker.org or "", speaker.post or ""
    if _COMPANY.search(org) or (COMMENTATORS.search(post) and not GOVERNMENT_NOUNS.search(org)):
        return False
    return bool(GOVERNMENT_NOUNS.search(org) or STATE_POSTS.search(post) or (not org and post))
