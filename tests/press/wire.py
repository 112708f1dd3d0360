"""A news wire: WordPress whose REST API asks for a login, so that its feed is the list."""

import json
from email.utils import format_datetime
from html import escape
from math import ceil

from tests.press.edition import Edition, link, paragraphs, path_of, template
from tests.press.server import Answer, Request, page
from tests.press.texts import Text

ROBOTS = "User-agent: *\nDisallow: /wp-admin/\n"
NOT_FOUND = "<html><body><h1>Oops! That page can&rsquo;t be found.</h1></body></html>"
CLOSED = {
    "code": "rest_not_logged_in",
    "message": "You are not currently logged in.",
    "data": {"status": 401},
}
IN_FEED = 10
EXCERPT = 200


class Wire:
    """Answers as the wire, in the theme GeneratePress."""

    name = "wire"

    def answer(self, request: Request, edition: Edition) -> Answer:
        """The response to one request."""
        if request.path == "/robots.txt":
            return Answer(ROBOTS.encode(), "text/plain; charset=utf-8")
        if request.path.startswith("/wp-json/"):
            return Answer(json.dumps(CLOSED).encode(), "application/json; charset=UTF-8", 401)
        if request.path == "/feed/":
            return _feed(request, edition)
        if request.path == "/":
            return page("<ul>" + "".join(_item(t, edition) for t in edition.listed) + "</ul>")
        text = edition.at(request.path)
        return page(_article(text, edition)) if text else page(NOT_FOUND, 404)


def _feed(request: Request, edition: Edition) -> Answer:
    """A page of the feed; behind the last one WordPress answers 404."""
    number, newest = int(request.query.get("paged", 1)), edition.listed[::-1]
    if number > max(1, ceil(len(newest) / IN_FEED)):
        return page(NOT_FOUND, 404)
    base = edition.bases["wire"]
    shown = newest[(number - 1) * IN_FEED : number * IN_FEED]
    feed = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Strait Courier</title>'
        f"<link>{base}</link><description>Trade, ports and policy</description>"
        "<generator>https://wordpress.org/?v=6.8</generator>"
        f"{''.join(_entry(text, edition) for text in shown)}</channel></rss>"
    )
    return Answer(feed.encode(), "application/rss+xml; charset=UTF-8")


def _entry(text: Text, edition: Edition) -> str:
    return (
        f"<item><title>{escape(text.title)}</title><link>{edition.address(text)}</link>"
        "<dc:creator><![CDATA[Courier Newsroom]]></dc:creator>"
        f"<pubDate>{format_datetime(text.published)}</pubDate>"
        f'<guid isPermaLink="false">{edition.bases["wire"]}/?p={text.number}</guid>'
        f"<description><![CDATA[<p>{text.paragraphs[0][:EXCERPT]} [&#8230;]</p>]]></description>"
        f"<content:encoded><![CDATA[{paragraphs(text)}]]></content:encoded></item>"
    )


def _article(text: Text, edition: Edition) -> str:
    return template("wire.html").substitute(
        title=escape(text.title),
        summary=escape(text.paragraphs[0][:EXCERPT]),
        url=edition.address(text),
        base=edition.bases["wire"],
        number=text.number,
        published=text.published.isoformat(),
        shown=f"{text.published:%B} {text.published.day}, {text.published.year}",
        content=paragraphs(text),
        neighbours=_neighbours(text, edition),
        latest="".join(_item(t, edition) for t in edition.texts[:-6:-1]),
    )


def _neighbours(text: Text, edition: Edition) -> str:
    """The posts before and after."""
    at = edition.texts.index(text)
    places = (("previous", "prev", at - 1), ("next", "next", at + 1))
    return "".join(
        f'<div class="nav-{name}"><span class="{short}">'
        f"{link(path_of(edition.texts[place]), edition.texts[place].title)}</span></div>"
        for name, short, place in places
        if 0 <= place < len(edition.texts)
    )


def _item(text: Text, edition: Edition) -> str:
    return f"<li>{link(edition.address(text), text.title)}</li>"
