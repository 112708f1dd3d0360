"""Where a person's name begins, how far does it go: 胡明 or 胡明伟, 欧阳明, 索洛里奥, Ana Hall."""

from __future__ import annotations

import re

from flows.text.chinese.words import SAID, SPOKE, any_of
from flows.text.surnames import COMPOUND_SURNAMES, SURNAMES

# What may stand right behind a name in a report.
_FOLLOWS = re.compile(
    rf"{any_of(w for w in [*SAID, *SPOKE] if len(w) > 1)}|$|[\s,。:;!?、()“”\"'「」《》/0-9▲]"
    "|先生|女士|同志|等|和|与|及|以及|在|于|也|还|又|则|均|都|曾|对|向|就|从|为|是|说|称|的|将|会|给|把|被|同|因|让|"
    "日前|昨|今|近|当|最|此|上午|下午|上周|本周|周|出席|参加|主持|受邀|作|做|代表|率|围绕|首先|再次|一行|结合|"
    "接受|发表|谈|讲|撰|应邀|会见|会上|来|到|赴|率队|带队|陪同|分别|共同|详细|特别|同时|随后|最后|并|更|"
    "(?:副|常务)?(?:部长|局长|司长|主任|主席|市长|省长|院长|会长|行长|书记|教授|院士|博士|研究员|总|委员|秘书长)|"
    "通过|继续|进一步|一再|多次|公开|明|直|坦|反|强|指|认|透|介|表|深|致|签|宣|担任|任|兼|曾任|则|就|写|答|回|补"
)
# Characters that seldom end a given name, but often begin what follows one.
_FUNCTION = frozenset(
    "在说称表指强介也还日昨今近等和与及的是对向就于出参主认提将会从为则均曾周谈回透坦此首最并宣应受"
)
_TRANSCRIBED = (
    "阿埃艾安奥巴贝比伯博布查达丹德迪杜多尔法菲费芬弗福戈格根哈海汉赫亨华霍基吉加杰金卡凯康科克肯库拉莱兰朗雷里利林"
    "罗洛鲁路伦马麦曼梅米莫默姆穆纳内尼诺努欧帕佩皮普奇乔切琼萨塞桑沙圣史斯苏索塔泰坦特汀托瓦威韦维温沃乌西希夏辛休"
    "雅亚扬耶伊因尤约泽詹扎珍朱兹盖冈古贡哥耳娜丽莎黛蒂妮娅琳茜莉露娃玛珊森顿逊登丁蒙门敏明摩奈宁庞彭齐屈让荣瑞萝赛"
    "申施舒什思斐菜图万文翁沙香晓英尧恩"
)
_FOREIGN = re.compile(rf"[{_TRANSCRIBED}]{{2,7}}(?:[·•・][{_TRANSCRIBED}A-Z]{{1,7}}){{0,3}}")
_LATIN = re.compile(r"[A-Z][A-Za-z'-]{1,20}(?: [A-Z][A-Za-z'.-]{0,20}){0,3}")
_NOT_A_NAME = re.compile(
    "^(?:高度|高级|高质|高新|高层|高校|全国|全面|全球|全省|全市|全力|全体|时任|时代|时间|石油|金融|金额|成立|成为|成果|成效|方面|"
    "方案|方式|方法|方向|于是|应当|应该|应用|应对|应急|支持|支付|单位|经济|经过|经营|左右|任务|任何|计划|程度|"
    "江苏|江西|江北|江南|江东|安全|安徽|安排|平安|关于|关注|关系|关键|管理|顾问|宁夏|宁波|广东|广西|和平|云南|云计|云平|"
    "有关|相关|向前|向上|向世|乐观|明确|明年|解决|解释|党员|党委|党组|党中|党的|钱款|季度|汪洋|项目|都要|都是|温度|"
    "水平|施工|施行|谈到|何时|何以|何况|常务|常见|常态|常用|连续|连接|越来|路线|路径|农业|农村|华为|华东|华南|"
    "华北|华侨|欧洲|欧盟|商务|商会|商业|国家|国务|国际|国内|白皮|白宫|文化|文件|文章|文旅|白天|家长|别人|游客|游戏|"
    "万元|万人|古代|苗头|花费|边界|边境|边缘|司法|司机|包括|包含|牛市|熊市|尤其|毕竟|毕业|车辆|车企|居民|居住|占比|"
    "强调|胡同|夏季|夏天|冬季|秋季|童年|黄金|谢谢|许多|许可|曾经|曾表|曾在|冷静|容易|祝愿|祝贺|简称|梅雨|宣布|利用)"
)


def name_at(text: str, at: int, *, foreign: bool = True) -> int:
    """Where the person's name that begins at `at` ends; `at` itself where none begins."""
    if (end := _chinese(text, at)) > at:
        return end
    if not foreign:
        return at
    for pattern in (_FOREIGN, _LATIN):
        match = pattern.match(text, at)
        if match and _FOLLOWS.match(text, match.end()) and len(match.group()) > 1:
            return match.end()
        if match and pattern is _FOREIGN:
            end = _shorter(text, match)
            if end > at:
                return end
    return at


def _chinese(text: str, at: int) -> int:
    surname = 2 if text[at : at + 2] in COMPOUND_SURNAMES else 1
    if surname == 1 and text[at : at + 1] not in SURNAMES:
        return at
    if _NOT_A_NAME.match(text, at):
        return at
    short, long = at + surname + 1, at + surname + 2
    if not _is_han(text[at:short]) or len(text) < short:
        return at
    short_fits = bool(_FOLLOWS.match(text, short))
    long_fits = _is_han(text[at:long]) and bool(_FOLLOWS.match(text, long)) and long <= len(text)
    if short_fits and long_fits:
        return long if _longer_is_right(text, at, short, long) else short
    if short_fits or long_fits:
        return short if short_fits else long
    spaced = re.compile(r" (?=[\u3400-\u9fff])").match(text, short - 1)
    if spaced and _FOLLOWS.match(text, spaced.end() + 1):
        return spaced.end() + 1
    repeated = text.count(text[at:long], 0, 20_000)
    if (
        repeated > 1
        and repeated == text.count(text[at:short], 0, 20_000)
        and _is_han(text[at:long])
    ):
        return long
    return at


def _longer_is_right(text: str, at: int, short: int, long: int) -> bool:
    """Whether both lengths are followed by what may follow, and the longer is the name."""
    times, times_long = (text.count(text[at:end], 0, 20_000) for end in (short, long))
    if times > times_long:
        return False
    return times_long > 1 or text[short] not in _FUNCTION


def _shorter(text: str, match: re.Match[str]) -> int:
    """A transcribed name whose last characters belong to what follows."""
    for end in range(match.end() - 1, match.start() + 1, -1):
        if _FOLLOWS.match(text, end):
            return end
    return match.start()


def _is_han(words: str) -> bool:
    return bool(words) and all("\u3400" <= c <= "\u9fff" for c in words)
