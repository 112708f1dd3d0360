"""Verbs by which governments promise and urge."""

from __future__ import annotations

from flows.text.english.words import words

ACTIONS = frozenset(
    words(
        """
        abandon abide abolish absorb accelerate accept accord achieve acquire activate adapt
        add address adhere adjust adopt advance align alleviate allocate allow amend analyse
        analyze apply appoint approve arrange ascertain assess assign assist attach attract
        audit avoid balance ban bear beef begin block boost break bridge bring broaden build
        calibrate cancel cap capture carry cater certify chart check choose clarify clear
        close collect combat combine commit compensate compete complement complete comply
        concentrate conduct confront connect conserve consolidate construct consult contain
        continue contribute control convene convert cool cooperate coordinate cover crack
        create cultivate curb cushion cut deal decide dedicate deepen defend defuse deliver
        demonstrate deploy design detect develop devote digest digitalize digitize disclose
        discourage dismantle dispatch distribute diversify do double draft dredge drive ease
        educate electrify elevate eliminate embrace employ empower enable enact encourage
        end enforce engage enhance enlarge enlist enrich ensure equip eradicate establish
        evaluate examine exchange exclude execute exempt exercise expand expedite explain
        explore export extend facilitate fight fill finance find fix focus follow forge form
        formulate foster free freeze fulfil fulfill fund further gather give grasp grow
        guarantee guard guide halt halve handle harmonize harness heed help hire hold honor
        host identify implement import impose improve incentivize incorporate increase
        incubate inform inject innovate inspect install institute insulate integrate
        intensify interact intervene introduce invest invite isolate issue join keep launch
        lay lead learn legislate lend let leverage levy liberalize license lift limit link
        list listen loosen lower maintain make manage map master maximize meet merge
        minimize mitigate mobilize modernize monitor move negotiate notify nurture observe
        obtain occupy offer offset open operate oppose optimise optimize organise organize
        orient outlaw outline overcome overhaul oversee participate pass pave pay penalize
        perceive perfect perform permit persuade phase pick pilot pioneer place plan plant
        play pool position practice prepare preserve press prevent prioritize proceed
        process produce prohibit promote propel propose prosecute protect provide publish
        punish purchase pursue push put raise ramp ratify readjust realize rebalance rebuild
        recognize reconstruct recover recruit rectify recycle redefine redouble reduce
        refine reform refrain register regularize regulate rein reinforce reject rejuvenate
        relax release relocate rely remedy remind remove renew renovate reopen reorganize
        repair replace report require research resist resolve respect respond restore
        restrict resume retain rethink reverse review revise revitalize reward ring roll run
        safeguard save scale scrap scrutinize secure seek seize select sell send separate
        serve set settle shape share shield shift shore shorten sign simplify slash slow
        smooth solve sort specify speed spend sponsor spread stabilize stand standardize
        start steadily steer step stick stimulate stop streamline strengthen strike strive
        study subsidize sum summarize supervise supplement supply support suspend sustain
        switch tackle tailor take tap target tax teach team terminate test thwart tighten
        trace track trade train transfer transform translate transmit treat trim triple try
        turn undertake unify unite unleash unlock update upgrade uphold urge use utilise
        utilize vaccinate verify visit vote waive warn welcome widen win withdraw work write
        """
    )
)
# Of these the ones that are nouns as often: verbs only before what they act on, or, for the
# second kind, before whatever is no small word.
_NOUNS = frozenset(
    words(
        """
        access audit balance budget change charge contract credit deal demand design end exchange
        export finance force form fund import interest issue lead license list map master measure
        model offer order patent place plan plant position practice press process produce project
        purchase range rate record report research reserve respect return review reward sale scale
        share sort source staff state study supply surge target task tax team test trace track
        trade transfer transport treat trust use value visit vote waste work
        """
    )
)
_BEFORE_OBJECT = frozenset(
    words(
        "the a an its their our his her all more new this these those local rural every each"
        " on up out off down with against back over such key major as"
    )
)
_NO_OBJECT = frozenset(
    words(
        "of and or in for to at by from is are was were be has have had that which who will would"
        " can may as than if when while but not"
    )
)
# Verbs that act through a preposition.
_THROUGH = {
    "to": frozenset(words("adhere respond contribute commit cater attend conform stick lend")),
    "for": frozenset(words("strive prepare apply care provide push plan fight")),
    "in": frozenset(words("invest participate engage join")),
    "from": frozenset(words("learn refrain benefit")),
    "by": frozenset(words("abide stand")),
}
# What is no act of policy, whoever is said to do it.
STATES = frozenset(
    words(
        "be have become come go get see say need remain mean happen know look seem exceed account"
        " depend continue like feel appear want wish hope expect believe think"
    )
)


def base_form(word: str) -> str:
    """The base form of a regular gerund ("building" gives "build"); other words unchanged."""
    if not word.endswith("ing") or len(word) < 6:
        return word
    stem = word[:-3]
    doubled = stem[:-1] if stem[-1] == stem[-2] else stem
    return next((form for form in (stem, stem + "e", doubled) if form in ACTIONS), word)


def is_verb(word: str, following: str) -> bool:
    """Whether `word`, within a series and before `following`, is a verb of acting."""
    if word not in ACTIONS:
        return False
    if following in _BEFORE_OBJECT or word in _THROUGH.get(following, ()):
        return True
    return not (word in _NOUNS or following in _NO_OBJECT)


def is_gerund(word: str) -> bool:
    """Whether `word` is the gerund of a verb of acting."""
    return word.endswith("ing") and base_form(word) in ACTIONS
