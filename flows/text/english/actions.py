"""Verbs by which governments promise and urge."""

from __future__ import annotations

ACTIONS = frozenset(
    """accelerate achieve adapt address adhere adjust adopt advance allocate allow analyse analyze amend apply
    attach attract balance ban bear boost bridge bring broaden build capture carry chart clarify clear combine
    combat complete comply conduct connect consolidate construct continue control cooperate coordinate cover
    crack create cultivate curb cut deal deepen defend deliver demonstrate deploy design develop digitize
    disclose diversify do draft drive ease educate empower enable encourage enforce enhance enlarge enrich
    ensure establish evaluate examine exclude expand expedite explore extend facilitate finance focus follow
    form formulate foster fund further gather give grasp grow guarantee guard guide handle harmonize help
    hold implement impose improve increase incorporate innovate integrate intensify introduce invest issue
    join keep launch lay lead learn leverage link list lower maintain make manage map master maximize
    mobilize modernize monitor nurture obtain occupy offer open optimize optimise organize organise oversee
    participate pay perfect perform pilot place plan play position prepare prevent prioritize prohibit
    promote propose protect provide publish pursue push put raise realize reduce refine reform regulate
    rein reinforce release remove repair replace research require resolve respect respond restrict review
    revise rely safeguard scale secure seize select serve set shape share shorten simplify solve sort speed
    spread stabilize standardize start steer step stick stimulate stop strengthen strive study subsidize
    supervise support tackle take tap target team tighten track train transform translate try unify unlock
    update upgrade uphold urge use utilize widen work accord cool phase renew restore rebuild double triple
    cap halve exempt waive abolish ratify recruit hire train vaccinate plant electrify insulate dredge
    construct inspect audit report halt suspend limit steadily""".split()
)
# The general promise that leads into a list, not an action of its own.
EMPTY = frozenset(["take the following", "adopt the following", "continue to"])


def base_form(word: str) -> str:
    """The base form of a regular gerund ("building" gives "build"); other words unchanged."""
    if not word.endswith("ing") or len(word) < 6:
        return word
    stem = word[:-3]
    doubled = stem[:-1] if stem[-1] == stem[-2] else stem
    return next((form for form in (stem, stem + "e", doubled) if form in ACTIONS), word)
