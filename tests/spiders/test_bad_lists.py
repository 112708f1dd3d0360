"""Lists that are none: the source has failed, it says why in one sentence, and no page is asked."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from storage.crawled import Known
from tests.spiders.crawls import POSTS, Crawled, blog, post, posts, run, serve
from tests.spiders.site import Answer, Asked, Behaviour, Hang, Reset, Route, Site, as_json, html

BUSY = Answer(status=429, headers=(("Retry-After", "900"),))
BAD_LISTS: dict[str, tuple[Behaviour, str]] = {
    "forbidden": (
        Answer(b"no", 403),
        'Its list answered 403. If that stays, declare lists="feed" or lists="sitemap".',
    ),
    "away": (
        Answer(status=302, headers=(("Location", "http://elsewhere.example/"),)),
        "Its list leads to elsewhere.example, which its source does not declare.",
    ),
    "html": (html("Welcome!"), "Its list answered with something else than JSON."),
    "block": (html("Access Denied"), "Its list answered with a block page."),
    "empty": (posts(), "Its list is empty."),
    "busy": (BUSY, "Its list answered 429 and asks for a pause until 2026-03-20 22:15 UTC."),
    "hang": (Hang(), "Its list gave no whole answer in time."),
}


def crawl_each(
    cases: Mapping[str, tuple[Mapping[str, Route], str | None]], home: Path
) -> dict[str, tuple[Crawled, Site]]:
    """Crawl a blog with these routes for each case, several at a time as a night does."""

    def one(name: str) -> tuple[Crawled, Site]:
        with Site() as site:
            serve(site, {"/post-1/": html("Whole."), **cases[name][0]})
            return run(blog(site, name=name), home), site

    with ThreadPoolExecutor(4) as pool:
        return dict(zip(cases, pool.map(one, cases), strict=True))


# A child takes a second to start: one case of each behaviour runs always, the others by soak.
@pytest.mark.parametrize(
    "names",
    [
        ("forbidden", "block", "busy", "hang"),
        pytest.param(("away", "html", "empty"), marks=pytest.mark.soak),
    ],
    ids=["always", "others"],
)
def test_a_list_that_is_none_fails_its_source(home: Path, names: Sequence[str]) -> None:
    bad = {name: BAD_LISTS[name] for name in names}
    crawled = crawl_each({n: ({POSTS: a}, s) for n, (a, s) in bad.items()}, home)
    for name, (answer, sentence) in bad.items():
        told, site = crawled[name]
        assert told.result.error == sentence
        assert [o.detail for o in told.outcomes("source_failed")] == [sentence]
        assert [r for r in told.records if r.key] == []
        tries = 1 if isinstance(answer, Answer) else 3
        assert site.paths() == ["/robots.txt"] + [POSTS] * tries


SLOW = Answer(b"User-agent: *\nCrawl-delay: 0.4\n")
ROBOTS: dict[str, tuple[Behaviour, str | None]] = {
    "missing": (Answer(b"none", 404, headers=(("Set-Cookie", "seen=1; Path=/"),)), None),
    "slow": (SLOW, None),
    "server-error": (Answer(b"", 503), "Its list has a robots.txt that answered 503."),
    "no-answer": (Reset(), "Its list has a robots.txt that broke off the connection."),
    "disallows": (
        Answer(b"User-Agent: onrecord\nDisallow: /wp-json/\n\nUser-agent: *\nAllow: /\n"),
        "Its list is disallowed by the site's robots.txt.",
    ),
}


@pytest.mark.parametrize(
    "names",
    [
        ("slow", "server-error", "disallows"),
        pytest.param(("missing", "no-answer"), marks=pytest.mark.soak),
    ],
    ids=["always", "others"],
)
def test_robots_are_obeyed_as_rfc_9309_says(home: Path, names: Sequence[str]) -> None:
    rules = {name: ROBOTS[name] for name in names}

    def one_post(asked: Asked) -> Behaviour:
        listed = {"id": 1, "link": f"http://{asked.headers['host']}/post-1/"}
        return posts(listed)

    crawled = crawl_each(
        {n: ({POSTS: one_post, "/robots.txt": a}, s) for n, (a, s) in rules.items()}, home
    )
    for name, (answer, sentence) in rules.items():
        told, site = crawled[name]
        assert told.result.error == sentence
        assert (POSTS in site.paths()) is (sentence is None)
        assert told.result.fetched == (sentence is None)
        if answer is SLOW:
            assert all(b.at - a.at > 0.39 for a, b in pairwise(site.asked))
        assert not any("cookie" in asked.headers for asked in site.asked)
        agents = {asked.headers["user-agent"] for asked in site.asked}
        assert agents == {"OnRecord/0.1 (+https://example.org/onrecord)"}


def test_a_list_that_shrinks_while_it_is_read_is_read_again(site: Site, home: Path) -> None:
    """Two pages of a hundred; a post of the first goes in between, and one slips past."""
    everything = [post(n, site) for n in range(1, 131)]

    def shrinking(asked: Asked) -> Behaviour:
        listed = everything if site.paths().count(POSTS) == 1 else everything[1:]
        number = int(asked.query["page"])
        part = listed[(number - 1) * 100 : number * 100]
        return as_json(part, X_WP_Total=str(len(listed)), X_WP_TotalPages="2")

    serve(site, {POSTS: shrinking})
    known = [
        Known(str(n), f"{site.url}/post-{n}/", due=False, settled=False) for n in range(1, 131)
    ]
    crawled = run(blog(site), home, known)
    assert {o.key for o in crawled.outcomes("listed")} == {str(n) for n in range(1, 131)}
    assert site.paths().count(POSTS) == 4
