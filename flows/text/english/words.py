"""The words that English, native or machine-translated, uses for posts, bodies and speaking."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """An alternation of `words`, the longest first, a space in them standing for any blank.

    Grouped by first letter: a search then tries a tenth of them at each place.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        rest = re.escape(word[1:]).replace(r"\ ", r"[ -]")
        by_letter.setdefault(word[0], []).append(rest)
    return "(?:" + "|".join(f"{re.escape(x)}(?:{'|'.join(r)})" for x, r in by_letter.items()) + ")"


def lowered(text: str) -> str:
    """`text` in small letters at the same offsets; a pattern needs not ignore case then."""
    low = text.lower()
    return low if len(low) == len(text) else text


def phrases(lines: str) -> tuple[str, ...]:
    """The phrases of a list that is written over several lines, parted by bars."""
    return tuple(" ".join(phrase.split()) for phrase in lines.split("|"))


def words(lines: str) -> tuple[str, ...]:
    """The words of a list that is written over several lines, parted by blanks."""
    return tuple(lines.split())


# Of a country: Lakish, Harlandi.
DEMONYM = r"(?:[A-Z][a-z]{2,12}(?:ese|ish|ian|ean|an|ch|[lnqtdr]i|shi)|Greek|Thai|Swiss|Dutch)"

POSTS = phrases(
    """
    minister|premier|president|chairman|chairwoman|chairperson|chair|governor|
    director|director general|secretary|secretary general|secretary of state|
    commissioner|head|chief|chief executive|chief engineer|chief economist|
    chief scientist|chief executive officer|spokesperson|spokesman|spokeswoman|
    member|mayor|ambassador|counselor|counsellor|administrator|inspector|
    researcher|academician|professor|dean|senator|representative|official|
    general manager|manager|ceo|adviser|advisor|economist|attorney general|
    comptroller|superintendent|chancellor|undersecretary|under secretary|treasurer|
    principal|commissioner general|sen.|rep.|gov.|envoy|auditor general|
    prime minister|rapporteur|editor in chief|partner|founder|
    under secretary general|co founder|analyst|deputy|lawmaker|congressman|
    congresswoman|councillor|permanent secretary|executive secretary|regulator|
    state councilor|councilor|leader|rector|provost|prosecutor|judge|expert|
    fellow|engineer|scientist|scholar|officer|chief information officer|
    chief technology officer|chief operating officer|press secretary|party secretary|
    party chief|section chief|division chief|bureau chief|high representative|
    special envoy|special representative|delegate|co chair|chief accountant|
    chief statistician|chief of staff|chief counsel|counsel|general counsel|
    consul general|high commissioner|legislator|council member|committee member|
    board chairman|strategist|consultant|lecturer|coordinator|chief representative|
    chief planner|chief agronomist|chief pilot|chief auditor|chief physician|
    chief forester|chief designer|chief meteorologist|chief negotiator|chief veterinarian|
    chief medical officer|chief fintech officer|chief digital officer|chief data officer|
    chief risk officer|chief security officer|inspector general|solicitor general|surgeon general|
    comptroller general|trade representative|ombudsman|speaker|whip|board member|
    member of parliament|minister of state
    """
)
POST_MODIFIERS = phrases(
    """
    deputy|vice|former|acting|executive|first|senior|managing|standing|permanent|
    general|honorary|associate|assistant|party|foreign|finance|interior|defence|
    defense|trade|health|education|energy|justice|transport|environment|agriculture|
    union|federal|state|principal|chief|founding|co|rotating|incoming|outgoing|then|
    ex|interim|joint|second|third|1st|2nd|3rd|safety|second level|first level|financial|
    economic|technical|controlling
    """
)
# Fields that stand before a post in small letters; in capitals they are the body's name.
POST_FIELDS = words(
    """
    technology science digital communications railway railways home culture labour labor economy
    industry commerce information telecom telecommunications planning budget housing security
    climate internal external economics
    """
)
# Posts that make their holder an official even where no body is named.
STATE_POSTS = re.compile(
    r"\b(?:minister|premier|governor|mayor|senator|ambassador|commissioner|counsell?or|lawmaker"
    r"|chancellor|congress(?:wo)?man|attorney general"
    r"|academician|regulator|secretary|prosecutor|representative|legislator"
    r"|rep\.|sen\.|gov\.|judge|state councilor)\b",
    re.IGNORECASE,
)
# Who comments for a firm or a market, and speaks for nobody in office.
COMMENTATORS = re.compile(
    r"\b(?:analyst|founder|partner|ceo|chief executive officer|editor|manager)\b", re.IGNORECASE
)

