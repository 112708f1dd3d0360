"""Terms of policy in both languages: by them measures of two languages are told to be one.

The terms are those by which ministries head their measures. An instrument is what a measure
is carried out with; a measure that gains one has become more than it was.
"""

from __future__ import annotations

import functools
import re

# key: Chinese names | beginnings of English words or phrases.
TOPICS = {
    "application": "应用|使用|applicat|adopt|use case",
    "account": "账户|开户|account",
    "agriculture": "农业|农村|农产品|agricult|farm|rural",
    "bank": "银行|bank",
    "blockchain": "区块链|上链|链上|账本|blockchain|on chain|on the chain|ledger",
    "charging": "充电|charg",
    "child": "儿童|托育|child|nurser",
    "cloud": "上云|云计算|云平台|cloud",
    "competition": "竞争|垄断|compet|monopol",
    "computing": "算力|computing",
    "consumption": "消费|consum",
    "cooperation": "合作|协作|协同|cooperat|collaborat|partner",
    "complaint": "投诉|举报|complain|report line",
    "corruption": "腐败|廉政|corrupt|graft",
    "cost": "成本|费用|cost|expens",
    "credit": "信用|征信|授信|credit",
    "cross-border": "跨境|cross-border|cross border",
    "culture": "文化|cultur",
    "data": "数据|data",
    "deposit": "存款|储蓄|deposit|saving",
    "digital": "数字|digit",
    "disaster": "灾害|防汛|抗旱|disaster|flood|drought",
    "disclosure": "披露|公示|disclos",
    "ecosystem": "生态体系|产业生态|ecosystem",
    "education": "教育|学校|高校|educat|school|universit",
    "elderly": "养老|老年|老龄|elder|older people|pension",
    "emission": "排放|低碳|双碳|减碳|降碳|零碳|碳达|碳中|碳汇|碳市|碳交|碳足|emission|carbon",
    "employment": "就业|岗位|employ|jobs",
    "energy": "能源|电力|energ|electric|power",
    "enterprise": "企业|公司|enterpris|firm|compan|business",
    "environment": "环境|污染|环保|environment|pollut",
    "export": "出口|外贸|export|foreign trade",
    "finance": "金融|融资|financ",
    "fishery": "渔业|渔民|fish",
    "food": "食品|粮食|food|grain",
    "fraud": "诈骗|欺诈|虚假|fraud|scam|fake",
    "green": "绿色|节能|green|energy-saving",
    "health": "卫生|健康|医疗|医院|health|medic|hospital",
    "housing": "住房|房地产|保障房|housing|real estate",
    "import": "进口|import",
    "industry": "产业|工业|industr",
    "infrastructure": "基础设施|infrastructur",
    "innovation": "创新|innovat",
    "intellectual": "知识产权|专利|intellectual|patent",
    "interface": "接口|互操作|interfac|interoperab",
    "international": "国际|international|global",
    "investor": "投资者|股民|investor",
    "invest": "投资|invest",
    "laundering": "洗钱|恐怖融资|launder|terrorist financ",
    "law": "立法|法治|法律|law|legislat|legal",
    "logistics": "物流|logistic|freight",
    "manufacturing": "制造|manufactur",
    "market": "市场|market",
    "monetary": "货币|人民币|monetar|currenc|renminbi|yuan",
    "network": "网络|network|broadband",
    "park": "园区|基地|industrial park|hub",
    "platform": "平台|platform",
    "payment": "支付|结算|payment|settlement",
    "port": "港口|码头|航道|port|harbour|harbor|quay|channel",
    "price": "价格|物价|price",
    "privacy": "隐私|个人信息|privacy|personal information",
    "procurement": "采购|procure",
    "quality": "质量|品质|quality",
    "rail": "铁路|轨道|rail|train service",
    "region": "区域|地区|region",
    "reform": "改革|reform",
    "research": "研发|科研|攻关|研究|research|r&d|breakthrough",
    "risk": "风险|risk",
    "road": "公路|道路|road|highway",
    "safety": "安全|底线|safety|safe|secur",
    "service": "服务|servic",
    "share": "共享|开放|互通|open|share|sharing",
    "small": "中小|小微|small|sme",
    "space": "航天|卫星|space|satellit",
    "speculation": "炒作|投机|speculat|hype",
    "stablecoin": "稳定币|stablecoin",
    "stock": "股票|资本市场|上市|stock|capital market|listed",
    "supervision": "监管|监督|supervis|regulat|oversight",
    "supply": "供应链|供给|supply",
    "survey": "普查|调查|摸底|摸清|survey|census|stock of|find out|take stock",
    "talent": "人才|培养|talent|skill|personnel|train",
    "technology": "技术|科技|technolog",
    "tourism": "旅游|touris",
    "transport": "交通|运输|transport",
    "urban": "城市|城镇|urban|cities|city",
    "vehicle": "汽车|车辆|vehicle|car",
    "village": "乡村|乡镇|village|township",
    "virtual asset": "虚拟货币|虚拟资产|加密|virtual asset|virtual currenc|crypto",
    "waste": "垃圾|废物|废弃|waste|recycl",
    "water": "水利|水资源|供水|water|irrigat",
    "worker": "工人|职工|劳动|worker|labour|labor",
}
INSTRUMENTS = {
    "ban": "禁止|禁令|ban|prohibit",
    "bond": "债券|国债|bond",
    "catalogue": "目录|清单|catalogue|catalog|list of",
    "fine": "罚款|处罚|fines|penalt",
    "fund": "基金|专项资金|fund",
    "guideline": "指引|指南|指导意见|guideline|guidance",
    "inspection": "检查|督查|专项行动|inspect|crackdown|campaign",
    "insurance": "保险|insur",
    "interest": "利率|贴息|interest rate|interest subsid",
    "laboratory": "实验室|laborator",
    "licence": "许可|牌照|执照|licen",
    "loan": "贷款|再贷款|loan|relending",
    "pilot": "试点|示范|pilot project|pilot program|pilot scheme|pilot zone|demonstrat",
    "plan": "规划|行动计划|行动方案|实施方案|action plan|plan for|roadmap",
    "quota": "配额|额度|quota",
    "register": "登记|备案|regist|filing",
    "regulation": "条例|管理办法|暂行办法|ordinance|regulations on|rules on|measures for the",
    "standard": "标准|standard",
    "subsidy": "补贴|补助|奖补|subsid|grant",
    "tariff": "关税|tariff",
    "tax": "税收|减税|税率|退税|tax",
}
MAX_TEXT = 6_000
# So short a beginning is that of many words: care is no car. It stands for the word and its forms.
SHORT = 4
FORMS = "ation ed er eries ers ery es ing ings land ned ning s way ways"

