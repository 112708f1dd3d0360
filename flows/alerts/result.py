"""What came of telling one message to one channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Result:
    """How a message fared.

    `sent`; `failed` for sure; `unknown`, because it may have been told; `unheard`, because
    nobody was there to hear. `is_down`: what comes next would fail in the same way.
    """

    state: Literal["sent", "failed", "unknown", "unheard"]
    why: str = ""
    is_down: bool = False


SENT = Result("sent")
UNHEARD = Result("unheard", "nobody listens on a terminal")
