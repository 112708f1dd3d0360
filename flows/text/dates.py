"""When a page was published: every date it gives, where each stood, and the rule that chose.

Dates of neighbours and related stories are out of reach, for the template's nodes are pruned
before and lists, asides and footers are never read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal
from zoneinfo import ZoneInfo

from htmldate import find_date
from lxml.html import HtmlElement

from flows.text.blocks import one_line
from flows.text.instants import has_clock, instant
from flows.text.marks import Marks, names
from flows.text.markup import INFO_LINES, PUBLISHED
from flows.text.prune import text_length
from storage.crawled import Listed
from storage.records import FoundDate

# A server's clock may run a little ahead of the one that fetched the page.
SLACK = dt.timedelta(hours=1)
MAX_INFO = 200
MAX_LABELS = 20
# Before runs of white space, such as indentation, are one space each.
MAX_RAW = 2_000
# How far behind its label a date may stand.
MAX_BEHIND = 40
# 时间 alone also labels the hour of an event in the text.
_LABEL = re.compile(r"\s{0,9}((?:发布|发表|发稿|刊发|公布)(?:时间|日期))\s{0,3}[:：]")
META = (
    "article:published_time", "og:article:published_time", "datepublished", "pubdate",
    "publishdate", "publish_date", "publication_date", "dc.date.issued", "dcterms.created",
    "parsely-pub-date", "sailthru.date", "date", "dc.date", "firstpublishedtime", "publishtime",
    "og:published_time", "article.published", "cxenseparse:recs:publishtime", "dcterms.date",
)  # fmt: skip
_MAYBE_LABELLED = "//body//*[contains(text(), '时间') or contains(text(), '日期')]"
_TIMES = (
    "(//time[@datetime] | //*[@itemprop='datePublished'])"
    "[not(ancestor::aside or ancestor::footer or ancestor::nav or ancestor::li)]"
)
_IN_URL = (
    re.compile(r"[/_-](20[0-3]\d)[-/]?([01]\d)[-/]?([0-3]\d)(?=[/_.-]|\b)"),
    re.compile(r"/(20[0-3]\d)[-/]([01]?\d)[-/]([0-3]?\d)(?=[/_.-]|\b)"),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a page beside its markup: address, zone, list entry, hour of capture."""

    url: str
    zone: ZoneInfo
    listed: Listed | None = None
    fetched_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The chosen instant with the name of the rule, and all dates that were found."""

    at: dt.datetime | None
    rule: str | None
    dates: tuple[FoundDate, ...]


Where = Literal["list", "time", "visible", "meta", "jsonld", "url", "capture"]
Rule = tuple[str, FoundDate]


def published(tree: HtmlElement, marks: Marks, about: dict[str, Any], seen: Seen) -> Published:
    """The page's publication instant by the first rule that gives a date before the capture.

    `tree` is the pruned page, `about` its JSON-LD article. A labelled line such as 发布时间
    comes first, since government editors stamp their meta elements later; then the theme's
    `time`, JSON-LD, meta, the list, plain visible lines, the address, and at last htmldate.
    """
    zone = seen.zone
    time_found = list(_times(tree, zone))
    visible = list(_info_lines(marks, zone))
    rules: list[Rule] = [
        *_labelled(tree, zone),
        *((rule, found) for rule, found in time_found if rule != "time"),
        *_rule("json-ld datePublished", "jsonld", about.get("datePublished"), zone),
        *_meta(tree, zone),
        *_listed(seen.listed),
        *((rule, found) for rule, found in time_found if rule == "time"),
        *visible,
        *in_address(seen.url, zone),
    ]
    trusted = [rule for rule in rules if _is_past(rule[1], seen.fetched_at)]
    if not rules:
        # Where a page gives dates that cannot be, a guess would be no better.
        trusted = list(_last_resort(tree, seen))
    dates = tuple(dict.fromkeys(found for _, found in [*rules, *trusted]))
    if seen.fetched_at:
        dates += (FoundDate(seen.fetched_at, seen.fetched_at.isoformat(), "capture"),)
    if not trusted:
        return Published(None, None, dates)
    rule, found = _with_clock(trusted)
    return Published(found.instant, rule, dates)


def _is_past(found: FoundDate, fetched_at: dt.datetime | None) -> bool:
    return fetched_at is None or found.instant <= fetched_at + SLACK


def _with_clock(rules: list[Rule]) -> Rule:
    """The first rule; or, where it gives but a day, the first that knows that day's hour."""
    first = rules[0][1].instant
    same_day = (r for r in rules if r[1].instant.date() == first.date())
    return next((r for r in same_day if has_clock(r[1].instant)), rules[0])


