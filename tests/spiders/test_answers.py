"""What single answers mean: a block page, a wait that is asked for, a robots.txt."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from protego import Protego
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from spiders.blocked import is_block_page
from spiders.retry import retry_after
from spiders.robots import RobotsUnreachableError, read_rules

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
PARAGRAPH = "短信验证码登录将于下月起停用，主管部门要求各企业完善安全验证措施。" * 20


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<title>安全验证</title><p>请输入验证码</p>", True),
        ("<h1>Access Denied</h1><p>Reference #18.2</p>", True),
        ("<title>Just a moment...</title><script>var a='" + "x" * 9000 + "';</script>", True),
        ("您的访问过于频繁，请稍后再试", True),
        (f"<title>通知</title><p>{PARAGRAPH}</p>", False),
        ("<title>讲话</title><p>会议在北京召开。</p>", False),
        ("<p>会议在北京召开。</p><script>check('验证码')</script>", False),
        ("", False),
    ],
)
def test_a_block_page_is_short_and_says_so(body: str, expected: bool) -> None:
    assert is_block_page(body.encode()) is expected


def test_a_block_page_in_an_older_encoding_is_one() -> None:
    page = "<meta charset='gb2312'><title>提示</title><p>请输入验证码后继续访问</p>"
    assert is_block_page(page.encode("gb18030"))


def waits(value: str, status: int = 429) -> datetime | None:
    return retry_after(Response("http://x.example", status, {"Retry-After": value}), NOW)


def test_a_pause_is_read_as_seconds_or_as_a_date() -> None:
    assert waits("120") == NOW + timedelta(minutes=2)
    assert waits("120", 503) == NOW + timedelta(minutes=2)
    assert waits("Fri, 20 Mar 2026 14:00:00 GMT") == NOW + timedelta(hours=2)
    assert waits("120", 200) is None
    for nonsense in ("soon", "-5", "", "1.5", "１２", "Fri, 20 Mar 2026 14:00:00"):
        assert waits(nonsense) is None
    assert waits("9" * 400) == NOW + timedelta(days=365)


@given(st.text(max_size=80))
def test_any_retry_after_is_read_or_passed_over(value: str) -> None:
    moment = retry_after(
        Response("http://x.example", 503, {"Retry-After": value.encode("utf-8", "replace")}), NOW
    )
    assert moment is None or moment.tzinfo is not None


WORDS = (
    b"User-agent:", b"Disallow:", b"Allow:", b"Crawl-delay:", b" ", b"*", b"/", b"\n", b"$", b"%",
    b"onrecord", b"1", b"-", b"nan", b"inf", b"\xff", b"#",
)  # fmt: skip


def rules(status: int, body: bytes = b"") -> Protego | IgnoreRequest:
    return read_rules(Response("http://x.example/robots.txt", status, body=body))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_no_robots_txt_allows_all(status: int) -> None:
    read = rules(status, b"User-agent: *\nDisallow: /\n")
    assert isinstance(read, Protego)
    assert read.can_fetch("http://x.example/a", "OnRecord")


@pytest.mark.parametrize("status", [301, 429, 500, 503, 521])
def test_no_answer_forbids_all(status: int) -> None:
    assert isinstance(rules(status), RobotsUnreachableError)


@given(st.binary(max_size=300) | st.lists(st.sampled_from(WORDS), max_size=40).map(b"".join))
def test_any_robots_txt_is_read(body: bytes) -> None:
    read = rules(200, body)
    assert isinstance(read, Protego)
    assert read.can_fetch("http://x.example/a?b", "OnRecord") in (True, False)
    assert (read.crawl_delay("OnRecord") or 0.0) >= 0.0


def test_rules_of_many_stars_cost_no_time() -> None:
    line = b"Disallow: /" + b"*a" * 30 + b"$\n"
    began = time.process_time()
    read = rules(200, b"User-agent: *\n" + line * 50)
    assert isinstance(read, Protego)
    assert read.can_fetch("http://x.example/" + "a" * 1500 + "b", "OnRecord")
    assert time.process_time() - began < 2
