"""What a crawl's child is told: one file of JSON lines, the job first, then what is known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from spiders.sources import Source, host_of
from storage.crawled import Known, Walk

_LOOPBACK = re.compile(r"(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?")


@dataclass(frozen=True, slots=True)
class Job:
    """Crawl the source `name` of a catalogue module; or, with `url`, fetch that address alone.

    `now` is where the child's clock starts; `spool` is the folder that it writes to. With
    `walk`, a part of the source's archive is crawled.
    """

    now: datetime
    spool: Path
    catalogue: str
    name: str
    url: str = ""
    walk: Walk | None = None


def write_job(path: Path, job: Job, known: Iterable[Known]) -> None:
    """Put a job and its known items into a new file."""
    told = asdict(job) | {"now": job.now.isoformat(), "spool": str(job.spool)}
    with path.open("x", encoding="utf-8") as file:
        for line in (told, *(asdict(item) for item in known)):
            file.write(json.dumps(line, default=date.isoformat) + "\n")


def read_job(path: Path) -> tuple[Job, list[Known]]:
    """What `write_job` wrote."""
    with path.open(encoding="utf-8") as file:
        told = json.loads(file.readline())
        known = [Known(**json.loads(line)) for line in file]
    told |= {"now": datetime.fromisoformat(told["now"]), "spool": Path(told["spool"])}
    if told["walk"] is not None:
        days = {name: _day(told["walk"][name]) for name in ("since", "until")}
        told["walk"] = Walk(**told["walk"] | days)
    return Job(**told), known


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def single(url: str) -> Source:
    """The source that an address typed by a user declares: its host, for this once.

    A numeric loopback address, or localhost, can only be meant; a name that leads there is not.
    """
    host = host_of(url)
    return Source(
        "address", host, "wordpress", url, "", "UTC",
        in_14_days=(0, 1), newest_days=1, delay=1.0, loopback=bool(_LOOPBACK.fullmatch(host)),
    )  # fmt: skip
