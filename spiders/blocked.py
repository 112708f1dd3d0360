"""Pages that say "no" with status 200: a block page, a captcha, a check of the browser."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

from bs4 import BeautifulSoup

from spiders.listing import SourceFailedError

# What such pages say; an article about them is longer than they are.
_MARKS = (
    "验证码", "安全验证", "访问过于频繁", "访问被拒绝", "access denied", "just a moment",
    "verify you are human", "attention required",
)  # fmt: skip
MOST_SHOWN = 400
MOST_BYTES = 60_000


def is_block_page(body: bytes) -> bool:
    """Whether a body is a short page that says that we are kept out."""
    if len(body) > MOST_BYTES:
        return False
    # As a file: bare bytes that look like an address would be warned of.
    soup = BeautifulSoup(BytesIO(body), "lxml")
    for hidden in soup(["script", "style", "template"]):
        hidden.decompose()
    shown = soup.get_text().lower()
    return len("".join(shown.split())) <= MOST_SHOWN and any(mark in shown for mark in _MARKS)


def json_of(body: bytes) -> Any:  # noqa: ANN401 - whatever a site sends
    """The value of a list's JSON answer; raises SourceFailedError, also for a block page.

    JSON is read first, for a short list may name what a block page says.
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        kind = "a block page" if is_block_page(body) else "something else than JSON"
        raise SourceFailedError(f"Its list answered with {kind}.") from error
