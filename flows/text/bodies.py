"""Bodies (ministries, agencies, banks, unions) in one normal form for both languages."""

from __future__ import annotations

import functools
import re

from flows.text.names import simplify

# Usual long and short names in Chinese and English, by the bodies' own sites (state council
# list of 2023 and the bodies that it replaced). The key is the English acronym or short name.
BODIES = {
    "miit": (
        "工业和信息化部|工信部|ministry of industry and information technology|"
        "ministry of industry and information|industry and information technology|miit"
    ),
    "ndrc": (
        "国家发展和改革委员会|国家发展改革委|国家发改委|发展改革委|发改委|"
        "national development and reform commission|ndrc"
    ),
    "pboc": (
        "中国人民银行|人民银行|我国央行|中国央行|央行|people's bank of china|people's bank|"
        "china's central bank|chinese central bank|central bank of china|pboc|pbc"
    ),
    "cac": (
        "国家互联网信息办公室|国家网信办|中央网信办|网信办|"
        "cyberspace administration of china|cyberspace administration|cac"
    ),
    "csrc": (
        "中国证券监督管理委员会|中国证监会|证监会|china securities regulatory commission|"
        "securities regulatory commission|csrc"
    ),
    "cbirc": (
        "中国银行保险监督管理委员会|中国银保监会|银保监会|"
        "china banking and insurance regulatory commission|cbirc"
    ),
    "cbrc": "中国银行业监督管理委员会|银监会|china banking regulatory commission|cbrc",
    "nfra": "国家金融监督管理总局|金融监管总局|national financial regulatory administration|nfra",
    "mof": "中华人民共和国财政部|财政部|ministry of finance",
    "mofcom": "商务部|ministry of commerce|mofcom",
    "most": "科学技术部|科技部|ministry of science and technology",
    "moe": "教育部|ministry of education",
    "nhc": "国家卫生健康委员会|国家卫生健康委|国家卫健委|卫健委|national health commission",
    "samr": "国家市场监督管理总局|市场监管总局|state administration for market regulation|samr",
    "mot": "交通运输部|ministry of transport",
    "scio": "国务院新闻办公室|国务院新闻办|国新办|state council information office|scio",
    "sasac": (
        "国务院国有资产监督管理委员会|国务院国资委|国资委|"
        "state-owned assets supervision and administration commission|sasac"
    ),
    "state council": "国务院|state council",
    "mfa": "外交部|ministry of foreign affairs|foreign ministry",
    "mod": (
        "国防部|ministry of national defense|ministry of national defence|"
        "ministry of defense|ministry of defence"
    ),
    "mps": "公安部|ministry of public security",
    "moj": "司法部|ministry of justice",
    "mca": "民政部|ministry of civil affairs",
    "mohrss": (
        "人力资源和社会保障部|人力资源社会保障部|人社部|"
        "ministry of human resources and social security|mohrss"
    ),
    "mnr": "自然资源部|ministry of natural resources",
    "mee": "生态环境部|ministry of ecology and environment",
    "mohurd": (
        "住房和城乡建设部|住房城乡建设部|住建部|"
        "ministry of housing and urban-rural development|mohurd"
    ),
    "mwr": "水利部|ministry of water resources",
    "mara": "农业农村部|ministry of agriculture and rural affairs",
    "mct": "文化和旅游部|文旅部|ministry of culture and tourism",
    "mem": "应急管理部|ministry of emergency management",
    "nao": "审计署|national audit office",
    "gacc": "海关总署|general administration of customs",
    "sta": "国家税务总局|税务总局|state taxation administration",
    "nbs": "国家统计局|national bureau of statistics",
    "nea": "国家能源局|national energy administration",
    "nda": "国家数据局|national data administration|national data bureau",
    "safe": "国家外汇管理局|外汇管理局|外汇局|state administration of foreign exchange",
    "cnipa": "国家知识产权局|national intellectual property administration|cnipa",
    "nrta": "国家广播电视总局|广电总局|national radio and television administration",
    "caac": "中国民用航空局|民航局|civil aviation administration of china|caac",
    "spb": "国家邮政局|state post bureau",
    "nmpa": "国家药品监督管理局|国家药监局|药监局|national medical products administration|nmpa",
    "nhsa": "国家医疗保障局|国家医保局|医保局|national healthcare security administration",
    "cas": "中国科学院|中科院|chinese academy of sciences",
    "cae": "中国工程院|chinese academy of engineering",
    "cass": "中国社会科学院|社科院|chinese academy of social sciences",
    "caict": (
        "中国信息通信研究院|中国信通院|信通院|"
        "china academy of information and communications technology|"
        "academy of information and communications|caict"
    ),
    "sic": "国家信息中心|state information center|state information centre",
    "npc": "全国人民代表大会|全国人大|national people's congress",
    "cppcc": (
        "中国人民政治协商会议|全国政协|chinese people's political consultative conference|cppcc"
    ),
    "supreme court": "最高人民法院|最高法|supreme people's court",
    "procuratorate": "最高人民检察院|最高检|supreme people's procuratorate",
    "sse": "上海证券交易所|上交所|shanghai stock exchange",
    "szse": "深圳证券交易所|深交所|shenzhen stock exchange",
    "hkma": (
        "香港金融管理局|香港金管局|特区金管局|金融管理局|金管局|hong kong monetary authority|hkma"
    ),
    "hk sfc": (
        "香港证券及期货事务监察委员会|香港证监会|securities and futures commission|hong kong sfc"
    ),
    "hk financial secretary": "香港财政司|财政司|financial secretary",
    "mas": "新加坡金融管理局|新加坡金管局|monetary authority of singapore|mas",
    "sec": "美国证券交易委员会|证券交易委员会|美国证交会|securities and exchange commission|sec",
    "cftc": "美国商品期货交易委员会|商品期货交易委员会|commodity futures trading commission|cftc",
    "fed": "美国联邦储备委员会|美联储|federal reserve",
    "us treasury": (
        "美国财政部|treasury department|department of the treasury|us treasury|u.s. treasury"
    ),
    "ecb": "欧洲中央银行|欧洲央行|european central bank|ecb",
    "european commission": "欧盟委员会|european commission",
    "boe": "英格兰银行|英国央行|bank of england",
    "boj": "日本银行|日本央行|bank of japan",
    "imf": "国际货币基金组织|international monetary fund|imf",
    "world bank": "世界银行|world bank",
    "bis": "国际清算银行|bank for international settlements",
    "itu": "国际电信联盟|国际电联|international telecommunication union|itu",
    "un": "联合国|united nations",
    "wto": "世界贸易组织|世贸组织|world trade organization",
    "who": "世界卫生组织|世卫组织|world health organization",
    "fatf": "金融行动特别工作组|financial action task force|fatf",
}
# What a page calls the body where only one can be meant.
ALONE = {"central bank": "pboc", "the central bank": "pboc"}
# Bodies that stand before another body's name as its parent or address.
PARENTS = frozenset({"state council", "un"})
LOCAL_HAN = "省市区县州厅盟旗"
LOCAL_WORDS = frozenset(
    ("provincial", "province", "municipal", "municipality", "city", "county", "district")
)
# Words that any body's name may hold.
COMMON = (
    "of the and for in a an at on to s office department bureau division ministry committee"
    " commission administration authority"
)
_STOP = frozenset(COMMON.split())
MAX_BODY = 300
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile("[\u3400-\u9fff]")


