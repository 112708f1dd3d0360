"""Pages and plain text into articles; what gives none becomes a rejection with its reason."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from flows.text.blocks import block_lines
from flows.text.body import article_text, body_lines, without_pinyin
from flows.text.dates import Seen, in_address, published
from flows.text.decode import UnreadableError, decode, is_garbled
from flows.text.headline import author_of, declared_language, site_of, title_of
from flows.text.jsonld import described_article
from flows.text.language import han_count, language_of
from flows.text.marks import Marks
from flows.text.origin import origin_of
from flows.text.plain import read_plain
from flows.text.prune import (
    drop_by_lines,
    drop_lists,
    join_split_body,
    page_length,
    parse,
    prune,
    set_scripts_aside,
)
from storage.crawled import Listed, Page
from storage.records import Article, Rejection

# A body of fewer letters, a Han character counting for three, is a stub or a notice.
MIN_LETTERS = 80
# A thick book; the longest article of 620 news pages has 54,000.
MAX_SHOWN = 500_000
# What stands in the way of a page is short; an article about such things is longer.
MAX_NOTICE = 500
_BLOCKED = re.compile(
    r"(?:输入|填写|图形|图片)验证码|安全验证|完成验证|访问过于频繁|访问频率|人机验证|请开启javascript|"
    r"access denied|are you a robot|verify (?:that )?you are (?:a )?human|unusual traffic|"
    r"enable javascript and cookies|checking your browser|request blocked|403 forbidden",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"页面不存在|页面未找到|找不到(?:该|您|此)?.{0,12}页面|(?:内容|文章|信息|网页)已(?:被)?(?:删除|下线)|"
    r"(?:页面|内容|文章|网页)不存在|404 not found|404 error|error 404|page not found|"
    r"page (?:cannot|could not) be found|no longer available|doesn.t exist|does not exist",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document came from, as far as it is known.

    `zone` is the IANA name of the zone in which the source writes times without an offset.
    """

    source: str = ""
    key: str = ""
    url: str = ""
    zone: str = "UTC"
    fallback_lang: str | None = None
    content_type: str = ""
    fetched_at: dt.datetime | None = None
    listed: Listed | None = None


def clean_page(page: Page, zone: str, fallback_lang: str | None = None) -> Article | Rejection:
    """The article that a fetched page holds, or why it holds none.

    `zone` is the source's IANA zone, for times that the page gives without one;
    `fallback_lang` serves where a text is too short to tell. Raises ZoneInfoNotFoundError
    for a zone that does not exist.
    """
    headers = {name.lower(): value for name, value in page.headers}
    provenance = Provenance(
        page.source,
        page.key,
        page.url,
        zone,
        fallback_lang,
        headers.get("content-type", ""),
        page.fetched_at,
        page.listed,
    )
    if page.status >= 400:
        return _rejected(provenance, f"the server answered with status {page.status}")
    return clean_html(page.body, provenance)


def clean_html(html: bytes | str, provenance: Provenance) -> Article | Rejection:
    """The article of an HTML document (or of plain text that is labelled so), or a rejection."""
    try:
        text = decode(html, provenance.content_type) if isinstance(html, bytes) else html
        if provenance.content_type.lower().startswith("text/plain"):
            _refuse_length(len(text))
            return _checked(clean_text(text, provenance))
        return _checked(_clean(text, provenance))
    except UnreadableError as error:
        return _rejected(provenance, str(error))


def clean_text(text: str, provenance: Provenance | None = None) -> Article:
    """The article of a plain text: title, body without furniture.

    It is dated by its by-line, else by its address.
    """
    known = provenance or Provenance()
    zone = ZoneInfo(known.zone)
    read = read_plain(without_pinyin(text), zone)
    body = article_text(read.lines, read.title)
    dates = [("by-line", date) for date in read.dates] or list(in_address(known.url, zone))
    trusted = [d for d in dates if not known.fetched_at or d[1].instant <= known.fetched_at]
    return Article(
        source=known.source,
        key=known.key,
        url=known.url,
        lang=language_of(body or read.title, None, known.fallback_lang),
        title=read.title,
        text=body,
        author=read.author,
        published_at=trusted[0][1].instant if trusted else None,
        published_rule=trusted[0][0] if trusted else None,
        dates=tuple(date for _, date in dates),
        original_url=read.origin.url,
        original_name=read.origin.name,
    )


def _clean(html: str, known: Provenance) -> Article:
    tree = parse(html)
    about = described_article(tree)
    set_scripts_aside(tree)
    marks = Marks(tree)
    origin = origin_of(tree, marks, known.url)
    _refuse_length(page_length(tree))
    _refuse_notice(tree)
    prune(tree, marks)
    drop_lists(tree)
    join_split_body(marks)
    title = title_of(tree, marks, about)
    seen = Seen(known.url, ZoneInfo(known.zone), known.listed, known.fetched_at)
    found, author = published(tree, marks, about, seen), author_of(tree, marks, about)
    drop_by_lines(marks)
    text = article_text(body_lines(tree, marks, title), title)
    if not text:
        raise UnreadableError("no main text was found")
    return Article(
        source=known.source,
        key=known.key,
        url=known.url,
        lang=language_of(text, declared_language(tree), known.fallback_lang),
        title=title or (known.listed.title if known.listed else None) or "",
        text=text,
        author=author,
        site=site_of(tree, about, known.url),
        published_at=found.at,
        published_rule=found.rule,
        dates=found.dates,
        original_url=origin.url,
        original_name=origin.name,
    )


def _refuse_length(length: int) -> None:
    if length > MAX_SHOWN:
        raise UnreadableError(f"the page shows more than {MAX_SHOWN:,} characters")


def _refuse_notice(tree: HtmlElement) -> None:
    """Raise UnreadableError where the whole page is a block page's or a missing page's notice."""
    if page_length(tree) > MAX_NOTICE:
        return
    whole = " ".join(block_lines(tree))
    if _weight(whole) > MAX_NOTICE:
        return
    if found := _BLOCKED.search(whole):
        raise UnreadableError(f"a block page, not the article: {found.group()}")
    if found := _GONE.search(whole):
        raise UnreadableError(f"the page says that it is not there: {found.group()}")


def _checked(article: Article) -> Article:
    if is_garbled(article.text):
        raise UnreadableError("the text is garbled")
    if _weight(article.text) < MIN_LETTERS:
        raise UnreadableError(f"the body is too short: {_weight(article.text)} letters")
    return article


def _weight(text: str) -> int:
    """Letters of a text, a Han character for three, since it says about as much."""
    return len(_LETTER.findall(text)) + 2 * han_count(text)


def _rejected(known: Provenance, reason: str) -> Rejection:
    return Rejection(known.source, known.key, known.url, reason)
