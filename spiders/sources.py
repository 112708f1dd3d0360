"""The catalogue: one declaration a source. Standard library only."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from storage.failure import Failure

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
PORTS = {"http": ":80", "https": ":443"}


class CatalogueError(Failure):
    """The catalogue cannot be used; the message names the declaration and what is wrong."""


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


@dataclass(frozen=True, slots=True)
class Source:
    """A site that we watch.

    `name` is stored with every page and must stay. `url` is the site's root for WordPress and
    the column's page for MIIT, whose id is `column`. `zone` (IANA) holds where a page states
    no offset. `in_14_days` is how many items it lists in 14 days, low and high;
    `newest_days` how old its newest may be. `hosts` are `host[:port]` that may be fetched, by
    default the url's alone. `delay` and `timeout` are seconds. `loopback` says that the site
    is one on this machine, and then nothing else is connected to.
    """

    name: str
    title: str
    kind: Literal["wordpress", "miit"]
    url: str
    lang: str
    zone: str
    in_14_days: tuple[int, int]
    newest_days: int
    hosts: tuple[str, ...] = ()
    column: str = ""
    delay: float = 2.0
    timeout: float = 30.0
    loopback: bool = False
    contact: str = CONTACT

    def __post_init__(self) -> None:
        if not self.hosts:
            object.__setattr__(self, "hosts", (host_of(self.url),))


SOURCES = (
    Source(
        "miit", "工业和信息化部 部领导活动", "miit",
        "https://www.miit.gov.cn/xwfb/bldhd/index.html", "zh", "Asia/Shanghai",
        in_14_days=(3, 80), newest_days=12,
        hosts=("www.miit.gov.cn", "wap.miit.gov.cn"),
        column="d3e2bede1bc045e2875fc7161c01db7d",
    ),
    Source(
        "coinyuppie", "CoinYuppie", "wordpress",
        "https://coinyuppie.com/", "en", "Asia/Shanghai",
        in_14_days=(10, 3000), newest_days=7,
        hosts=("coinyuppie.com", "www.coinyuppie.com"),
    ),
)  # fmt: skip


def catalogue(module: str) -> dict[str, Source]:
    """The sources that `module` declares in its `SOURCES`, by name; raises CatalogueError."""
    try:
        declared = importlib.import_module(module).SOURCES
    except Exception as error:  # a user's module may raise anything
        reason = f"{type(error).__name__}: {error}"
        raise CatalogueError(f"The catalogue {module} cannot be read ({reason}).") from error
    if not isinstance(declared, tuple | list):
        raise CatalogueError(f"The SOURCES of the catalogue {module} are no tuple of sources.")
    sources: dict[str, Source] = {}
    for source in declared:
        _check(module, source)
        if source.name in sources:
            raise CatalogueError(f"The catalogue {module} declares {source.name!r} twice.")
        sources[source.name] = source
    return sources


def _check(module: str, source: object) -> None:
    if not isinstance(source, Source):
        raise CatalogueError(f"The catalogue {module} holds {source!r:.80}, which is no Source.")
    for fault in _faults(source):
        raise CatalogueError(f"The source {source.name!r} of {module} {fault}.")


def _faults(source: Source) -> list[str]:
    low, high = source.in_14_days
    checks = (
        (_NAME.fullmatch(source.name), "needs a name of a-z, 0-9, _ and - (at most 41)"),
        (source.kind in ("wordpress", "miit"), f"is of kind {source.kind!r}, which is unknown"),
        (is_address(source.url), "needs an http or https url"),
        (host_of(source.url) in source.hosts, "does not name its url's host in hosts"),
        (all(map(_HOST.fullmatch, source.hosts)), "needs hosts in lower case, host[:port]"),
        (_is_zone(source.zone), f"has zone {source.zone!r}, which is no IANA time zone"),
        (0 <= low <= high and source.newest_days > 0, "needs a yield: low to high, days"),
        (source.kind != "miit" or _COLUMN.fullmatch(source.column), "needs a column of 32 hex"),
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
