"""Find persons named together with a post and a body: 邮政部数据司司长胡明, 邮政部胡明副部长."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flows.text.chinese.bodies import body_before, ends_as_body
from flows.text.chinese.names import name_at, transcribed_alone
from flows.text.chinese.words import MEDIUM_POSTS, POST, POSTS, UNNAMED

# More posts than this stand in lists of guests, not in reports of a statement.
MAX_POSTS = 600
# So far back a post without a body takes the body named last.
IMPLIED = 150
# 该部, 该省委: no longer name stands for one that was named before.
LONGEST_SHORT = 2
# Posts whose body is the country, or the party.
_HEAD_OF_STATE = re.compile("总书记|国家(?:副?主席|总理)")
_MINISTRIES = ("部", "委", "总局", "署", "国家局", "委员会")
_SOCIETIES = (
    "协会", "学会", "商会", "联合会", "促进会", "研究会", "基金会", "理事会", "总会", "工会",
)  # fmt: skip
# How the bodies end that the holders of a post head.
_BODY_OF = {
    "发言人": _MINISTRIES, "总工程师": _MINISTRIES, "总经济师": _MINISTRIES,
    "立委": ("立法院",),
    "部长": ("部",), "局长": ("局", "办"), "司长": ("司",), "厅长": ("厅",), "署长": ("署",),
    "市长": ("市",), "省长": ("省",), "院长": ("院",), "行长": ("行",), "会长": _SOCIETIES,
    "所长": ("所",), "校长": ("学", "校"), "主任": ("委", "办", "办公室", "中心", "委员会"),
    "书记": ("委", "市", "省", "县", "区"), "主席": (*_SOCIETIES, "委员会", "政协", "议会"),
}  # fmt: skip
# A stretch with these words is a clause, no name.
_CLAUSE = re.compile("[将或被把让使已不了是]")
_JOINT = re.compile(r"[、兼和及暨,/]?[ \n]{0,2}(?:兼任?|暨)?")
# 江州自治区党委副书记、自治区主席: the same place, in short.
_HERE = re.compile(rf"(?:自治区|自治州|[省市州县区])(?:人民)?(?:政府)?{POST.pattern}")
# 邮政部总工程师、数据司司长: a department of the same body.
_DEPARTMENT = re.compile(
    rf"(?!国(?![民际土内库有])|中[央国]|全国|[\u3400-\u9fff]{{1,3}}[省市])"
    rf"[\u3400-\u9fff]{{2,12}}?(?:司|局|办公室|研究室|厅|处){POST.pattern}"
)
# 邮政部副部长兼海关总署署长.
_ALSO = re.compile(rf"[\u3400-\u9fff]{{2,12}}?{POST.pattern}")
_PLACES = "市县省州镇"
_UNNAMED = re.compile(UNNAMED)
_GAP = re.compile("[ \n]{0,2}")
# 国防部长, 江州市长: the body's last character is the post's first.
_FUSED = re.compile(f"[部局司厅署处院校{_PLACES}]长(?!助理)")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a person, or an unnamed official; offsets in the view's text.

    `name`, `post` and `org` are spans of the view's text.
    """

    name: tuple[int, int] | None
    post: tuple[int, int] | None
    org: tuple[int, int] | None
    start: int
    end: int
    rule: str


def mentions(text: str) -> tuple[Mention, ...]:
    """Persons with post or body, and unnamed officials of a body, in order of the text."""
    found: list[Mention] = []
    at = 0
    for _ in range(MAX_POSTS):
        post = POSTS.search(text, at)
        if post is None:
            break
        mention = _mention(text, post, found[-1].end if found else 0)
        if mention is not None:
            found.append(mention)
        at = max(post.end(), mention.end if mention else 0)
    return tuple(found)


