"""A blog that reprints: WordPress under the JustNews theme."""

import random
from html import escape
from itertools import count

from tests.press import wordpress
from tests.press.edition import Edition, link, paragraphs, path_of, template
from tests.press.server import Answer, Request, page
from tests.press.texts import Text

ROBOTS = "User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n"
NOT_FOUND = "<html><body><h1>Page not found</h1><p>Nothing here.</p></body></html>"
POSTS = "/wp-json/wp/v2/posts"
RELATED = 4


class Blog:
    """Answers as the blog; every article page counts a view and draws other related posts."""

    name = "blog"

    def __init__(self) -> None:
        self._views = count(1)

    def answer(self, request: Request, edition: Edition) -> Answer:
        """The response to one request."""
        if request.path == "/robots.txt":
            return Answer(ROBOTS.encode(), "text/plain; charset=utf-8")
        if request.path == POSTS:
            return wordpress.posts(request.query, edition)
        if request.path == "/":
            return page("<ul>" + "".join(_item(t, edition) for t in edition.listed) + "</ul>")
        path = request.path.rstrip("/") + "/"
        text = edition.at(path)
        if text is None:
            return page(NOT_FOUND, 404)
        if request.path != path_of(text):
            return Answer(b"", status=301, headers=(("Location", edition.address(text)),))
        return page(self._article(text, edition))

    def _article(self, text: Text, edition: Edition) -> str:
        views = next(self._views)
        others = [t for t in edition.texts if t is not text]
        related = random.Random(views).sample(others, RELATED)
        return template("post.html").substitute(
            lang="zh-CN" if text.lang == "zh" else "en-US",
            title=escape(text.title),
            url=edition.address(text),
            base=edition.bases["blog"],
            number=text.number,
            origin=_origin(text),
            published=text.published.isoformat(),
            shown=f"{text.published:%Y-%m-%d %H:%M}",
            views=views,
            likes=views % 3,
            content=paragraphs(text),
            copyright=_copyright(text, edition),
            neighbours=_neighbours(text, edition),
            related="".join(_related(t, edition) for t in related),
            latest="".join(_item(t, edition) for t in edition.texts[-3:]),
        )


def _origin(text: Text) -> str:
    """The theme's label of the original, which editors fill in now and then."""
    name = text.header.get("origin")
    return f'<span class="origin">Source: {escape(name)}</span> ' if name else ""


def _copyright(text: Text, edition: Edition) -> str:
    """The site's notice; some editors name the original in it."""
    own, original = edition.address(text), edition.original(text)
    notice = f"Posted by:Wharf Desk,Reprinted with attribution to:<span>{link(own, own)}</span>"
    return f"Original: {link(original, original)}<br>{notice}" if original else notice


def _neighbours(text: Text, edition: Edition) -> str:
    """The posts before and after, with their dates."""
    at = edition.texts.index(text)
    found = []
    for rel, label, place in (("prev", "Previous", at - 1), ("next", "Next", at + 1)):
        if 0 <= place < len(edition.texts):
            other = edition.texts[place]
            found.append(
                f'<div class="entry-page-{rel} entry-page-nobg">'
                f'<a href="{edition.address(other)}" rel="{rel}">'
                f"<span>{escape(other.title)}</span></a>"
                f'<div class="entry-page-info"><span>{label}</span> '
                f"<span>{other.published:%Y-%m-%d %H:%M}</span></div></div>"
            )
    return "\n".join(found)


def _related(text: Text, edition: Edition) -> str:
    return (
        '<li class="item"><div class="item-content"><h4 class="item-title">'
        f"{link(edition.address(text), text.title)}</h4>"
        f'<div class="item-excerpt"><p>{escape(text.paragraphs[0][:120])}</p></div>'
        f'<div class="item-meta"><span class="item-meta-li date">{text.published:%Y-%m-%d}</span>'
        "</div></div></li>"
    )


def _item(text: Text, edition: Edition) -> str:
    return f"<li>{link(edition.address(text), text.title)}</li>"
