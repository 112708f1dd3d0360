"""A ministry with a long archive: a column whose items are invented by number, and which moves."""

import json
import threading
from datetime import date, timedelta
from html import escape
from math import ceil
from random import Random
from types import TracebackType
from typing import Self

from tests.press.edition import template
from tests.press.ministry import QUERY, RSS, UNIT
from tests.press.server import Answer, Asked, Fault, Request, SiteServer, page

ROWS = 24
_NAMES = [s + g for s in "程沈陆韦孟严柯邵" for g in ("远航", "明哲", "思源", "立群", "清和")]
_SYLLABLES = "临江东桥北岭白湖青原石港南浦长沟沙洲金坡玉泉双塔大屯小营云台龙潭马厂松坪竹溪梅园杏村"
_FIELDS = ("造船", "轴承", "玻璃", "纺织", "灯塔", "陶瓷", "桥梁", "钟表", "印刷", "水泵")
_DEEDS = ("修订标准", "培训技师", "减免费用", "更新设备", "公开数据", "建立仓库", "检修管网")


def key_of(number: int) -> str:
    """The item's id, 32 hexadecimal digits."""
    return f"{number:032x}"


class Archive:
    """Items from `size` (the newest, of `today`) down to 1; four a day, or so many.

    `missing` items answer 404. `requests` is what was asked, in order of the answers.
    """

    def __init__(self, size: int, today: date, a_day: float = 4) -> None:
        self.today = today
        self.a_day = a_day
        self.items = list(range(size, 0, -1))
        self.added: set[int] = set()
        self.missing: set[int] = set()
        self.requests: list[Asked] = []
        self.fault: dict[str, Fault] = {}
        self._size = size
        self._lock = threading.Lock()
        self._server = SiteServer("archive", self._answer, self.fault, self.requests)
        self.url = self._server.url

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.stop()

    def add(self, count: int) -> None:
        """Publish new items, of today."""
        with self._lock:
            for _ in range(count):
                number = self._size + len(self.added) + 1
                self.added.add(number)
                self.items.insert(0, number)

    def withdraw(self, count: int) -> None:
        """Take away the newest items."""
        with self._lock:
            del self.items[:count]

    def day(self, number: int) -> date:
        """When an item was published."""
        return self.today - timedelta(days=max(0, self._size - number) // self.a_day)

    def paths(self, part: str) -> list[str]:
        """The addresses asked for that hold a text."""
        return [asked.path for asked in self.requests if part in asked.path]

    def _answer(self, request: Request) -> Answer:
        if request.path == "/xwfb/bldhd/index.html":
            query = json.dumps(QUERY, ensure_ascii=False).replace('"', "'")
            return page(template("shell.html").substitute(script="0" * 32, query=query))
        if request.path == UNIT:
            return self._unit(request)
        if request.path == RSS:
            return Answer(b"<rss version='2.0'><channel></channel></rss>", "application/xml")
        found = request.path.rpartition("art_")[2].removesuffix(".html")
        number = int(found, 16) if len(found) == 32 else 0
        if number not in self.items or number in self.missing:
            return page("<html><body>您访问的页面不存在</body></html>", 404)
        return page(article(number, self.day(number)))

    def _unit(self, request: Request) -> Answer:
        asked = json.loads(request.query["paramJson"])
        number = int(asked["pageNo"])
        with self._lock:
            items = list(self.items)
        rows = "".join(self._row(n) for n in items[(number - 1) * ROWS : number * ROWS])
        html = (
            f'<div id="右侧内容"><div class="page-content"><ul>{rows}</ul></div>'
            f'<div class="pagination" rows="{ROWS}" count="{len(items)}" pageNo="{number}" '
            f'total="{ceil(len(items) / ROWS)}"></div></div>'
        )
        told = {"success": True, "code": "200", "data": {"html": html}}
        return Answer(json.dumps(told, ensure_ascii=False).encode(), "application/json")

    def _row(self, number: int) -> str:
        day = self.day(number)
        path = f"/xwfb/bldhd/art/{day.year}/art_{key_of(number)}.html"
        title = escape(title_of(number))
        return (
            f'<li class="cf"><a class="fl" href="{path}" title="{title}"><i></i>{title}</a>'
            f'<span class="fr">{day}</span></li>'
        )


def title_of(number: int) -> str:
    """Who speaks where, by the item's number."""
    chance = Random(number)
    return f"{chance.choice(_NAMES)}出席第{number}届{chance.choice(_FIELDS)}大会并讲话"


def article(number: int, day: date) -> str:
    """The page of an item: a person in a post speaks and promises."""
    chance = Random(number)
    name, field = chance.choice(_NAMES), chance.choice(_FIELDS)
    deeds = chance.sample(_DEEDS, 3)
    counts = [chance.randrange(100, 100_000) for _ in range(4)]
    # Names enough that no two articles are taken for copies of one another.
    places = ["".join(chance.sample(_SYLLABLES, 2)) for _ in range(60)]
    spoken = f"{day.month}月{day.day}日"
    paragraphs = (
        f"{spoken}，工业和信息化部部长{name}在{places[0]}出席第{number}届{field}大会并讲话。",
        f"{name}指出，去年全国{field}企业达{counts[0]}家，新增{counts[1]}个岗位。",
        f"与会企业来自{'、'.join(places[1:])}等地。",
        (
            f"{name}强调，一要{deeds[0]}，覆盖{counts[2]}个车间；"
            f"二要{deeds[1]}，今年完成{counts[3]}人次；"
            f"三要{deeds[2]}，在{places[0]}先行试点。"
        ),
    )
    return template("release.html").substitute(
        charset="utf-8",
        title=title_of(number),
        pubdate=f"{day} 00:20",
        source="办公厅",
        path=f"/xwfb/bldhd/art/{day.year}/art_{key_of(number)}.html",
        maketime=f"{day} 00:25:00",
        shown=f"{day} 00:05",
        content="".join(f'<p style="text-indent: 2em;">{text}</p>' for text in paragraphs),
        related="",
    )
