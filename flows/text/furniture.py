"""Lines that sites put around an article, told by their words: by-lines, counters, neighbours.

The same rules serve plain text files and what is left of furniture in an extracted page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.blocks import one_line
from flows.text.language import han_count
from flows.text.names import simplify

# A by-line or menu line stands at most so far from the beginning.
HEAD_LINES = 8
# A list of other stories is cut off only behind a body of at least so many letters.
MIN_BODY = 40
# A heading such as "Related articles" is short; a sentence that begins with it is not.
MAX_HEADING = 60
MAX_LINE = 150
_END = re.compile(r"[.。!！?？;；:：,，”\"'’」)）…]\s{0,2}$")
# A full stop, unless it ends "p.m.".
_SENTENCE = re.compile(r"(?:[。！？!?]|(?<![ap]\.m)\.)[”\"'’」)）]?\s{0,2}$")
_LETTER = re.compile(r"\w")
_DAY = r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}"
_COUNT = r"\s{0,3}[(（]?\s{0,2}\d{0,6}\s{0,2}[)）]?"


def _rules(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


# Whole lines that are furniture wherever they stand.
ANYWHERE = _rules(
    rf"(?:like|share|tweet|donate|likes|shares|comments?|print|email|subscribe|follow){_COUNT}$",
    rf"(?:点赞|赞|打赏|分享|收藏|评论|转发|在看|举报|纠错|微信|微博|分享到|分享到微信|扫一扫){_COUNT}[:：]?$",
    r"donate(?:\s\w{1,12}){1,10}$",
    r"(?:buy me a coffee\s?){1,4}$",
    r"(?:generate poster|skip to (?:main )?content|advertisement)$",
    r"share this (?:article|story|post)$",
    r"(?:登录|登入|注册|登录注册|导航|搜索|菜单|log ?in|sign (?:in|up)|register|menu|search)$",
    r"(?:scan the qr code|扫一扫|扫描二维码|打开微信|长按二维码|点击上方).{0,40}$",
    r"请?(?:使?用)?微信扫一扫.{0,40}$",
    r"(?:返回|回到)顶部$",
    r"(?:关闭|窗口|打印|本页|字号|字体|[大中小]|[:|【】\[\]\s]){2,16}$",
    r"your email address will not be published\b.{0,80}",
)
# Lines before the body: where the reader stands, who wrote it, when and whence it came.
HEAD = _rules(
    r"(?:首页|您?当前(?:的)?位置|您?的?位置|当前栏目|home)\s{0,2}[:：>›»/].{0,120}$",
    r"[>›]\s?\S.{0,120}$",
    r"[^>›»]{1,24}(?:\s?[>›»]\s?[^>›»]{1,40}){1,6}$",
    r"[^|]{1,12}(?:\|[^|]{1,12}){2,12}$",
    rf"(?:(?:发布|发表|更新|刊发|创建)?(?:时间|日期|于)\s{{0,2}}[:：]?\s{{0,2}})?{_DAY}.{{0,50}}$",
    r"(?:source|author|by|editor|date|published|posted|updated|posted (?:by|on))\s{0,2}[:：]"
    r".{0,80}$",
    r"(?:published|updated|posted on|last updated)\s.{0,20}\d{4}.{0,60}$",
    r"(?:来源|作者|记者|编辑|责编|转自|转载自|文|信息来源|稿件来源|浏览次数|阅读量?|点击数?)"
    r"\s{0,2}[:：/／|].{0,60}$",
    r"(?:by|posted by)\s[A-Z][\w.'-]{1,20}(?:\s[A-Z][\w.'-]{1,20}){0,3}(?:\s(?:on|\|).{0,40})?$",
    r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s[A-Z][a-z]{2,8}\.?,?\s\d{4})"
    r"(?:,?\s(?:at\s)?\d{1,2}:\d{2}.{0,20})?$",
)
# Lines behind the body, each on its own.
TAIL = _rules(
    r"(?:[【\[]纠错[】\]]\s?)?[(（【\[]?\s?(?:责任编辑|责编|编辑|编审|校对|审核|监制|主编|终审|初审|复审|统筹|排版|来源|作者|"
    r"本文来源|文章来源|原标题|标签|关键词|tags?)\s{0,2}[:：].{0,80}$",
    r"(?:share on|follow us|contact us|sign up|subscribe|learn how we can|all rights reserved|"
    r"copyright ©|©|版权所有).{0,120}$",
    rf"(?:浏览次数|阅读|点击|views?){_COUNT}[:：]?\s?\d{{0,9}}$",
)
# From such a line on nothing belongs to the article.
NOTICE = _rules(
    r"posted by\s{0,2}[:：].{0,100}reprint",
    r".{0,60}reprinted with attribution to",
    r"(?:特别|免责|版权|本站|郑重|风险)?(?:声明|提示)\s{0,2}[:：]",
    r"[(（]?(?:免责声明|版权声明|特别声明)",
    r"(?:本文|文章|以上内容)(?:仅|只)代表作者(?:本人)?(?:个人)?(?:观点|立场)",
    r"(?:转载请注明|未经(?:授权|许可).{0,12}(?:转载|禁止))",
    r"(?:disclaimer|legal notice)\s{0,2}[:：]",
    rf"(?:previous|next)\s{{0,3}}[:：]?\s{{0,3}}{_DAY}",
    r"(?:上一篇|下一篇|上一条|下一条|前一篇|后一篇)\s{0,3}(?:[:：\s]|$)",
    r"(?:previous|next) (?:post|article|story)\s{0,2}(?:[:：]|$)",
)
LIST_HEADING = _rules(
    r"(?:相关(?:阅读|文章|新闻|链接|推荐|报道|内容|资讯|专题)|延伸阅读|推荐阅读|热门(?:文章|推荐|新闻|评论)|"
    r"猜你喜欢|更多(?:文章|新闻|推荐)|最新(?:文章|评论)|为您推荐|精彩推荐|往期(?:推荐|回顾))\s{0,2}[:：]?.{0,10}$",
    r"(?:related|recommended|more|similar|popular|latest|trending|further)"
    r" (?:articles?|posts?|stories|story|news|reading|topics?|coverage)"
    r"(?: from .{1,30})?\s{0,2}[:：]?$",
    r"(?:you may also like|read (?:more|next|also)|more from .{1,30}|leave a (?:reply|comment)|"
    r"recommended for you|about the author)\s{0,2}[:：]?$",
)


def cut_furniture(lines: Sequence[str]) -> list[str]:
    """The lines of the article alone: head lines, counters, notices and what follows them cut."""
    simple = [_simplified(line) for line in lines]
    end = _tail_start(simple)
    while end and (TAIL.match(simple[end - 1]) or ANYWHERE.match(simple[end - 1])):
        end -= 1
    return [
        line
        for number, (line, told) in enumerate(zip(lines[:end], simple, strict=False))
        if not (ANYWHERE.match(told) or (number < HEAD_LINES and _is_head(told)))
    ]


def _is_head(line: str) -> bool:
    """Whether a line is a by-line; a sentence that begins with a date or a label is the text."""
    return bool(HEAD.match(line)) and not _SENTENCE.search(line)


def is_list_heading(text: str) -> bool:
    """Whether a heading announces other stories."""
    return bool(LIST_HEADING.match(_simplified(one_line(text))))


def _simplified(line: str) -> str:
    """The line in simplified script, as the rules are; a long one is text and stays as it is."""
    return simplify(line) if len(line) <= MAX_LINE and han_count(line) else line


def _tail_start(lines: Sequence[str]) -> int:
    """Number of the line with which the site's own matter begins after the body."""
    letters = [len(_LETTER.findall(line)) for line in lines]
    total, before = sum(letters), 0
    for number, line in enumerate(lines):
        notice = bool(NOTICE.match(line))
        heading = not notice and len(line) <= MAX_HEADING and bool(LIST_HEADING.match(line))
        if (
            (notice or heading)
            and before >= MIN_BODY
            and ((notice and before >= 0.5 * total) or _are_titles(lines[number + 1 :]))
        ):
            return number
        before += letters[number]
    return len(lines)


def _are_titles(lines: Sequence[str]) -> bool:
    """Whether lines read as a list of headlines, of which few end as a sentence does."""
    ended = sum(1 for line in lines if _END.search(line) and len(line) > 30)
    return ended <= 0.5 * len(lines)
