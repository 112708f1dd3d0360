"""What a source declares, and what is wrong with a declaration. Standard library only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

# Whom a site's administrator can ask. Whoever runs On Record names their own address here.
CONTACT = "https://example.org/onrecord"

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,40}")
_HOST = re.compile(r"[a-z0-9._-]{1,253}(:\d{1,5})?|\[[0-9a-f:.]{2,45}\](:\d{1,5})?")
_COLUMN = re.compile(r"[0-9a-f]{32}")
LEAST_DELAY = 1.0
MOST_DELAY = 60.0
MOST_TIMEOUT = 60.0
# Many servers refuse a longer one.
MOST_ADDRESS = 2000
_LISTS = ("rest", "feed", "sitemap")
PORTS = {"http": ":80", "https": ":443"}


def host_of(url: str) -> str:
    """`host[:port]` of an address, in lower case, without its scheme's own port."""
    parts = urlsplit(url)
    return parts.netloc.lower().removesuffix(PORTS.get(parts.scheme, ":"))


def is_address(url: str) -> bool:
    """Whether a text is an http(s) address of bounded length, with a host and without a user."""
    if len(url) > MOST_ADDRESS:
        return False
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - reading it raises for one that is no number
    except ValueError:
        return False
    return parts.scheme in PORTS and bool(parts.hostname) and "@" not in parts.netloc


Kind = Literal["wordpress", "miit", "feed", "sitemap", "listing"]


@dataclass(frozen=True, slots=True)
class Source:
    """A site that we watch.

    `name` is stored with every page and must stay. `kind` says how its list is read and `url`
    where: the root of a WordPress site, the page of a MIIT column (whose id is `column`), a
    feed, a sitemap or an index of them, the first page of a listing. `zone` (IANA) holds where
    a page states no offset. `in_14_days` is how many items the list has of the last 14 days,
    low and high; `newest_days` how old its newest may be. `hosts` are `host[:port]` that may
    be fetched, by default the url's alone. `below` are the beginnings of the paths of articles;
    what else a list names is passed over. `delay` and `timeout` are seconds. `loopback` says
    that the site is one on this machine, and then nothing else is connected to. `official` says
    that the site is the speakers' own: of a statement's articles, its is the official one.

    Of WordPress, `lists` says which of its lists is read. Of a listing, `rows` are its items
    and `link` (by default the first), `headline` (by default the link's) and `date` stand in
    a row, `next` on the page: CSS selectors; without `next` the list is that one page.
    """

    name: str
    title: str
    kind: Kind
    url: str
    lang: str
    zone: str
    in_14_days: tuple[int, int]
    newest_days: int
    hosts: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    column: str = ""
    lists: Literal["rest", "feed", "sitemap"] = "rest"
    rows: str = ""
    link: str = "a[href]"
    headline: str = ""
    date: str = ""
    next: str = ""
    delay: float = 2.0
    timeout: float = 30.0
    loopback: bool = False
    official: bool = False
    contact: str = CONTACT

    def __post_init__(self) -> None:
        if not self.hosts:
            object.__setattr__(self, "hosts", (host_of(self.url),))


def faults(source: Source) -> list[str]:
    """What is wrong with a declaration, each as the end of a sentence: "The source … needs …"."""
    low, high = source.in_14_days
    checks = (
        (_NAME.fullmatch(source.name), "needs a name of a-z, 0-9, _ and - (at most 41)"),
        (source.kind in get_args(Kind), f"is of kind {source.kind!r}, which is unknown"),
        (is_address(source.url), "needs an http or https url"),
        (host_of(source.url) in source.hosts, "does not name its url's host in hosts"),
        (all(map(_HOST.fullmatch, source.hosts)), "needs hosts in lower case, host[:port]"),
        (_is_zone(source.zone), f"has zone {source.zone!r}, which is no IANA time zone"),
        (0 <= low <= high and source.newest_days > 0, "needs a yield: low to high, days"),
        (source.kind != "miit" or _COLUMN.fullmatch(source.column), "needs a column of 32 hex"),
        (source.kind != "listing" or source.rows, "needs rows, a CSS selector of its items"),
        (source.lists in _LISTS, f"has lists {source.lists!r}; {', '.join(_LISTS)} are known"),
        (all(path.startswith("/") for path in source.below), "needs paths from / on in below"),
        (0 < source.timeout <= MOST_TIMEOUT, f"needs a timeout up to {MOST_TIMEOUT:.0f} s"),
        (
            (0 if source.loopback else LEAST_DELAY) <= source.delay <= MOST_DELAY,
            f"needs a delay of {LEAST_DELAY:.0f} to {MOST_DELAY:.0f} s (0 s only on loopback)",
        ),
    )
    return [sentence for holds, sentence in checks if not holds]


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return False
    return True
