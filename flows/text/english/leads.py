"""What leads into a list: a plan or proposals, or else achievements, problems, parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from flows.text.english.markers import Mark
from flows.text.english.sentences import Sentence

Lead = Literal["plan", "other", ""]

_OBSTACLES = re.compile(
    r"""\b(?:
    achievements?|achieved|progress|results|includes?|consists?|problems?|difficult(?:y|ies)
    |(?:some|three|two|four|several|following)\ (?:\w+\ ){0,2}work\ has\ been
    |ha(?:s|ve)\ been\ (?:carried\ out|done|made|taken|completed)|challenges?|phenomen(?:a|on)
    |trends?|things\ to\ note|experiences?|features?|highlights|characteristics|reasons?|risks?
    |noting\ several|lessons?|factors?|advantages?|benefits?|shortcomings|causes?|bottlenecks
    |signs?|changes\ (?:are|include)|impacts?|effects|obstacles|differences|ha(?:s|ve)\ done
    |in\ the\ past|last\ year
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
PLANS = re.compile(
    r"""\b(?:
    directions|pillars|next\ steps?|in\ the\ next|follow-up|will|should|must|suggest(?:s|ed|ions?)?
    |propos(?:es|ed|als?)|specifically|measures?|key\ tasks?|recommend\w*|urge[sd]?
    |call(?:s|ed)\ (?:for|on)|need\ to|necessary|steps|efforts|priorities|plans?\ to|requirements
    |commitments|actions|initiatives|demands
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|the following|following|\d)"
# "in four aspects", "the following measures": the list itself comes elsewhere.
ANNOUNCES = re.compile(
    rf"\b{_COUNT}(?:-point)? (?:[\w-]+ ){{0,2}}(?:aspects?|measures|steps|things|tasks|points|areas"
    r"|suggestions|proposals|requirements|efforts|directions|priorities|initiatives|actions|jobs"
    r"|recommendations|fronts|fields|levels|principles|relationships|work)\b",
    re.IGNORECASE,
)
# A line that names measures and ends in a colon opens bullets of any form.
_OPENS_BULLETS = re.compile(
    r"\b(?:measures|steps|proposals|suggestions|recommendations|actions|initiatives|priorities"
    r"|commitments|demands|plans?|agenda|tasks)\b[^:]{0,120}:$",
    re.IGNORECASE,
)


def lead(first: Mark, sents: Sequence[Sentence]) -> Lead:
    """What leads into the list that `first` opens: a plan, something else, or nothing."""
    before = [sents[first.sentence].text[: first.start]]
    before += [s.text for s in sents[max(0, first.sentence - 2) : first.sentence]][::-1]
    for text in before:
        if _OBSTACLES.search(text):
            return "plan" if PLANS.search(text) else "other"
        if PLANS.search(text):
            return "plan"
    return ""


def opens_bullets(first: Mark, sents: Sequence[Sentence]) -> bool:
    """Whether the line before a bullet names measures and ends in a colon."""
    return first.sentence > 0 and bool(_OPENS_BULLETS.search(sents[first.sentence - 1].text))
