"""Feeds, sitemaps and listings over HTTP: real children, each against a scripted site."""

import gzip
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from spiders.sources import Source
from storage.crawled import Known
from tests.spiders.crawls import Crawled, blog, run, serve, site_of
from tests.spiders.lists import (
    OLDER,
    endless,
    index,
    item,
    news,
    paged,
    row,
    rows,
    rss,
    urlset,
    xml,
)
from tests.spiders.site import Answer, Route, Site, html


@dataclass(frozen=True)
class Case:
    """A source of a site with these routes, which are told the site's address."""

    source: Callable[[Site], Source]
    routes: Callable[[str], Mapping[str, Route]]
    known: tuple[Known, ...] = ()
    error: str | None = None
    keys: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


def articles(base: str, paths: Mapping[str, Route]) -> dict[str, Route]:
    texts = {f"/a/{n}": html("A statement.") for n in range(1, 40)}
    posts = {f"/post-{n}/": html("A statement.") for n in range(1, 25)}
    return {**texts, **posts, **paths}


def feed_at(path: str, **more: Any) -> Callable[[Site], Source]:
    return lambda site: site_of(site, "feed", path, **more)


def map_at(path: str, **more: Any) -> Callable[[Site], Source]:
    return lambda site: site_of(site, "sitemap", path, **more)


def listing(**more: Any) -> Callable[[Site], Source]:
    given = {"rows": "ul.news li", "date": "span", "next": "a.next"} | more
    return lambda site: site_of(site, "listing", "/list/", **given)


SETTLED = tuple(
    Known(f"tag:harbour,{n}", f"http://x/a/{n}", due=False, settled=True) for n in (2, 3)
)
MISSED = (
    "Nothing that its list names was known; between this run and the last one it may have named "
    "more."
)
CASES: dict[str, Case] = {
    "rss": Case(
        feed_at("/rss.xml", below=("/a/",)),
        lambda base: {
            "/rss.xml": rss(
                item("/a/1", "one"),
                item(f"{base}/a/2?utm_source=rss"),
                item("/x", "x"),
                item("/a/3", "old", "Wed, 4 Feb 2026 09:00:00 +0800"),
            )
        },
        keys=("one", "<base>/a/2"),
    ),
    "rss-gap": Case(
        feed_at("/rss.xml"),
        lambda base: {"/rss.xml": rss(item("/a/1", "one"))},
        known=SETTLED,
        keys=("one",),
        warnings=(MISSED,),
    ),
    "rss-stale": Case(
        feed_at("/rss.xml", newest_days=3),
        lambda base: {"/rss.xml": rss(item("/a/1", "one", "Fri, 13 Mar 2026 09:00:00 +0800"))},
        keys=("one",),
        error="Its newest item is 7 days old, more than twice the 3 that are expected.",
        warnings=("Its newest item is 7 days old; at most 3 are expected.",),
    ),
    "rss-elsewhere": Case(
        feed_at("/rss.xml", below=("/politics/", "/economy/")),
        lambda base: {"/rss.xml": rss(item("/a/1", "one"))},
        error="Its list is empty below /politics/ or /economy/.",
    ),
    "atom-next": Case(
        feed_at("/atom"),
        lambda base: {"/atom": endless(base)},
        known=SETTLED,
        keys=("tag:harbour,1",),
        asked=("/atom", "/atom"),
    ),
    "atom-endless": Case(
        feed_at("/atom"),
        lambda base: {"/atom": endless(base)},
        keys=tuple(f"tag:harbour,{n}" for n in range(1, 31)),
        warnings=("Its list goes on after 30 pages; the rest was not read.",),
    ),
    "no-feed": Case(
        feed_at("/rss.xml"),
        lambda base: {"/rss.xml": html("Welcome")},
        error="Its list answered with something else than a feed.",
    ),
    "wordpress-feed": Case(
        lambda site: blog(site, lists="feed"),
        lambda base: {"/feed/": paged(base)},
        keys=tuple(str(n) for n in range(1, 21)),
        asked=("/feed/", "/feed/", "/feed/"),
    ),
    "wordpress-map": Case(
        lambda site: blog(site, lists="sitemap"),
        lambda base: {
            "/sitemap_index.xml": xml(
                index(
                    (f"{base}/page-sitemap.xml", OLDER),
                    (f"{base}/post-sitemap.xml", "2025-01-01"),
                    (f"{base}/post-sitemap2.xml", OLDER),
                )
            ),
            "/post-sitemap2.xml": xml(
                urlset(f"<loc>{base}/post-3/</loc><lastmod>{OLDER}</lastmod>")
            ),
        },
        keys=("<base>/post-3/",),
        asked=("/wp-sitemap.xml", "/sitemap_index.xml", "/post-sitemap2.xml"),
    ),
    "news-map": Case(
        map_at("/news.xml.gz", below=("/a/",)),
        lambda base: {
            "/news.xml.gz": Answer(
                gzip.compress(
                    urlset(
                        news(f"{base}/a/1"), news(f"{base}/a/2", "2025-12-01"), news(f"{base}/x")
                    ).encode()
                ),
                content_type="application/octet-stream",
            )
        },
        keys=("<base>/a/1",),
    ),
    "map-itself": Case(
        map_at("/map.xml"),
        lambda base: {"/map.xml": xml(index((f"{base}/map.xml", "")))},
        error="Its sitemap points at itself.",
    ),
    "map-wide": Case(
        map_at("/map.xml"),
        lambda base: {
            "/map.xml": xml(index(*((f"{base}/child-{n}.xml", "") for n in range(60)))),
            **{
                f"/child-{n}.xml": xml(urlset(f"<loc>{base}/a/{n % 30 + 1}</loc>"))
                for n in range(60)
            },
        },
        keys=tuple(f"<base>/a/{n}" for n in range(1, 31)),
        warnings=("11 of its sitemaps were not read.",),
    ),
    "listing": Case(
        listing(),
        lambda base: {
            "/list/": rows(row("/a/1"), row("../a/2"), following="2.htm"),
            "/list/2.htm": rows(row("/a/3", day=OLDER), following="#"),
        },
        keys=("<base>/a/1", "<base>/a/2", "<base>/a/3"),
    ),
    "listing-changed": Case(
        listing(),
        lambda base: {"/list/": html("<div class='news'>Now in another form.</div>")},
        error="Its list has no rows; the layout has changed.",
    ),
    "listing-repeats": Case(
        listing(),
        lambda base: {
            f"/list/{f'{n}.htm' if n else ''}": rows(row("/a/1"), following=f"/list/{n + 1}.htm")
            for n in range(4)
        },
        error="Its list is stalled: page 2 repeats the one before.",
    ),
}