BODY_NOUNS = words(
    """
    ministry department bureau commission committee council authority agency administration
    office bank institute academy association university parliament congress senate government
    treasury court union centre center division board fund federation alliance society
    organization organisation secretariat service chamber conference reserve exchange cabinet
    directorate group corporation company party laboratory college school corps delegation
    mission taskforce fed nations
    """
)
GOVERNMENT_NOUNS = re.compile(
    r"""\b(?:
    ministry|department|bureau|commission|committee|council|authority|agency|administration|office
    |central\ bank|(?:people's|reserve|national|state|world|federal)\ bank|bank\ of\ [A-Z]
    |parliament|congress|senate|government|treasury|union|institute|academy|conference|board|fund
    |federal\ reserve|association|university|secretariat|organi[sz]ation|cabinet|court|party
    |center|centre|division|fed|Fed|school|School|college|College|laboratory|Laboratory|[A-Z]{2,6}
    # Acronyms stand in capitals, so that case counts in this pattern.
    |Ministry|Department|Bureau|Commission|Committee|Council|Authority|Agency|Administration
    |Office|Bank|Parliament|Congress|Senate|Government|Treasury|Union|Institute|Academy
    |Conference|Board|Fund|Reserve|Division|Association|University|Secretariat|Organi[sz]ation|Cabinet
    |Court|Party|Cent(?:er|re)|(?:Industrial|Science|Technology)\ Park|(?:Trade|Development)\ Zone
    )\b""",
    re.VERBOSE,
)
# Bodies of state, without those that firms, schools and clubs are as well.
STATE_BODIES = re.compile(
    r"""\b(?:
    ministry|ministries|department|bureau|commission|committee|council|authority|authorities
    |agency|administration|secretariat|parliament|congress|senate|government|treasury|cabinet
    |court|politburo|central\ bank|(?:people's|reserve|state|world|federal)\ bank|bank\ (?:of|for)
    |federal\ reserve|monetary\ (?:authority|fund)|regulators?|office
    |(?:supervisory|revenue|tax|customs|health|prosecution|statistics?|intelligence)\ service
    |white\ house|kremlin|pentagon|united\ nations|european\ union|bundesbank|riksbank
    )\b|\b[Ff]ed\b""",
    re.IGNORECASE | re.VERBOSE,
)

SPEECH_VERBS = phrases(
    """
    said|says|stated|states|pointed out|points out|emphasized|emphasised|
    emphasizes|stressed|stresses|mentioned|mentions|believes|believed|noted|notes|
    revealed|reveals|introduced|reiterated|reiterates|suggested|suggests|urged|
    urges|called for|calls for|told|tells|indicated|added|adds|announced|
    announces|explained|explains|argued|warned|warns|wrote|writes|proposed|
    proposes|declared|remarked|recommended|disclosed|commented|insisted|concluded|
    observed|promised|pledged|vowed|confirmed|acknowledged|admitted|cautioned|
    affirmed|put forward|puts forward|published an article|spoke|delivered a speech|
    delivered a keynote speech|gave a speech|made a speech|replied|responded|
    outlined|unveiled|discussed|exclaimed|called on|calls on|highlighted|
    underlined|underscored|expressed|claimed|claims|shared|attended and spoke|
    called|noting|saying|adding|telling|stating|arguing|stressing|emphasizing|
    tweeted|tweets|continued|continues|asked|asks|declares|testified|recalled|
    asserted|maintained|contended|countered|predicted|answered|reaffirmed|
    concludes|pledges|vows|proposing|points to|pointed to|set out|sets out|
    laid out|spelled out|issued a signal|published a signed article|
    issued a statement|issued a notice|issued a warning|issued a reply|
    issued a response|issued a circular|answered reporters|answered questions|
    answered a question|gave a keynote speech|delivered an opening speech|
    told reporters|acknowledges|reminded|hoped|hopes|demanded|pleaded|appealed|
    advised|advises|summarized|assured|conceded|concedes|expects|clarified|elaborated|
    hinted|advocated|opined|reckons|lamented|delivered an address|
    delivered remarks|gave remarks|described
    """
)

EVENT_NOUNS = words(
    """
    forum conference summit meeting expo exposition congress seminar workshop symposium
    session fair festival week ceremony briefing hearing dialogue roundtable convention
    colloquium webinar salon assembly exhibition plenary gala talks panel launch lecture
    gathering reception conclave consultation testimony retreat luncheon teleconference
    videoconference
    """
)
MONTHS = words(
    """
    january february march april may june july august september october november december
    """
)
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
# States, provinces and cities whose governments are meant where they promise something.
CITIES = words(
    """
    beijing shanghai tianjin chongqing shenzhen guangzhou hangzhou nanjing wuhan chengdu suzhou
    washington brussels london moscow tokyo delhi mumbai kolkata chennai bengaluru hyderabad
    seoul busan jakarta manila hanoi bangkok dhaka islamabad karachi colombo kathmandu nairobi
    lagos abuja accra pretoria johannesburg cairo riyadh dubai doha paris berlin frankfurt
    geneva vienna madrid rome lisbon athens warsaw oslo stockholm helsinki copenhagen amsterdam
    zurich basel dublin prague budapest sydney melbourne canberra wellington ottawa toronto kyiv
    ankara istanbul astana tashkent
    """
)
PLACES = (
    *CITIES,
    *words(
        """
        china singapore japan india britain russia germany france italy spain canada
        australia brazil indonesia malaysia thailand vietnam korea philippines pakistan
        turkey iran israel egypt nigeria kenya africa mexico argentina ukraine poland sweden
        norway finland denmark switzerland austria europe kong macao taiwan hebei shanxi
        liaoning jilin heilongjiang jiangsu zhejiang anhui fujian jiangxi shandong henan
        hubei hunan guangdong hainan sichuan guizhou yunnan shaanxi gansu qinghai guangxi
        ningxia xinjiang tibet
        """
    ),
)