def _rule(rule: str, where: Where, text: object, zone: ZoneInfo) -> Iterator[Rule]:
    short = one_line(text[:MAX_RAW])[:MAX_INFO] if isinstance(text, str) else ""
    if moment := instant(short, zone):
        yield rule, FoundDate(moment, short, where)


def _labelled(tree: HtmlElement, zone: ZoneInfo) -> Iterator[Rule]:
    """Lines that say themselves that they hold the date of publication."""
    for element in tree.xpath(_MAYBE_LABELLED)[:MAX_LABELS]:
        if not (found := _LABEL.match((element.text or "")[:MAX_INFO])):
            continue
        label = found.group(1)
        for holder in (element, element.getparent()):
            after = one_line(holder.text_content()[:MAX_RAW]).partition(label)[2][:MAX_BEHIND]
            if instant(after, zone):
                yield from _rule(f"visible {label}", "visible", label + after, zone)
                break


def _times(tree: HtmlElement, zone: ZoneInfo) -> Iterator[Rule]:
    """`time[datetime]` and microdata: those marked as the publication under a rule's own name."""
    for element in tree.xpath(_TIMES):
        text = element.get("datetime") or element.get("content") or element.text_content()
        marks = names(element) | {(element.get("itemprop") or "").lower()}
        told = not marks.isdisjoint(PUBLISHED) or element.get("pubdate") is not None
        updated = any("modif" in mark or "updated" in mark for mark in marks)
        if told or not updated:
            yield from _rule("time published" if told else "time", "time", text, zone)


def _meta(tree: HtmlElement, zone: ZoneInfo) -> Iterator[Rule]:
    """Meta elements in the order of `META`."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.lower(), element.get("content") or "")
    for name in META:
        yield from _rule(f"meta {name}", "meta", found.get(name), zone)


def _listed(listed: Listed | None) -> Iterator[Rule]:
    if listed and listed.published_at:
        yield "list", FoundDate(listed.published_at, listed.published_at.isoformat(), "list")


def _info_lines(marks: Marks, zone: ZoneInfo) -> Iterator[Rule]:
    """Short elements whose class or id names them as the line under the headline."""
    for element in marks.having(INFO_LINES):
        if text_length(element) <= MAX_INFO:
            yield from _rule("visible line", "visible", element.text_content(), zone)


def in_address(url: str, zone: ZoneInfo) -> Iterator[Rule]:
    """The day that an address holds: /2021/07/14/, _20210714."""
    for pattern in _IN_URL:
        if found := pattern.search(url[:MAX_INFO]):
            yield from _rule("url", "url", "-".join(found.groups()), zone)
            return


def _last_resort(tree: HtmlElement, seen: Seen) -> Iterator[Rule]:
    """Htmldate's reading of the markup: only a day, and bounded by the capture.

    Its search of the whole text is left out: that finds days which the article tells of.
    """
    guess = find_date(
        tree,
        extensive_search=False,
        original_date=True,
        url=seen.url or None,
        max_date=seen.fetched_at,
    )
    yield from _rule("htmldate", "visible", guess, seen.zone)