# A child takes a second to start: one case of each behaviour runs always, the others by soak.
ALWAYS = (
    "rss", "rss-stale", "atom-next", "wordpress-feed", "wordpress-map", "news-map", "listing",
    "listing-changed",
)  # fmt: skip
OTHERS = tuple(name for name in CASES if name not in ALWAYS)


def crawl_all(home: Path, names: Sequence[str]) -> dict[str, tuple[Crawled, Site]]:
    def one(name: str) -> tuple[Crawled, Site]:
        case = CASES[name]
        with Site() as site:
            serve(site, articles(site.url, case.routes(site.url)))
            source = case.source(site)
            object.__setattr__(source, "name", name)
            return run(source, home, case.known), site

    with ThreadPoolExecutor(4) as pool:
        return dict(zip(names, pool.map(one, names), strict=True))


@pytest.mark.parametrize(
    "names", [ALWAYS, pytest.param(OTHERS, marks=pytest.mark.soak)], ids=["always", "others"]
)
def test_each_list_gives_what_it_names_or_a_sentence(home: Path, names: Sequence[str]) -> None:
    for name, (crawled, site) in crawl_all(home, names).items():
        case = CASES[name]
        assert crawled.result.error == case.error, name
        expected = {key.replace("<base>", site.url) for key in case.keys}
        assert {page.key for page in crawled.pages()} == expected, name
        assert crawled.result.warnings == case.warnings, name
        asked = [path for path in site.paths() if not path.endswith("/robots.txt")]
        assert tuple(asked[: len(case.asked)]) == case.asked, name


def test_what_a_listing_in_an_older_encoding_says_is_kept(site: Site, home: Path) -> None:
    serve(site, articles(site.url, {"/list/": rows(row("/a/1"))}))
    (page,) = run(listing()(site), home).pages()
    assert page.listed is not None
    assert page.listed.title == "朱镕答记者问"
    assert page.listed.published_at == datetime(2026, 3, 19, 16, tzinfo=UTC)
