"""The press room as a program: `python -m tests.press [--today YYYY-MM-DD]`.

Prints one JSON line with the addresses of its sites, of a ministry's old column and of a mailbox.
It obeys lines on its standard input, each answered with one of JSON: `night 2` turns the sites to
that night, `letters` tells what came to the mailbox. It ends when the input ends.
"""

import argparse
import json
import sys
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage

from tests.flows.receivers import Mailbox
from tests.press.archive import Archive
from tests.press.room import Press

# The old column: so many items, one in two days, the newest older than what a night reads.
ARCHIVED, A_DAY, AGO = 48, 0.5, timedelta(days=60)


def main() -> None:
    """Serve until the standard input ends."""
    parser = argparse.ArgumentParser(prog="python -m tests.press")
    # The day of UTC: its yesterday is over in Shanghai, so no page is dated ahead of its readers.
    today = datetime.now(UTC).date()
    parser.add_argument("--today", type=date.fromisoformat, default=today)
    today = parser.parse_args().today
    with (
        Press(today) as press,
        Archive(ARCHIVED, today - AGO, A_DAY) as archive,
        Mailbox().running() as mailbox,
    ):
        address = (
            f"mailto://127.0.0.1:{mailbox.port}?from=alerts@onrecord.example&to=desk@daily.example"
        )
        _say({**press.urls, "archive": archive.url, "mailbox": address})
        for line in sys.stdin:
            if line == "letters\n":
                _say([_told(letter) for letter in mailbox.letters])
            else:
                press.night = int(line.removeprefix("night "))
                _say("ok")


def _told(letter: EmailMessage) -> dict[str, str]:
    plain = letter.get_body(("plain",))
    return {
        "sender": str(letter["From"]),
        "to": str(letter["To"]),
        "subject": str(letter["Subject"]),
        "text": str(plain.get_content()) if plain else "",
    }


def _say(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
