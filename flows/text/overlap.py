"""What two texts have in common, whoever speaks: points for (or against) one statement."""

from __future__ import annotations

import math
from dataclasses import dataclass

from flows.text.sounds import COMMON_NAMES, heard
from storage.records import Sketch

# The share of words that any two reports on one topic have, what each share above it is worth,
# and the share below which two full reports are of two talks: one speaker may speak twice a day.
WORDS = {"zh": (0.08, 2.2, 0.09)}
WORDS_ELSE = (0.18, 3.0, 0.15)
DEVIATIONS = 1.5
MIN_WORDS, MANY_WORDS = 12, 30
RETOLD, SAME_WORDING = 0.25, 0.6
# Another talk has fewer of the figures than this part, versions of one text have more.
OTHER_FIGURES, KEPT_FIGURES = 0.2, 0.5
SOME_FIGURES, NO_FIGURES, MANY_FIGURES = 2, 3, 4
# So many digits are not rounded off.
EXACT = 3
# Of the names in two stories of one place or one ministry, fewer than this part are shared.
SOME_NAMES, MANY_NAMES = 0.5, 4
# Of the topics of two stories fewer than the first part are shared, of two versions of one more;
# the second is what one field of policy has in common. Measured on the stories of WMT21.
OTHER_TOPICS, SOME_TOPICS, TOPICS_WORTH, LEAST_TOPICS = 0.2, 0.3, 0.6, 4


@dataclass(frozen=True, slots=True)
class Signal:
    """Points for (or, below 0, against) one statement, with the reason for a person."""

    points: float
    reason: str


def figures(a: Sketch, b: Sketch) -> Signal | None:
    """Quantities in common: the more, the longer, and the larger their share, the stronger.

    Eight round figures, or four exact ones (14,520), make a statement's own pattern. Of several
    in both hardly any in common speaks against it, and more so where the words are the same:
    that is the report of another month.
    """
    one, other = _telling(a), _telling(b)
    common = one & other
    least = min(len(one), len(other))
    reason = f"{len(common)} of {least} figures"
    if least >= MANY_FIGURES and len(common) < KEPT_FIGURES * least and same_wording(a, b):
        return Signal(-0.6, f"the same words, but {reason}")
    if least >= SOME_FIGURES and len(common) < OTHER_FIGURES * least:
        return Signal(-0.25, f"only {reason}")
    if not common:
        return None
    weight = sum(2 if len(n.rstrip("0%s")) > 2 else 1 for n in common)
    return Signal(min(0.7, 0.09 * weight) * len(common) / least, reason)


def same_figures(a: Sketch, b: Sketch) -> bool:
    """Whether all of several figures of the one that has fewer stand in the other too."""
    one, other = _telling(a), _telling(b)
    return min(len(one), len(other)) >= NO_FIGURES and (one <= other or other <= one)


def denied_figures(a: Sketch, b: Sketch) -> bool:
    """Whether both have exact figures, one of them several, and none is in common.

    A retelling keeps one figure of many; the text that it retells has it.
    """
    one, other = _exact(a), _exact(b)
    several = max(len(one), len(other)) >= NO_FIGURES
    return bool(one and other) and several and one.isdisjoint(_telling(b) | other)


def _exact(sketch: Sketch) -> set[str]:
    return {number for number in sketch.numbers if len(number.rstrip("0%s")) >= EXACT}


def other_figures(a: Sketch, b: Sketch, several: int) -> bool:
    """Whether both have so many figures or more, and none of them in common."""
    one, other = _telling(a), _telling(b)
    return min(len(one), len(other)) >= several and one.isdisjoint(other)


def keeps_figures(a: Sketch, b: Sketch) -> bool:
    """Whether half of the figures of the one that has fewer stand in the other too."""
    one, other = _telling(a), _telling(b)
    least = min(len(one), len(other))
    return 0 < KEPT_FIGURES * least <= len(one & other)


def _telling(sketch: Sketch) -> set[str]:
    """Figures of one digit stand in every text."""
    return {number for number in sketch.numbers if len(number) > 1}


def words(a: Sketch, b: Sketch) -> Signal | None:
    """Wording in common, within one language: retellings share far more than a topic.

    What counts is the share less what chance may have added to it in so short a text.
    """
    if not one_language(a, b):
        return None
    share, least = _shared_words(a, b)
    if least < MIN_WORDS:
        return None
    floor, slope, talk = WORDS.get(a.lang[:2], WORDS_ELSE)
    if share < talk and least >= MANY_WORDS:
        return Signal(-0.3, f"but {share:.0%} of the words in common")
    points = min(0.6, slope * (_surely(share, least) - floor))
    return Signal(points, f"{share:.0%} of the words in common") if points > 0 else None