def _mention(text: str, post: re.Match[str], floor: int) -> Mention | None:
    first, last = _chain(text, post)
    at = _GAP.match(text, last.end())
    begin = at.end() if at else last.end()
    end = name_at(text, begin, posted=not MEDIUM_POSTS.search(last.group()))
    start, org = _body(text, first, floor)
    # 习近平总书记专门…: a name stands before, so that no word behind is one by its looks alone.
    named = org is not None and name_at(text, org[0], posted=False) == org[1]
    if end > begin and not (named and name_at(text, begin, posted=False) == begin):
        return Mention((begin, end), (first.start(), last.end()), org, start, end, "body post name")
    return _name_first(text, post, floor) or _unnamed(text, post, floor)


def _chain(text: str, post: re.Match[str]) -> tuple[re.Match[str], re.Match[str]]:
    """The first and last of posts that one person holds: 党组成员、副部长."""
    last = post
    for _ in range(4):
        following = _next_post(text, last.end())
        if following is None:
            break
        last = following
    return post, last


def _next_post(text: str, at: int) -> re.Match[str] | None:
    """The post that stands right behind another."""
    joint = _JOINT.match(text, at)
    if joint is None:
        return None
    at = joint.end()
    within = _ALSO if "兼" in joint.group() else _DEPARTMENT if joint.group() else None
    department = within.match(text, at) if within else None
    return POST.match(text, at) or _HERE.match(text, at) or department


def _body(text: str, post: re.Match[str], floor: int) -> tuple[int, tuple[int, int] | None]:
    """Where the mention begins, and the body before its post."""
    start, end = body_before(text, post.start(), floor)
    if start >= end:
        return post.start(), None
    head = post.group()[0]
    whole = text[end - 1] == head if head in _PLACES else ends_as_body(text[start:end])
    if _FUSED.match(post.group()) and not whole:
        end = post.start() + 1
    return start, (start, end)


def _name_first(text: str, post: re.Match[str], floor: int) -> Mention | None:
    """`body name post` and, at the beginning of a clause, `name post`."""
    for size in (3, 2, 4):
        start = post.start() - size
        if start < floor or not _is_name(text, start, post.start()):
            continue
        begin, end = body_before(text, start, floor)
        name = (start, post.start())
        if begin < end and ends_as_body(text[begin:end]):
            return Mention(name, post.span(), (begin, end), begin, post.end(), "body name post")
        if start == 0 or text[start - 1] in ",。;:\n“”、 的":
            return Mention(name, post.span(), None, start, post.end(), "name post")
    return None


def _is_name(text: str, start: int, end: int) -> bool:
    if name_at(text, start, posted=False) == end:
        return True
    return transcribed_alone(text, start, end) and text[start - 1 : start] in ("", *",。;:\n“”的")


def _unnamed(text: str, post: re.Match[str], floor: int) -> Mention | None:
    """`body 相关负责人`: an official who is left unnamed."""
    begin = max(floor, post.start() - 6)
    for match in _UNNAMED.finditer(text, begin, post.end()):
        if match.end() >= post.end():
            start, end = body_before(text, match.start(), floor)
            if start < end and ends_as_body(text[start:end]):
                return Mention(
                    None, match.span(), (start, end), start, post.end(), "unnamed official"
                )
    return None


def body_of(text: str, mention: Mention) -> tuple[int, int] | None:
    """The body of a mention; where it names none, that named last before: 邮政部…。部长胡明."""
    post = text[slice(*mention.post)] if mention.post else ""
    kinds = next((ends for title, ends in _BODY_OF.items() if title in post), None)
    if mention.org:
        start, end = mention.org
        if end - start > LONGEST_SHORT or not text.startswith("该", start - 1):
            return mention.org
        kinds = (text[start:end],)
    if kinds is None or _HEAD_OF_STATE.search(post):
        return None
    floor = max(0, mention.start - IMPLIED)
    for at in range(mention.start, floor, -1):
        if text.endswith(kinds, floor, at) and text[at] != "长":
            start, end = body_before(text, at, floor)
            if end - start > 2 and not _CLAUSE.search(text, start, end):
                return start, end
    return None
