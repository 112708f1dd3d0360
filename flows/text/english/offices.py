"""Who speaks for a public body, and who for a firm or for nobody."""

from __future__ import annotations

import re

from flows.text.english.words import COMMENTATORS, GOVERNMENT_NOUNS, STATE_POSTS
from storage.records import Speaker

# Posts that are public ones where no body is named.
_OFFICIAL = re.compile(
    r"^(?:(?:vice |former |deputy )*president|.*official|.*spokes\w+)$", re.IGNORECASE
)
_COMPANY = re.compile(r"\b(?:Inc|Ltd|LLC|Corp|Group|Labs|Capital|Technologies|Holdings|Co)\b\.?")
# Firms that a state owns send speakers to its conferences.
_STATE_FIRM = re.compile(r"\b(?:National|State|China|Central)\b")


def in_office(speaker: Speaker) -> bool:
    """Whether the speaker holds a post of state, or one at a public body."""
    org, post = speaker.org or "", speaker.post or ""
    public = GOVERNMENT_NOUNS.search(org)
    if _COMPANY.search(org) and not _STATE_FIRM.search(org):
        return False
    if COMMENTATORS.search(post) and not (public or _STATE_FIRM.search(org)):
        return False
    return bool(
        public or _STATE_FIRM.search(org) or STATE_POSTS.search(post) or _OFFICIAL.search(post)
    )
