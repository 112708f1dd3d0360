"""The guard: no address but a public one, whatever a name resolves to and whenever."""

import ipaddress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.guard import may_connect
from spiders.run import fetch_one
from spiders.sources import host_of
from storage.crawled import Outcome, Page
from tests.spiders.crawls import NOW, POSTS, blog, post, posts, run, serve
from tests.spiders.site import Answer, Site, html

PRIVATE = (
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1",
    "192.168.1.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fc00::1", "fe80::1", "fe80::1%eth0", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::",
)  # fmt: skip
PUBLIC = ("1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101")


def test_public_addresses_alone_may_be_connected_to() -> None:
    assert [a for a in PRIVATE if may_connect(a, loopback=False)] == []
    assert [a for a in PUBLIC if not may_connect(a, loopback=False)] == []


def test_a_loopback_source_connects_to_loopback_alone() -> None:
    loopback = {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"}
    allowed = {a for a in (*PRIVATE, *PUBLIC) if may_connect(a, loopback=True)}
    assert allowed >= {"127.0.0.1", "::1"}
    assert allowed <= loopback | {"2002:7f00:1::"}


@given(st.ip_addresses(v=4))
def test_an_address_in_disguise_is_judged_by_what_it_hides(inner: ipaddress.IPv4Address) -> None:
    plain = may_connect(str(inner), loopback=False)
    assert may_connect(f"::ffff:{inner}", loopback=False) is plain
    assert (
        may_connect(str(ipaddress.ip_address((0x64FF9B << 96) | int(inner))), loopback=False)
        is plain
    )


def test_hosts_are_compared_without_the_port_that_goes_without_saying() -> None:
    assert host_of("https://Site.Example:443/x") == "site.example"
    assert host_of("http://site.example:80") == "site.example"
    assert host_of("http://site.example:443/") == "site.example:443"
    assert host_of("https://user@site.example/") == "user@site.example"
    assert host_of("http://site.example\\@evil.example/") != "site.example"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_source_that_declares_no_loopback_is_kept_from_it(
    site: Site, home: Path, host: str
) -> None:
    source = blog(site, url=f"http://{host}:{site.port}/", loopback=False, delay=1.0)
    crawled = run(source, home)
    assert crawled.result.error is not None
    assert "which is no permitted address" in crawled.result.error
    assert site.connections == 0


RESOLVER = """
import socket

known = socket.getaddrinfo
answers = [{answers}]


def getaddrinfo(host, port, *how):
    if host not in ("name.example", b"name.example"):
        return known(host, port, *how)
    addresses = answers.pop(0) if len(answers) > 1 else answers[0]
    return [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses
    ]


socket.getaddrinfo = getaddrinfo
"""


def test_every_connection_is_checked_anew(site: Site, home: Path) -> None:
    """A name that leads to its site at first and into a private network afterwards."""
    (home / "sitecustomize.py").write_text(RESOLVER.format(answers="['127.0.0.1'], ['10.0.0.1']"))
    serve(site, {})
    crawled = run(blog(site, url=f"http://name.example:{site.port}/"), home)
    assert crawled.result.error == "Its list leads to 10.0.0.1, which is no permitted address."
    assert site.paths() == ["/robots.txt"]


def test_of_many_addresses_the_permitted_are_taken(site: Site, home: Path) -> None:
    (home / "sitecustomize.py").write_text(RESOLVER.format(answers="['10.0.0.1', '127.0.0.1']"))
    host = f"name.example:{site.port}"
    listed = post(1, site) | {"link": f"http://{host}/post-1/"}
    serve(site, {POSTS: posts(listed), "/post-1/": html("Whole.")})
    crawled = run(blog(site, url=f"http://{host}/"), home)
    assert crawled.result.error is None
    assert crawled.result.fetched == 1


def test_one_typed_address_is_fetched_and_kept_nowhere(site: Site, home: Path) -> None:
    serve(site, {"/speech": html("Whole."), "/moved": Answer(status=404)})
    page = fetch_one(f"{site.url}/speech", home, NOW)
    assert isinstance(page, Page)
    assert b"Whole." in page.body
    assert (page.source, page.place) == ("", None)
    assert site.paths() == ["/robots.txt", "/speech"]
    gone = fetch_one(f"{site.url}/moved", home, NOW)
    assert isinstance(gone, Outcome)
    assert (gone.kind, gone.status) == ("failed", 404)
    assert list(home.rglob("*.warc.gz")) == []
    assert list((home / "tmp").iterdir()) == []


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "speech.html", "http://", "http://a@b.example/", "http://[::1"]
)
def test_what_is_no_web_address_is_refused_without_a_child(url: str, tmp_path: Path) -> None:
    refused = fetch_one(url, tmp_path, NOW)
    assert isinstance(refused, Outcome)
    assert refused.kind == "refused"
    assert list(tmp_path.iterdir()) == []


def test_a_typed_name_may_not_lead_to_this_machine(home: Path, site: Site) -> None:
    (home / "sitecustomize.py").write_text(RESOLVER.format(answers="['127.0.0.1']"))
    refused = fetch_one(f"http://name.example:{site.port}/", home, NOW)
    assert isinstance(refused, Outcome)
    assert refused.kind == "refused"
    assert site.connections == 0
