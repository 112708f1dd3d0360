"""Verbs by which governments promise and urge."""

from __future__ import annotations

from flows.text.english.words import words

ACTIONS = frozenset(
    words(
        """
        abolish accelerate accord achieve adapt address adhere adjust adopt advance allocate
        allow amend analyse analyze apply attach attract audit balance ban bear boost bridge
        bring broaden build cap capture carry chart clarify clear combat combine complete
        comply conduct connect consolidate construct continue control cool cooperate
        coordinate cover crack create cultivate curb cut deal deepen defend deliver
        demonstrate deploy design develop digitize disclose diversify do double draft dredge
        drive ease educate electrify empower enable encourage enforce enhance enlarge enrich
        ensure establish evaluate examine exclude exempt expand expedite explore extend
        facilitate finance focus follow form formulate foster fund further gather give grasp
        grow guarantee guard guide halt halve handle harmonize help hire hold implement
        impose improve incorporate increase innovate inspect insulate integrate intensify
        introduce invest issue join keep launch lay lead learn leverage limit link list
        lower maintain make manage map master maximize mobilize modernize monitor nurture
        obtain occupy offer open optimise optimize organise organize oversee participate pay
        perfect perform phase pilot place plan plant play position prepare prevent
        prioritize prohibit promote propose protect provide publish pursue push put raise
        ratify realize rebuild recruit reduce refine reform regulate rein reinforce release
        rely remove renew repair replace report require research resolve respect respond
        restore restrict review revise safeguard scale secure seize select serve set shape
        share shorten simplify solve sort speed spread stabilize standardize start steadily
        steer step stick stimulate stop strengthen strive study subsidize supervise support
        suspend tackle take tap target team tighten track train transform translate triple
        try unify unlock update upgrade uphold urge use utilize vaccinate waive widen work
        """
    )
)


def base_form(word: str) -> str:
    """The base form of a regular gerund ("building" gives "build"); other words unchanged."""
    if not word.endswith("ing") or len(word) < 6:
        return word
    stem = word[:-3]
    doubled = stem[:-1] if stem[-1] == stem[-2] else stem
    return next((form for form in (stem, stem + "e", doubled) if form in ACTIONS), word)
