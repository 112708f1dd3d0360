"""The process of one crawl: `python -m spiders.child JOB`; replies are JSON lines on stdout."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from spiders.job import read_job, single
from spiders.lifeline import die_with_parent
from spiders.sources import catalogue
from storage.failure import Failure


class Replies:
    """The parent's end of standard output; whatever else prints goes to standard error."""

    def __init__(self) -> None:
        self._stream = os.fdopen(os.dup(1), "w", encoding="utf-8")
        os.dup2(2, 1)

    def progress(self, fetched: int, to_fetch: int | None) -> None:
        """Send how far the crawl has come."""
        self._say({"progress": [fetched, to_fetch]})

    def result(self, **told: object) -> None:
        """Send what it came to, which is the last word."""
        self._say({"result": told})

    def _say(self, reply: dict[str, object]) -> None:
        self._stream.write(json.dumps(reply) + "\n")
        self._stream.flush()


def main() -> None:
    """Do the job of the file that the first argument names."""
    die_with_parent()
    replies = Replies()
    job, known = read_job(Path(sys.argv[1]))
    try:
        source = single(job.url) if job.url else catalogue(job.catalogue)[job.name]
    except Failure as failure:
        replies.result(error=str(failure))
        return
    # The lifeline and the catalogue come first: this import takes a second.
    from spiders.crawling import crawl_here  # noqa: PLC0415

    replies.result(**crawl_here(job, source, known, replies.progress))


if __name__ == "__main__":
    main()
