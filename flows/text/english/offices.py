"""Who speaks for a public body, and who for a firm, a paper or nobody."""

from __future__ import annotations

import re

from flows.text.english.words import (
    COMMENTATORS,
    GOVERNMENT_NOUNS,
    PLACES,
    STATE_BODIES,
    STATE_POSTS,
)
from storage.records import Speaker

# Posts that are public ones where no body is named.
_OFFICIAL = re.compile(r"^(?:(?:vice |former |deputy )*president|.*official)$", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:Inc|Ltd|LLC|Corp|Labs|Technologies|Holdings|Co)\b\.?|(?<!Party )(?<!Leading )"
    r"(?<!Working )(?<!Expert )(?<!Leadership )\bGroup\b"
    r"|\b(?:Capital|Securities|Airlines|Motors|Partners|Ventures|Consulting|Media|Studios|Stores)$"
)
# Firms that a state owns send speakers to its conferences.
_STATE_FIRM = re.compile(r"\b(?:National|State|China|Central)\b")
# Papers tell, and the police tells of crimes: neither makes policy.
_NO_POLICY = re.compile(
    r"\b(?:News|Press|Daily|Times|Journal|Broadcasting|News Agency|Fire Department|CEO|CFO)$"
    r"|\b(?:Police|Sheriff)\b|^Reuters|^Xinhua"
)


# A minister for broadcasting leads no broadcaster.
_MINISTER = re.compile(r"\b(?:minister|secretary)$", re.IGNORECASE)
# Who speaks for the holder of an office.
_SPOKES = re.compile(r"\bspokes(?:man|woman|person)$", re.IGNORECASE)
_OFFICE = re.compile(r"\b(?:President|Prime Minister|Secretary-General|King|Chief Executive)\b")
_SEAT = re.compile(r"(?:member|deputy) ", re.IGNORECASE)
# Regulators and ministries that reports name by their letters alone.
_LETTERS = re.compile(
    r"\b(?:NDRC|MIIT|PBO?C|CSRC|CBIRC|SASAC|SAFE|MOFCOM|MO[CFE]|CAC|NPC|CPPCC|HKMA|SFC|MAS|RBI|SEC"
    r"|CFTC|FTC|FCC|FDA|CDC|FCA|ECB|BIS|IMF|FSB|FSC|FSS|FSA|UN|EU)\b"
)


def in_office(speaker: Speaker) -> bool:
    """Whether the speaker holds a post of state, or one at a public body, or is such a body."""
    org, post = speaker.org or "", speaker.post or ""
    owned = bool(_STATE_FIRM.search(org))
    if _SPOKES.search(post) and (_OFFICE.search(org) or STATE_POSTS.search(org)):
        return True
    told = _NO_POLICY.search(org) and not _MINISTER.search(post)
    if told or (_COMPANY.search(org) and not owned):
        return False
    if speaker.name is None and not speaker.post:
        named = STATE_BODIES.search(org) or _LETTERS.search(org)
        return bool(named) or (owned and bool(GOVERNMENT_NOUNS.search(org)))
    # A division or a center in small letters is a firm's as often as a state's.
    public = bool(STATE_BODIES.search(org) or (not org.islower() and GOVERNMENT_NOUNS.search(org)))
    # A member of the council of a region sits in a public body.
    public = public or bool(_SEAT.match(post) and STATE_BODIES.search(post))
    if COMMENTATORS.search(post) and not (public or owned):
        return False
    of_country = not org or org.lower() in PLACES
    return bool(
        public or owned or STATE_POSTS.search(post) or (of_country and _OFFICIAL.search(post))
    )
