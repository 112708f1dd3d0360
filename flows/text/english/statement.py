"""Whether an article reports a statement by somebody in office, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.english.hints import holds
from flows.text.english.offices import in_office
from flows.text.english.postless import SPEECH_BY
from flows.text.english.speakers import Voices
from flows.text.english.untitled import HEADLINE, TRANSCRIPT
from flows.text.english.words import words
from storage.records import Measure, Quote, Speaker

_PRICES = re.compile(
    r"\b(?:price|resistance|support level|liquidations?|bulls|bears|all-time high|market cap"
    r"|traders?|token)\b",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"(?:^|\n)\s{0,4}(?:dear (?:mr|ms|mrs|dr|colleagues|guests|distinguished|ministers?)"
    r"|(?:honou?rable|respected) \w+|ladies and gentlemen|distinguished (?:guests|delegates))"
    r"|\b(?:ladies and gentlemen|excellencies)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:^|\n)\s{0,4}good (?:morning|afternoon|evening)\b"
    r"|\bit is my (?:great )?(?:pleasure|honou?r)\b"
    r"|\bI(?: am|'m|’m) (?:very |so |truly )?(?:pleased|delighted|honou?red|glad|grateful) to\b",
    re.IGNORECASE,
)
# One of these stands in each greeting.
_GREETING_HINTS = (
    "good morning", "good afternoon", "good evening", "it is my ", "pleased to", "delighted to",
    "honored to", "honoured to", "glad to", "grateful to",
)  # fmt: skip
_SALUTATION_HINTS = (
    "dear ", "honourable ", "honorable ", "respected ", "gentlemen", "distinguished ",
    "excellencies",
)  # fmt: skip
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
_FICTION_HINTS = words("whispered muttered sighed shouted laughed grinned Chapter chapter CHAPTER")
_FICTION = re.compile(
    r"[“\"][^”\"]{1,120}[”\"] (?:he|she) (?:whispered|muttered|sighed|shouted|laughed|grinned)"
    r"|(?:^|\n)Chapter \d{1,4}\b",
    re.IGNORECASE,
)
# A page that gives its own view, or its judgement of a thing for sale.
_OWN_VIEW = re.compile(
    r"^(?:editorial|opinion|review|analysis|commentary)\b|\bview on\b|\breview(?:$|:| [–-])",
    re.IGNORECASE,
)
# Words of policy; a text with few of them tells of sports, films or goods.
_POLICY = re.compile(
    r"\b(?:polic(?:y|ies)|regulat(?:e|ed|ion|ions|ors?|ory)|government|legislation|laws?|ministry"
    r"|standards?|infrastructure|industr(?:y|ies|ial)|econom(?:y|ic)|central bank|authorities"
    r"|reform|national|state|public|development|supervision|financial)\b",
    re.IGNORECASE,
)
_POLICY_WORDS = 4
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur)\b")
_FIRST_PERSONS = 4
_PERCENT = re.compile(r"\d ?(?:%|per ?cent)")


def no_speaker(text: str, heard: Voices) -> str:
    """Why nobody who could make a statement speaks in the article; empty where somebody does."""
    main = heard.main
    if any(hint in text for hint in _FICTION_HINTS) and _FICTION.search(text[:20_000]):
        return "told as a story, with dialogue"
    if main is None:
        return "" if _is_address(text) else "nobody in office is reported to speak"
    if main.rule in (HEADLINE, TRANSCRIPT):
        return _off_topic(text)
    if not (in_office(main) or (main.rule == SPEECH_BY and _is_speech(text))):
        return f"{main.name or main.org} speaks for no public body"
    return ""


def _is_speech(text: str) -> bool:
    """Whether a text that is announced as a speech salutes its hearers, or speaks on policy."""
    told = len(_FIRST_PERSON.findall(text[:6000])) >= _FIRST_PERSONS and not _off_topic(text)
    return told or _is_address(text)


def _is_address(text: str) -> bool:
    """Whether a text salutes those to whom it speaks."""
    lower = text.lower()
    if holds(lower[:4000], _SALUTATION_HINTS) and _SALUTATION.search(text[:4000]):
        return True
    return holds(lower, _GREETING_HINTS) and bool(_GREETING.search(text))


def _off_topic(text: str) -> str:
    """Why a text whose speaker holds no known office is not on policy; empty where it may be."""
    if len(_PRICES.findall(text)) >= 3:
        return "tells of prices"
    topics = {word.lower() for word in _POLICY.findall(text[:6000])}
    return "" if len(topics) >= _POLICY_WORDS else "nobody in office speaks, and not on policy"


def no_statement(
    text: str, title: str, heard: Voices, measures: Sequence[Measure], quotes: Sequence[Quote]
) -> str:
    """Why what the speaker is read to say is no statement; empty where it is one."""
    main = heard.main
    if _OWN_VIEW.search(title) and (main is None or main.rule != SPEECH_BY):
        return "tells the page's own view"
    if main is None:
        titled = _REMARKS.search(title) or _REMARKS.search(text[:400])
        told = titled or (measures and _SALUTATION.search(text[:4000]))
        return "" if told else "an address of which neither speaker nor matter is known"
    if main.rule in (HEADLINE, TRANSCRIPT) and not in_office(main) and not measures:
        return f"{main.name} holds no office and urges nothing"
    who = main.name or main.org or ""
    speaks = bool(quotes) or who in title or any(act.who == who for act in heard.acts)
    if not speaks and main.rule != SPEECH_BY:
        return f"{who} is named, not reported to speak"
    return "" if measures or quotes else _report(text, main)


def _report(text: str, main: Speaker) -> str:
    """What kind of report a text without measures and quotes is; empty where it may be any."""
    if len(_CAREER.findall(text[:4000])) >= 3:
        return "tells a career, not a statement"
    if main.name is None and len(_PRICES.findall(text)) >= 3:
        return "tells of prices"
    if main.name is None and len(_PERCENT.findall(text[:4000])) >= 2:
        return "tells of statistics"
    return ""


def why_statement(heard: Voices) -> str:
    """Why an article is a statement, in one sentence."""
    main = heard.main
    if main is None:
        return "a speech in the first person"
    return f"{main.name or main.org} is reported to speak ({main.rule})"
