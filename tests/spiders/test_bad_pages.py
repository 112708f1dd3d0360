"""One crawl of a blog whose posts answer in every bad way: each has its outcome, none hangs it."""

import gzip
from datetime import timedelta
from pathlib import Path

from storage.crawled import Known, Outcome, Page
from tests.spiders.crawls import NOW, POSTS, blog, post, posts, run, serve
from tests.spiders.site import (
    Answer,
    Asked,
    Behaviour,
    Drip,
    Flood,
    Hang,
    Raw,
    Reset,
    Route,
    Site,
    html,
)

BLOCK = html("访问过于频繁，请完成安全验证")
BOMB = Answer(
    gzip.compress(gzip.compress(b"\0" * 40_000_000)),
    headers=(("Content-Encoding", "gzip, gzip"),),
)
AWAY_TO_FRONT = Answer(status=302, headers=(("Location", "/"),))
AWAY_TO_ITSELF = Answer(status=302, headers=(("Location", "/loop"),))
# Between two bad ones stands a good one, for five in a row would end the crawl.
BAD: dict[str, tuple[Route, str, int | None]] = {
    "gone": (Answer(b"gone", 404), "The page answered 404.", 404),
    "broken": (Answer(b"oops", 500), "The page answered 500.", 500),
    "reset": (Reset(), "The page broke off the connection.", None),
    "hang": (Hang(), "The page gave no whole answer in time.", None),
    "flood": (Flood(50_000_000), "The page is too large.", None),
    "claim": (Answer(b"x", length=50_000_000), "The page is too large.", None),
    "bomb": (BOMB, "The page is too large.", None),
    "drip": (Drip(), "The page gave no whole answer in time.", None),
    "garbage": (Raw(b"\x00\x01 no HTTP\r\n\r\n"), "The page broke off the connection.", None),
    "headers": (
        Raw(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n"),
        "The page broke off the connection.",
        None,
    ),
    "same": (Answer(status=304), "The page answered 304 to a question without a condition.", 304),
    "short": (Answer(b"<p>cut", length=999), "The page broke off its answer.", None),
    "block": (BLOCK, "The page is a block page.", 200),
    "empty": (Answer(b" "), "The page is empty.", 200),
    "pdf": (
        Answer(b"%PDF-1.7", content_type="application/pdf"),
        "The page is no HTML but application/pdf.",
        200,
    ),
    "front": (AWAY_TO_FRONT, "The page leads to the front page.", 200),
    "loop": (AWAY_TO_ITSELF, "The page redirects more than 5 times.", None),
}


def test_each_bad_page_has_its_outcome(site: Site, home: Path) -> None:
    names = list(BAD)
    routes: dict[str, Route] = {f"/{name}": route for name, (route, _, _) in BAD.items()}
    good = {f"/good-{n}": html("A statement.") for n in range(1, len(names) + 1)}
    listed = []
    for n, name in enumerate(names, 1):
        listed += [post(n, site, path=f"/{name}"), post(100 + n, site, path=f"/good-{n}")]
    serve(site, {POSTS: posts(*listed), "/": html("Front"), **routes, **good})
    crawled = run(blog(site), home)
    failed = {o.key: (o.detail, o.status) for o in crawled.outcomes("failed")}
    assert failed == {
        str(n): (detail, status) for n, (_, detail, status) in enumerate(BAD.values(), 1)
    }
    assert {page.key for page in crawled.pages()} == {str(101 + n) for n in range(len(names))}
    assert crawled.result.error is None
    assert (crawled.result.listed, crawled.result.failed) == (2 * len(names), len(names))
    assert [o.items for o in crawled.outcomes("crawled")] == [2 * len(names)]
    # What passes by itself is tried three times in all, what does not once.
    tries = {name: site.paths().count(f"/{name}") for name in names}
    passing = {"broken": 3, "reset": 3, "hang": 3, "short": 3, "loop": 6}
    passing |= {"drip": 3, "garbage": 3, "headers": 3}
    assert tries == {name: passing.get(name, 1) for name in names}


def test_refusals_are_told_and_cost_the_site_nothing(site: Site, home: Path) -> None:
    with Site({"/": html("Elsewhere")}) as elsewhere:
        away = Answer(status=302, headers=(("Location", f"{elsewhere.url}/"),))
        to_file = Answer(status=302, headers=(("Location", "file:///etc/passwd"),))
        listed = (
            post(1, site, path="/away"),
            post(2, site, path="/private/one"),
            post(3, elsewhere, path="/"),
            post(4, site, path="/file"),
        )
        serve(site, {POSTS: posts(*listed), "/away": away, "/file": to_file})
        rules = b"User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /private/\n"
        site.routes["/robots.txt"] = Answer(rules, content_type="text/plain")
        crawled = run(blog(site), home)
        assert elsewhere.connections == 0
    host = f"127.0.0.1:{elsewhere.port}"
    assert {o.key: o.detail for o in crawled.outcomes("refused")} == {
        "1": f"The page leads to {host}, which its source does not declare.",
        "2": "The page is disallowed by the site's robots.txt.",
        "3": f"The page leads to {host}, which its source does not declare.",
    }
    assert {o.key: o.detail for o in crawled.outcomes("failed")} == {"4": "The page answered 302."}
    assert "/private/one" not in site.paths()
    assert crawled.result.error is None


def test_a_site_that_fails_again_and_again_is_left_alone(site: Site, home: Path) -> None:
    serve(site, {POSTS: posts(*(post(n, site) for n in range(1, 10)))})
    site.routes |= {f"/post-{n}/": BLOCK for n in range(1, 10)}
    crawled = run(blog(site), home)
    sentence = "5 pages in a row failed; the last is a block page."
    assert crawled.result.error == sentence
    assert [o.detail for o in crawled.outcomes("source_failed")] == [sentence]
    assert crawled.outcomes("crawled") == []
    assert len(crawled.outcomes("failed")) == 5


def test_a_pause_that_is_asked_for_is_kept(site: Site, home: Path) -> None:
    def once_busy(asked: Asked) -> Behaviour:
        if site.paths().count(asked.path) > 1:
            return html("Fine again.")
        return Answer(status=503, headers=(("Retry-After", "1"),))

    serve(site, {POSTS: posts(post(1, site), post(2, site), post(3, site))})
    site.routes["/post-1/"] = once_busy
    site.routes["/post-2/"] = Answer(status=429, headers=(("Retry-After", "7200"),))
    crawled = run(blog(site), home)
    assert isinstance(crawled.told["1"], Page)
    first, second = (asked.at for asked in site.asked if asked.path == "/post-1/")
    assert second - first >= 1.0
    asked_to_wait = crawled.told["2"]
    assert isinstance(asked_to_wait, Outcome)
    assert asked_to_wait.status == 429
    assert asked_to_wait.retry_at is not None
    wait = asked_to_wait.retry_at - NOW
    assert timedelta(seconds=7200) < wait < timedelta(seconds=7260)
    # The rest is not asked for, stays due, and nobody failed: the lists were read.
    assert "3" not in crawled.told
    assert site.paths().count("/post-2/") == 1
    assert crawled.result.error is None
    assert "asked for a pause until 2026-03-21 00:00" in crawled.result.warnings[0]
    assert [o.begun_at for o in crawled.outcomes("crawled")] == [NOW]


def test_what_is_known_is_fetched_only_if_it_is_due_or_changed(site: Site, home: Path) -> None:
    def not_modified(asked: Asked) -> Behaviour:
        same = asked.headers.get("if-none-match") == '"v1"'
        return Answer(status=304) if same else html("Whole.")

    then, later = "2026-03-20T10:00:00", "2026-03-20T11:00:00"
    known = [
        Known("1", f"{site.url}/post-1/", due=False, settled=True, modified=then),
        Known("2", f"{site.url}/post-2/", due=True, settled=True, etag='"v1"', modified=then),
        Known("3", f"{site.url}/post-3/", due=False, settled=True, etag='"v1"', modified=then),
        Known("4", f"{site.url}/post-4/", due=False, settled=True),
        Known("90", f"{site.url}/post-90/", due=True, settled=True),
        Known("91", f"{site.url}/post-91/", due=False, settled=True),
    ]
    listed = [post(n, site, modified=later if n == 3 else then) for n in (1, 2, 3, 4, 5)]
    serve(site, {f"/post-{n}/": html("Whole.") for n in (1, 4, 5, 90, 91)})
    site.routes[POSTS] = posts(*listed)
    site.routes["/post-2/"] = site.routes["/post-3/"] = not_modified
    crawled = run(blog(site), home, known)
    assert set(crawled.told) == {"2", "3", "5", "90"}
    assert [o.key for o in crawled.outcomes("unchanged")] == ["2"]
    # The list says that 3 changed, so its old validator is not sent.
    changed = next(page for page in crawled.pages() if page.key == "3")
    assert changed.listed is not None
    assert changed.listed.modified == later
    assert (crawled.result.fetched, crawled.result.unchanged) == (3, 1)
    assert [o.key for o in crawled.outcomes("listed")] == ["1", "2", "3", "4", "5"]
