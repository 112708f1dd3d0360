"""A ministry: JPaaS with its shell page, list unit, RSS, and articles whose dates disagree."""

import json
from datetime import UTC, datetime, time, timedelta
from email.utils import format_datetime
from hashlib import md5, sha256
from html import escape
from math import ceil

from tests.press.edition import Edition, paragraphs, path_of, template
from tests.press.server import Answer, Request, page
from tests.press.texts import ZONE, Text

COLUMN = "5b0e1f2c9d7a4c3e8f61a0b4d2c7e935"
WEB = "c4a71d0e6b3f4e5d9a82f1c07e6d3b58"
TEMPLATE_SET = "91f3e7ac05d24b6c8e1d7b9a3c50f264"
UNIT = "/api-gateway/jpaas-publish-server/front/page/build/unit"
RSS = "/api-gateway/jpaas-plugins-web-server/front/rss/getinfo"
ROWS = 10
IN_FEED = 6
RELATED = 2
SHORT_TITLE = 34
# Pages of these last days are built again with every release.
REBUILT = timedelta(days=7)
QUERY = {
    "parseType": "buildstatic",
    "webId": WEB,
    "tplSetId": TEMPLATE_SET,
    "pageType": "column",
    "tagId": "右侧内容",
    "editType": "null",
    "pageId": COLUMN,
}


class Ministry:
    """Answers as the ministry; it has no robots.txt."""

    name = "ministry"

    def answer(self, request: Request, edition: Edition) -> Answer:
        """The response to one request."""
        if request.path in ("/xwfb/bldhd/", "/xwfb/bldhd/index.html"):
            return page(_shell())
        if request.path == UNIT:
            return _unit(request, edition)
        if request.path == RSS:
            return _feed(request, edition)
        text = edition.at(request.path)
        if text is None:
            return page("<html><body>您访问的页面不存在</body></html>", 404)
        if request.path != path_of(text):
            return Answer(b"", status=301, headers=(("Location", edition.address(text)),))
        return _article(text, request, edition)


def _shell() -> str:
    query = json.dumps(QUERY, ensure_ascii=False).replace('"', "'")
    return template("shell.html").substitute(script=md5(b"unit").hexdigest(), query=query)


def _unit(request: Request, edition: Edition) -> Answer:
    """One page of the column as an HTML fragment inside JSON."""
    if request.method == "POST":
        return _json({"success": False, "code": "500", "message": "不支持的HTTP方法"}, 500)
    wrong = [
        k for k in ("parseType", "webId", "tplSetId", "pageId") if request.query.get(k) != QUERY[k]
    ]
    if wrong:
        return _json({"success": False, "code": "404", "message": f"参数错误：{wrong[0]}"})
    asked = json.loads(request.query.get("paramJson", "{}"))
    number, rows = int(asked.get("pageNo", 1)), int(asked.get("pageSize", ROWS))
    newest = edition.listed[::-1]
    items = "".join(_row(t) for t in newest[(number - 1) * rows : number * rows])
    html = (
        '<div id="右侧内容"><div class="page-content"><ul>' + items + "</ul>"
        f'<div class="pagination" rows="{rows}" count="{len(newest)}" pageNo="{number}" '
        f'total="{ceil(len(newest) / rows)}"></div></div></div>'
    )
    return _json({"success": True, "code": "200", "data": {"html": html}})


def _row(text: Text) -> str:
    """A line of the list: the visible title may be cut, the attribute is whole."""
    title = escape(text.title)
    short = escape(text.title[:SHORT_TITLE]) + ("…" if len(text.title) > SHORT_TITLE else "")
    return (
        f'<li class="cf"><a class="fl" href="{path_of(text)}" title="{title}" '
        f'target="_blank"><i></i>{short}</a><span class="fr">{text.published:%Y-%m-%d}</span></li>'
    )


def _feed(request: Request, edition: Edition) -> Answer:
    if request.query.get("webId") != WEB or COLUMN not in request.query.get("columnIds", ""):
        return _json({"success": False, "code": "404", "message": "栏目不存在"})
    items = "".join(
        f"<item><title>{escape(t.title)}</title>"
        f"<link>{edition.address(t)}</link>"
        f"<pubDate>{format_datetime(t.published)}</pubDate></item>"
        for t in edition.listed[::-1][:IN_FEED]
    )
    feed = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>部领导活动</title><link>{edition.bases['ministry']}/xwfb/bldhd/index.html</link>"
        f"<description>部领导活动</description>{items}</channel></rss>"
    )
    return Answer(feed.encode(), "application/xml;charset=UTF-8")


def _article(text: Text, request: Request, edition: Edition) -> Answer:
    """An article page with its validators; 304 where the asker has it already."""
    charset = text.header.get("charset", "utf-8")
    built = _built(text, edition)
    html = template("release.html").substitute(
        charset="gb2312" if charset == "gb18030" else charset,
        title=escape(text.title),
        pubdate=f"{_stamped(text, edition):%Y-%m-%d %H:%M}",
        source=text.header.get("source", "办公厅"),
        path=path_of(text),
        maketime=f"{built:%Y-%m-%d %H:%M:%S}",
        shown=f"{text.published:%Y-%m-%d %H:%M}",
        content=_content(text),
        related=_related(text, edition),
    )
    body = html.encode(charset)
    tag = f'"{sha256(body).hexdigest()[:16]}"'
    headers = (
        ("ETag", tag),
        ("Last-Modified", format_datetime(built.astimezone(UTC), usegmt=True)),
    )
    if request.headers.get("if-none-match") == tag:
        return Answer(b"", status=304, headers=headers)
    return Answer(body, headers=headers)


def _content(text: Text) -> str:
    if text.header.get("markup") == "spans":
        return paragraphs(text, '<p style="text-indent: 2em;"><span>\u3000\u3000', "</span></p>")
    return paragraphs(text, '<p style="text-indent: 2em;">')


def _stamped(text: Text, edition: Edition) -> datetime:
    """The editors' stamp: minutes after the visible time, or, once corrected, the next day."""
    recent = edition.today - text.published.date() <= timedelta(days=3)
    return text.published + (timedelta(minutes=21) if recent else timedelta(hours=19, minutes=27))


def _built(text: Text, edition: Edition) -> datetime:
    """When the page was generated: recent ones, and those touched since, with the last release."""
    today = datetime.combine(edition.today, time(), ZONE)
    if text.published >= today - REBUILT or "markup" in text.header:
        return today - timedelta(minutes=30 - 10 * edition.night)
    return text.published + timedelta(days=1, hours=17)


def _related(text: Text, edition: Edition) -> str:
    """The newest other articles when the page was built."""
    built = _built(text, edition)
    others = [t for t in edition.texts if t.published < built and t is not text][-RELATED:]
    return "".join(f'<li><a href="{path_of(t)}">{escape(t.title)}</a></li>' for t in others)


def _json(value: object, status: int = 200) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False).encode(), "application/json", status)
