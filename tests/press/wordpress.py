"""The posts route of the WordPress REST API, as far as readers of a site use it."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from math import ceil
from typing import Any
from urllib.parse import urlencode

from tests.press.edition import Edition, paragraphs
from tests.press.server import Answer
from tests.press.texts import ZONE, Text

JSON = "application/json; charset=UTF-8"
MAX_PER_PAGE = 100
_ORDERS = {
    "date": lambda t: (t.published, t.number),
    "modified": lambda t: (t.modified, t.number),
    "id": lambda t: t.number,
}


def posts(query: Mapping[str, str], edition: Edition) -> Answer:
    """A page of posts with the totals in its headers, or an error in WordPress's shape."""
    try:
        page, size = _number(query, "page", 1), _number(query, "per_page", 10)
        chosen = _chosen(query, list(edition.listed))
    except (ValueError, KeyError):
        return _error("rest_invalid_param", "Invalid parameter(s)")
    pages = ceil(len(chosen) / size)
    if page > pages and chosen:
        return _error(
            "rest_post_invalid_page_number",
            "The page number requested is larger than the number of pages available.",
        )
    shown = [_post(t, edition) for t in chosen[(page - 1) * size : page * size]]
    headers = [("X-WP-Total", str(len(chosen))), ("X-WP-TotalPages", str(pages))]
    if page < pages:
        following = urlencode({**query, "page": page + 1})
        link = f"{edition.bases['blog']}/wp-json/wp/v2/posts?{following}"
        headers.append(("Link", f'<{link}>; rel="next"'))
    return Answer(_json([_only(post, query) for post in shown]), JSON, headers=tuple(headers))


def _number(query: Mapping[str, str], name: str, default: int) -> int:
    value = int(query.get(name, default))
    if value < 1 or (name == "per_page" and value > MAX_PER_PAGE):
        raise ValueError(name)
    return value


def _chosen(query: Mapping[str, str], found: list[Text]) -> list[Text]:
    """The posts that the filters let through, in the order asked for (newest first)."""
    if after := query.get("after"):
        found = [t for t in found if t.published > _instant(after)]
    if after := query.get("modified_after"):
        found = [t for t in found if t.modified > _instant(after)]
    order = {"asc": False, "desc": True}[query.get("order", "desc")]
    return sorted(found, key=_ORDERS[query.get("orderby", "date")], reverse=order)


def _instant(text: str) -> datetime:
    """An ISO date; one without an offset is in the site's zone."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZONE)


def _post(text: Text, edition: Edition) -> dict[str, Any]:
    body = paragraphs(text)
    return {
        "id": text.number,
        "date": _local(text.published),
        "date_gmt": _gmt(text.published),
        "modified": _local(text.modified),
        "modified_gmt": _gmt(text.modified),
        "slug": text.header["slug"],
        "status": "publish",
        "type": "post",
        "link": edition.address(text),
        "title": {"rendered": _texturized(text.title)},
        "content": {"rendered": body, "protected": False},
        "excerpt": {"rendered": body.split("\n")[0], "protected": False},
        "author": 3,
        "categories": [1],
        "tags": [],
    }


def _only(post: dict[str, Any], query: Mapping[str, str]) -> dict[str, Any]:
    """The fields asked for by `_fields`; all of them without it."""
    names = {name.strip().split(".")[0] for name in query.get("_fields", "").split(",")} - {""}
    return {name: value for name, value in post.items() if not names or name in names}


def _texturized(title: str) -> str:
    """A title as the API gives it: HTML with typographic marks as numbers."""
    marks = {"’": "&#8217;", "‘": "&#8216;", "“": "&#8220;", "”": "&#8221;", "–": "&#8211;"}
    return "".join(marks.get(sign, sign) for sign in escape(title, quote=False))


def _local(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat()


def _gmt(moment: datetime) -> str:
    return _local(moment.astimezone(UTC))


def _error(code: str, message: str) -> Answer:
    return Answer(_json({"code": code, "message": message, "data": {"status": 400}}), JSON, 400)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
