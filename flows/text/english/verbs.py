"""The verbs by which governments act."""

from __future__ import annotations

from flows.text.english.words import words

ACTIONS = frozenset(
    words(
        """
        accredit conquer delist finish grant harmonise incentivise lure motivate narrow plug
        quadruple shut stabilise tokenise tokenize
        abandon abate abide abolish absorb accelerate accept accommodate accompany accord achieve
        acquire act activate adapt add address adhere adjust administer adopt advance advertise
        advocate aggregate aid aim align allay alleviate allocate allot allow alter amend amplify
        analyse analyze anchor annul answer anticipate apply appoint approve arbitrate arm arrange
        arrest ascertain aspire assemble assert assess assign assist assume assure attach attain
        attract audit augment authorise authorize automate avoid await award back balance ban base
        bear beef begin bid bind blacklist block bolster boost break bridge brief bring broaden
        budget build bust buy calibrate campaign cancel cap capture carry cater centralize certify
        chart check choose circulate clarify clean cleanse clear close coach codify collaborate
        collect combat combine command commence commend commission commit compel compensate
        compete compile complement complete comply compress concede concentrate condemn condense
        conduct confer confine confirm confiscate conform confront connect conserve consolidate
        construct consult contain continue contribute control convene convert cool cooperate
        coordinate correct counter cover crack craft create cultivate curb curtail cushion
        customize cut dare deal debate decarbonise decarbonize decentralize decide decommission
        decrease dedicate deduct deepen defend define defuse delay delegate delineate deliver
        demarcate demonstrate denounce deploy deregulate design designate detect deter determine
        develop devise devolve devote diagnose differentiate digest digitalize digitise digitize
        diminish direct discard disclose disconnect discontinue discourage discuss dismantle
        dispatch disperse disseminate dissolve distribute diversify divert divide do document
        donate double draft dredge drive earmark earn ease educate electrify elevate eliminate
        embrace employ empower emulate enable enact encourage end endeavour endorse endow energize
        enforce engage enhance enlarge enlighten enlist enrich ensure entrust equip eradicate
        erect escort espouse establish evacuate evaluate evict evolve examine excel exchange
        exclude execute exempt exercise expand expedite experiment explain exploit explore export
        expropriate extend extradite facilitate familiarize favour field fight fill finalise
        finalize finance find fix focus follow forge form formalise formalize formulate fortify
        forward foster found free freeze fulfil fulfill fund further galvanise galvanize gather
        generate give govern grasp group grow guarantee guard guide halt halve handle harden
        harmonize harness hasten heed heighten help highlight hire hold honor host identify ignite
        illuminate immunize impart implant implement import impose improve incarcerate incentivize
        include incorporate increase incubate individualize induce industrialise industrialize
        inform infuse initiate inject innovate insist inspect inspire install instil instill
        institute insulate insure integrate intensify interact interlink internationalise
        internationalize interrupt intervene introduce invest investigate invite involve irrigate
        isolate issue jettison join judge justify keep label launch lay lead learn legalise
        legalize legislate legitimize lend lengthen let leverage levy liaise liberalise liberalize
        liberate license lift limit link liquidate list listen lobby localise localize look loosen
        lower mainstream maintain make manage mandate map market master match maximise maximize
        measure mediate meet mend mentor merge minimise minimize mitigate mobilise mobilize model
        modernise modernize modify monitor move muster nationalise nationalize negotiate normalise
        normalize notify nullify nurture oblige observe obtain obviate occupy offer offset open
        operate operationalise operationalize oppose optimise optimize organise organize orient
        oust outlaw outline outsource overcome overhaul oversee overturn pacify participate pass
        patrol pave pay penalise penalize perceive perfect perform permeate permit persevere
        persuade phase pick pilot pioneer place plan plant play polish pool popularise popularize
        populate position postpone practice prepare present preserve press prevent prioritize
        privatise privatize probe proceed process procure produce professionalise prohibit project
        promote pronounce propagate propel propose prosecute protect protest provide provision prune
        publicise publicize publish punish purchase purify pursue push put quantify quarantine
        quicken radiate raise rally ramp ratify rationalise rationalize reach readjust reaffirm
        realign realise realize reallocate reap reassess reassure rebalance rebuild recapitalise
        recapitalize receive reclaim reclassify recognise recognize reconcile reconfigure
        reconsider reconstruct record recover recruit rectify recycle redeem redefine redeploy
        redesign redevelop redirect redistribute redouble redress reduce refinance refine refocus
        reform refrain refresh refund refurbish refute regain regenerate register regularize
        regulate rehabilitate reimburse rein reinforce reinstate reinvest reinvigorate reject
        rejuvenate relax release relieve relinquish relocate rely remedy remind remodel remove
        remunerate renegotiate renew renovate reopen reorganize reorient repair repatriate repay
        repeal repel replace replenish replicate report request require research reserve resettle
        reshape reshuffle resist reskill resolve respect respond restart restore restrain restrict
        restructure resume retain rethink retool retrain retrieve retrofit return reunite reuse
        revamp reverse review revise revisit revitalize revive revoke revolutionise revolutionize
        reward ring roll rotate run safeguard sanction satisfy save scale schedule scrap screen
        scrutinize secure seek segregate seize select sell send sensitise sensitize separate serve
        service set settle sever shape share shed shelve shield shift shore shorten shoulder shun
        sign simplify simulate slash slow smooth socialise solicit solidify solve sort spearhead
        specify speed spell spend sponsor spread spur squeeze stabilize stand standardise
        standardize start station steadily steer step steward stick stimulate stipulate stir
        stockpile stop streamline strengthen strike strip strive study subject submit subscribe
        subsidise subsidize substitute succeed sum summarize supersede supervise supplant
        supplement supply support suppress surmount suspend sustain switch synchronize synergize
        table tackle tailor take tap target tax teach team temper terminate test thwart tighten
        tolerate top toughen trace track trade train transcend transfer transform transition
        translate transmit transpose treat trial trigger trim triple try turn tweak uncover
        underpin understand undertake undo unfold unify unite unleash unlock unravel unveil update
        upgrade uphold uproot urbanize urge use usher utilise utilize vaccinate validate venture
        verify veto visit vitalize vote waive warm warn weaken wean weigh welcome widen win
        withdraw withhold withstand work write
        """
    )
)
# Of these the ones that are nouns as often.
NOUNS_TOO = frozenset(
    words(
        """
        finish grant narrow plug
        advocate aggregate aid anchor answer arrest award back balance base bid block brief budget
        campaign command commission craft deal debate design direct document draft exchange
        experiment exploit export favour finance focus form found fund group honor import issue
        judge label lead license link list lobby mandate map market master measure mentor model
        move offer outline patrol phase pilot place plan plant polish position practice present
        press probe process produce project protest provision purchase reform refund register
        release relocate repair report request research respect return review reward ring sanction
        scale schedule screen service share shoulder sign sort stand station step steward study
        subject supply switch table target tax team test top trace track trade transfer transition
        treat trial trigger use venture veto visit vote work
        """
    )
)
# What is no act of policy, whoever is said to do it.
STATES = frozenset(
    words(
        "be have become come go get see say need remain mean happen know look seem exceed account"
        " consist comprise constitute depend continue like feel appear want wish hope expect"
        " believe think"
    )
)
