"""The press room as a program: `python -m tests.press [--today YYYY-MM-DD]`.

Prints one JSON line with the two base URLs, obeys lines such as `night 2` on its standard input
and answers each with `ok`; ends when the input ends.
"""

import argparse
import json
import sys
from datetime import UTC, date, datetime

from tests.press.room import Press


def main() -> None:
    """Serve until the standard input ends."""
    parser = argparse.ArgumentParser(prog="python -m tests.press")
    # The day of UTC: its yesterday is over in Shanghai, so no page is dated ahead of its readers.
    today = datetime.now(UTC).date()
    parser.add_argument("--today", type=date.fromisoformat, default=today)
    with Press(parser.parse_args().today) as press:
        _say(json.dumps({"blog": press.blog_url, "ministry": press.ministry_url}))
        for line in sys.stdin:
            press.night = int(line.removeprefix("night "))
            _say("ok")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
