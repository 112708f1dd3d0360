"""Text from the web as it may be shown: it must not steer the terminal that shows it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, is_dataclass
from datetime import datetime

# Control characters move a terminal's cursor or its colours, and the bidirectional ones its
# words; a page must not.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def printable(text: str) -> str:
    """`text` with one replacement character for each that would steer a terminal."""
    return _UNPRINTABLE.sub("\ufffd", text)


def json_line(value: object) -> str:
    """A value, or a dataclass, as one line of JSON; instants in ISO form.

    What would steer a terminal is written as an escape, which a program reads as it was.
    """
    plain = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    line = json.dumps(plain, ensure_ascii=False, default=_instant)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _instant(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no JSON value")
