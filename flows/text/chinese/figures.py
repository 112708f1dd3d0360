"""Quantities with their unit: 超过284.4万个, 近2600项, 1000多亿块, 数十家, 15.8%, 7562亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.text.chinese.script import View
from storage.records import Figure, Span

MAX_FIGURES = 200
LONGEST_TITLE = 40
_MAGNITUDE = (
    r"(?:[余多几来]?[十百千万亿]{1,3}(?:[余多][万亿]{1,2})?(?<!千(?=[瓦米克卡焦字]))|"
    r"[余多]?兆(?![瓦赫比字]))"
)
_DIGITS = re.compile(
    rf"(?<![A-Za-z0-9_#.])(?<!\d[,/:-])(?<![A-Za-z]-)(?<!第)"
    rf"(?P<value>\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d{{1,6}})?(?:{_MAGNITUDE})?[余多]?|"
    rf"\d{{1,12}}(?:\.\d{{1,6}})?{_MAGNITUDE}?(?:\d{{1,6}}{_MAGNITUDE})?[余多]?)(?![\d.,]\d)"
)
_HAN_NUMBER = re.compile(
    r"(?<![第十百千万亿\d一二两三四五六七八九零几数])(?P<value>(?:数|几|上|好几|"
    r"成)[十百千万亿]{1,3}(?:余|多)?|"
    r"[一二两三四五六七八九][十百千][一二两三四五六七八九十百千万亿零]{0,8}(?:余|多)?[万亿]{0,2}|"
    r"十[余多几]?[万亿]{1,2}|[千百万][余多]|(?<=[超近逾约过])[百千万]亿?|(?<=[超近逾约过达占有])[一二两三四五六七八九](?=成)|[一二两三四五六七八九](?=成(?:以上|左右|多))|[一二两三四五六七八九][余多]?[万亿]{1,2}(?:余|"
    r"多)?)"
)
_PERCENT_OF = re.compile(r"百分之(?P<value>[一二三四五六七八九十百零点两\d.]{1,8})")
_CURRENCY = re.compile(r"(?:US\$|HK\$|\$|€|£|¥|新?台币|港币|人民币)$")
_UNIT = re.compile(
    r"%|成(?![立为功长员果本效就都交分绩熟品])|个百分点|百分点|(?:美|港|欧|日|澳|加|英|韩|泰)元|欧元|英镑|卢布|元人民币|元|人民币|"
    r"平方公里|平方千米|平方米|立方米|公里|千米|海里|"
    r"万?千瓦时|千瓦|兆瓦|吨标准煤|万?吨|公斤|斤|千克|亩|公顷|人次|名|位|"
    r"人(?![会大工民才口社物行员家生们类为文])|户|家|道|个月|个小时|个工作日|个|项|座|处|所|台套|台|"
    r"辆|艘|架|款|种|类|"
    r"条|件|份|篇|部|场|次|届|期|批|起|宗|笔|只|支|套|间|幢|栋|天|年|小时|分钟|秒|周|倍|省份|省|"
    r"市|县|区|镇|村|国|强|块|"
    r"颗|片|字|页|岁|票|席|标箱|箱|PB|TB|GB|MB|EFLOPS|毫秒|毫米|厘米|米|度|字节|比特|亿|标准箱|"
    r"班|列|架次|艘次|企业|城市|国家|"
    r"头(?!部)|株|棵|桶|股|点|卡|机架|标准机架|基站|人份|剂次|剂|床|万"
)
# 7.76至7.79元: the unit of both.
_TO = re.compile(rf"[至到~—-]\d{{1,12}}(?:\.\d{{1,6}})?{_MAGNITUDE}?")
_NO_UNIT = re.compile(
    r"[月日号时点届]|年代|[GgKk](?![A-Za-z])|分之|[个家项]?或\d|:|-\d|/\d|、\d|\)|年(?=\d|"
    r"[\u3400-\u9fff]{0,1}月)"
)
_NONE_BEFORE = re.compile(
    "(?:点击|浏览|阅读|访问|字数|编号|电话|评论|点赞|页)[^,。;]{0,4}$|[第或]$|两个$|百分之$"
)
_IDLE = re.compile(
    r"(?:大?方面|个方面|点(?:建议|意见|倡议|要求|希望)|[个大]?(?:聚焦|坚持)|项(?:工作|措施|举措|"
    r"任务|建议))"
)
_WHAT = re.compile(
    r"(?:的)?(?!以[及上下内外])(?P<what>[\u3400-\u9fffA-Za-z0-9]{1,12}?)(?=[,。;:、!?()“”\s的,]|$|和|与|以?及|在|已|"
    r"将|是|中(?=[,有的])|被|用于|接入|参加|以上|左右)"
)
# 网点已超过284.4万个: what is counted stands before.
# Where the years count from 1912: 109年.
_REPUBLIC = re.compile("行政院|立法院|民国|新台币")
_REPUBLIC_YEAR = re.compile("(?:8|9|1[0-4])\\d年")
_WHAT_BEFORE = re.compile(
    r"(?P<what>(?!同比|环比|比)(?:(?!的)[\u3400-\u9fffA-Za-z]|[2-6]G){2,10}?)(?:总数|数量|总量|规模)?"
    r"(?:已经?|将|均|也|分别|约|近|超过?|逾|达到?|为|突破|增至|增长|同比|提高|下降|降至|升至|有|"
    r"共|累计|了|至){1,5}$"
)


# 前8个月: of the year.
_SPAN_BEFORE = frozenset("前头")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BEHIND_YEAR = frozenset("年区国市县镇村省强部场点度")


def figures(body: View) -> tuple[Figure, ...]:
    """The quantities in order, those of one thing once.

    Years, days, ordinals, codes and counted points are none.
    """
    found: list[Figure] = []
    taken = -1
    told: set[tuple[str, str, str | None]] = set()
    republic = bool(_REPUBLIC.search(body.text))
    for figure in sorted(_all(body.text)):
        if republic and _REPUBLIC_YEAR.match(body.text, figure[0]):
            continue
        if figure[0] < taken or len(found) >= MAX_FIGURES:
            continue
        start, end, stop, unit = figure
        taken = stop
        what = _what(body.text, start, stop)
        words = body.words(*what) if what else None
        rule = _rule(body.text[start], unit)
        value = body.words(start, end)
        if words is None or (value, unit, words) not in told:
            told.add((value, unit, words))
            found.append(Figure(value, unit, words, body.span(start, stop), rule))
    return tuple(found)


def _rule(first: str, unit: str) -> str:
    if unit == "%":
        return "percent"
    return "digits and unit" if first.isascii() else "number in words"


def _all(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Start, end of the value, end of the unit, and the unit of each quantity."""
    for match in _PERCENT_OF.finditer(text):
        yield match.start("value"), match.end("value"), match.end("value"), "%"
    for pattern in (_DIGITS, _HAN_NUMBER):
        for match in pattern.finditer(text):
            start, end = match.span("value")
            unit = _UNIT.match(text, end + (text[end : end + 1] == " "))
            currency = _CURRENCY.search(text, max(0, start - 3), start)
            if _is_none(text, start, end):
                continue
            if unit is None and (further := _TO.match(text, end)):
                unit = _UNIT.match(text, further.end())
                if unit:
                    yield start, end, end, unit.group()
                continue
            if unit:
                yield start, end, unit.end(), unit.group()
            elif currency:
                yield start, end, end, currency.group()


def _is_none(text: str, start: int, end: int) -> bool:
    """Whether the digits are no quantity, by what stands around them."""
    return bool(
        _is_year(text, start, end)
        or _in_title(text, start)
        or (text[start - 1 : start] in _SPAN_BEFORE and text.startswith(("个月", "个季度"), end))
        or _NO_UNIT.match(text, end)
        or _IDLE.match(text, end)
        or _NONE_BEFORE.search(text, max(0, start - 10), start)
    )


def _is_year(text: str, start: int, end: int) -> bool:
    """2020年; also in a name, 2020区块链大会, where no measure word follows."""
    return text[end : end + 1] in _BEHIND_YEAR and bool(_YEAR.fullmatch(text, start, end))


def _in_title(text: str, at: int) -> bool:
    """Whether the digits stand in a document's title: 《写于制度四十年》."""
    floor = max(0, at - LONGEST_TITLE)
    return text.rfind("《", floor, at) > text.rfind("》", floor, at)


def _what(text: str, start: int, stop: int) -> Span | None:
    """The noun behind the unit, else the one before the value."""
    found = _WHAT.match(text, stop) or _WHAT_BEFORE.search(text, max(0, start - 20), start)
    return found.span("what") if found else None