@functools.cache
def aliases() -> dict[str, str]:
    """The key of each known name of a body, in lower case and simplified script."""
    return {alias: key for key, names in BODIES.items() for alias in names.split("|")}


@functools.cache
def _finder() -> re.Pattern[str]:
    longest_first = sorted(aliases(), key=len, reverse=True)
    return re.compile(
        "|".join(
            re.escape(a) if _HAN.match(a) else rf"(?<![a-z]){re.escape(a)}(?![a-z])"
            for a in longest_first
        )
    )


@functools.lru_cache(maxsize=4096)
def body_key(org: str) -> str:
    """One normal form of a body: the acronym where the body is known in both languages.

    A department of a known body gets the body's key; a local namesake and a body that is not
    in the table keep their own words (Latin words sorted, Han characters alone).
    """
    text = simplify(org[:MAX_BODY]).lower().replace("’", "'")
    if text.strip() in ALONE:
        return ALONE[text.strip()]
    found = [aliases()[m.group()] for m in _finder().finditer(text) if not _is_local(text, m)]
    if found:
        return next((key for key in found if key not in PARENTS), found[0])
    if _HAN.search(text):
        return "".join(_WORD.findall(text))
    words = _WORD.findall(text.replace("'s", ""))
    return " ".join(sorted({w for w in words if w not in _STOP} or set(words)))


def _is_local(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()].rstrip()
    if _HAN.match(found.group()):
        return before.endswith(tuple(LOCAL_HAN))
    return not LOCAL_WORDS.isdisjoint(_WORD.findall(before)[-2:])


def same_body(one: str, other: str) -> float:
    """How surely two names (or keys) mean one body: 1 the same, else the shared words.

    Two bodies of the table are the same or not; across scripts a body outside of the table
    cannot be compared and gives 0.
    """
    a, b = body_key(one), body_key(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    if a in BODIES and b in BODIES:
        return 0.0
    left, right = _tokens(a), _tokens(b)
    return len(left & right) / min(len(left), len(right))


def _tokens(key: str) -> set[str]:
    if _HAN.search(key):
        return {key[i : i + 2] for i in range(max(1, len(key) - 1))}
    return set(key.split())