def same_wording(a: Sketch, b: Sketch) -> bool:
    """Whether two texts are versions of one."""
    share, least = _shared_words(a, b)
    return one_language(a, b) and least >= MANY_WORDS and _surely(share, least) >= SAME_WORDING


def _shared_words(a: Sketch, b: Sketch) -> tuple[float, int]:
    """The share of the shorter text's words that the other has too, and how many it has."""
    one, other = set(a.words), set(b.words)
    least = min(len(one), len(other))
    return len(one & other) / (least or 1), least


def _surely(share: float, least: int) -> float:
    return share - DEVIATIONS * math.sqrt(share * (1 - share) / least)


def measures(a: Sketch, b: Sketch) -> Signal | None:
    """Measures restate standing plans, so that they count little: their heads, or their number."""
    heads, heads_2 = set(a.measures), set(b.measures)
    common = len(heads & heads_2)
    if one_language(a, b) and common >= 2:
        return Signal(0.1, f"{common} measures word for word")
    if len(heads) >= 3 and len(a.measures) == len(b.measures):
        return Signal(0.05, f"{len(heads)} measures in both")
    return None


def latin(a: Sketch, b: Sketch) -> Signal | None:
    """Across languages: names and acronyms that stand in Latin letters in both."""
    common = [name for name in a.latin if name in b.latin]
    if one_language(a, b) or len(common) < 2:
        return None
    share = len(common) / min(len(a.latin), len(b.latin))
    return Signal(min(0.2, 0.04 * len(common)) * share, f"both name {', '.join(common[:4])}")


def names(a: Sketch, b: Sketch) -> Signal | None:
    """Across scripts: Chinese names of the one text that the other holds in characters.

    The speakers' own, or a part of them, and the place's count elsewhere. A translation keeps
    nearly all names.
    """
    if bool(a.sounds) == bool(b.sounds):
        return None
    latin, chinese = (a, b) if b.sounds else (b, a)
    own = "|".join(key.replace(" ", "") for key in (*a.speakers, *b.speakers))
    places = {place.replace(" ", "") for place in (a.place, b.place) if place}
    asked = [name for name in latin.names if name not in own and name not in places]
    found = heard(asked, chinese.sounds)
    weight, whole = sum(map(_weight, found)), sum(map(_weight, asked))
    reason = f"{len(found)} of {len(asked)} names"
    if weight < SOME_NAMES * whole:
        return Signal(-0.2, f"only {reason}") if whole >= MANY_NAMES else None
    return Signal(min(0.55, 0.12 * weight) * weight / whole, reason) if found else None


def _weight(name: str) -> float:
    return 0.25 if name in COMMON_NAMES else 1.0


def mentions(a: Sketch, b: Sketch) -> Signal | None:
    """Across languages: countries, cities, bodies and days in both, beside the occasion's own."""
    if one_language(a, b):
        return None
    own = {f"b:{o}" for o in (*a.orgs, *b.orgs)} | {f"p:{s.place}" for s in (a, b) if s.place}
    own |= {key for s in (a, b) if s.date for key in (f"d:{s.date[-5:]}", f"y:{s.date[:4]}")}
    one, other = set(a.mentions) - own, set(b.mentions) - own
    common = one & other
    if not common:
        return None
    shown = ", ".join(sorted(key[2:] for key in common)[:4])
    share = len(common) / min(len(one), len(other))
    return Signal(min(0.4, 0.05 * len(common)) * share, f"both name {shown}")


def topics(a: Sketch, b: Sketch) -> Signal | None:
    """Across languages: the terms of policy of which both speak, for or against one statement."""
    one, other = set(a.topics), set(b.topics)
    if one_language(a, b) or min(len(one), len(other)) < LEAST_TOPICS:
        return None
    common = one & other
    share = len(common) / math.sqrt(len(one) * len(other))
    reason = f"{len(common)} of {min(len(one), len(other))} topics"
    if share < OTHER_TOPICS:
        return Signal(-0.25, f"only {reason}")
    points = min(0.25, TOPICS_WORTH * (share - SOME_TOPICS))
    return Signal(points, reason) if points > 0 else None


def have_much_to_compare(a: Sketch, b: Sketch) -> bool:
    """Whether two texts in two languages would show that they are one, by topics or figures."""
    if one_language(a, b):
        return False
    topics = min(len(a.topics), len(b.topics)) >= LEAST_TOPICS
    return topics or bool(_exact(a) and _exact(b))


def one_language(a: Sketch, b: Sketch) -> bool:
    """Whether words of both can be compared."""
    return a.lang[:2] == b.lang[:2]