_BEGIN = re.compile("\\b[a-z]|[\u3400-\u9fff]")
_END = re.compile("[a-z]{0,24}")
_FORMS = frozenset(["", *FORMS.split()])


def terms(text: str) -> frozenset[str]:
    """The keys of the terms that a text names, in the simplified script or in English."""
    return _found(text, _topics()) | instruments(text)


def instruments(text: str) -> frozenset[str]:
    """The keys of the instruments that a text names."""
    return _found(text, _instruments())


# The names with their keys by their first two characters, the longest first.
Terms = dict[str, list[tuple[str, str]]]


def _found(text: str, known: Terms) -> frozenset[str]:
    lower, end, keys = text[:MAX_TEXT].lower(), 0, set()
    for begin in _BEGIN.finditer(lower):
        at = begin.start()
        if at < end:
            continue
        for name, key in known.get(lower[at : at + 2], ()):
            if lower.startswith(name, at) and _is_form(name, lower, at + len(name)):
                keys.add(key)
                end = at + len(name)
                break
    return frozenset(keys)


def _is_form(name: str, text: str, end: int) -> bool:
    if len(name) > SHORT or not name.isascii():
        return True
    rest = _END.match(text, end)
    return rest is not None and rest.group() in _FORMS


@functools.cache
def _topics() -> Terms:
    return _by_beginning(TOPICS)


@functools.cache
def _instruments() -> Terms:
    return _by_beginning(INSTRUMENTS)


def _by_beginning(table: dict[str, str]) -> Terms:
    keys = {name: key for key, names in table.items() for name in names.split("|")}
    found: Terms = {}
    for name in sorted(keys, key=len, reverse=True):
        found.setdefault(name[:2], []).append((name, keys[name]))
    return found
