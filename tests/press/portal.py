"""A Chinese news portal as many are: static pages in GB18030 that call themselves GB2312."""

from datetime import timedelta
from html import escape
from math import ceil

from tests.press.edition import Edition, link, paragraphs, path_of, template
from tests.press.server import Answer, Request
from tests.press.texts import Text

LIST = "/cj/index.html"
ROWS = 6
SHORT_TITLE = 24
RELATED, RANKED = 4, 5


class Portal:
    """Answers as the portal; it has no robots.txt, and no header says what its pages are in."""

    name = "portal"

    def answer(self, request: Request, edition: Edition) -> Answer:
        """The response to one request."""
        pages = max(1, ceil(len(edition.listed) / ROWS))
        numbers = {_list_path(number): number for number in range(1, pages + 1)}
        if request.path in numbers:
            return _page(_list(numbers[request.path], pages, edition))
        text = edition.at(request.path)
        if text is None:
            return _page("<html><body>抱歉，您访问的页面不存在</body></html>", 404)
        return _page(_article(text, edition))


def _page(html: str, status: int = 200) -> Answer:
    return Answer(html.encode("gb18030"), "text/html", status)


def _list_path(number: int) -> str:
    return LIST if number == 1 else f"/cj/index_{number}.html"


def _list(number: int, pages: int, edition: Edition) -> str:
    """One page of rows, newest first; each five are parted by a line, as on such sites."""
    shown = edition.listed[::-1][(number - 1) * ROWS : number * ROWS]
    rows = [_row(text) for text in shown]
    rows.insert(ROWS - 1, '<li class="line"></li>')
    paging = [link(_list_path(n), str(n)) for n in range(1, pages + 1) if n != number]
    if number < pages:
        paging.append(f'<a class="next" href="{_list_path(number + 1)}">下一页</a>')
    return template("portal_list.html").substitute(rows="\n".join(rows), paging=" ".join(paging))


def _row(text: Text) -> str:
    """A line of the list: the visible title is cut, the attribute is whole."""
    title, short = escape(text.title), escape(text.title[:SHORT_TITLE])
    dots = "…" if len(text.title) > SHORT_TITLE else ""
    return (
        f'<li><a href="{path_of(text)}" title="{title}" target="_blank">{short}{dots}</a>'
        f"<em>{text.published:%Y-%m-%d %H:%M}</em></li>"
    )


def _article(text: Text, edition: Edition) -> str:
    others = [other for other in edition.texts if other is not text]
    recent = [o for o in others if o.published > text.published - timedelta(days=10)]
    return template("portal.html").substitute(
        title=escape(text.title),
        shown=f"{text.published:%Y年%m月%d日 %H:%M}",
        content=paragraphs(text, "<p>\n\u3000\u3000", "</p>"),
        related="".join(_item(other) for other in others[:RELATED]),
        ranking="".join(_item(other) for other in recent[:RANKED]),
    )


def _item(text: Text) -> str:
    return f"<li>{link(path_of(text), text.title)}</li>"
