"""What of a night goes on at the same time, counted while it does."""

import asyncio

from flows.summary import Night
from flows.turns import collect_all, ingest_all, site_groups
from spiders.source import Source
from storage.failure import Failure


def source(name: str, host: str) -> Source:
    return Source(
        name, name, "feed", f"https://{host}/feed", "en", "UTC", in_14_days=(0, 9), newest_days=9
    )


def test_sources_of_one_host_are_collected_in_turn_and_others_side_by_side() -> None:
    sources = {
        "news": source("news", "one.example"),
        "talks": source("talks", "two.example"),
        "speeches": source("speeches", "one.example"),
    }
    groups = site_groups([*sources, "gone"], sources)
    assert groups == [["news", "speeches"], ["talks"], ["gone"]]
    running: set[str] = set()
    together: set[frozenset[str]] = set()

    async def collect(name: str) -> Night:
        running.add(name)
        together.add(frozenset(running))
        await asyncio.sleep(0.01)
        running.remove(name)
        night = Night()
        night.of(name).listed = 1
        return night

    night = asyncio.run(collect_all(groups, collect))
    assert {name: part.listed for name, part in night.sources.items()} == {
        "news": 1,
        "talks": 1,
        "speeches": 1,
        "gone": 1,
    }
    assert not any({"news", "speeches"} <= names for names in together)
    assert any({"news", "talks", "gone"} <= names for names in together)


def test_a_source_that_fails_stops_no_other_and_a_failure_is_told_in_its_own_words() -> None:
    async def collect(name: str) -> Night:
        if name == "mended":
            raise Failure("Free the disk.")
        if name == "bug":
            raise KeyError("x")
        night = Night()
        night.of(name).fetched = 3
        return night

    night = asyncio.run(collect_all([["mended", "well"], ["bug"]], collect))
    errors = {name: part.error for name, part in night.sources.items()}
    assert errors == {"mended": "Free the disk.", "well": None, "bug": "KeyError: 'x'"}
    assert night.sources["well"].fetched == 3
    assert night.failed


def test_one_file_is_read_at_a_time_however_many_ask() -> None:
    waiting = list(range(6))
    reading: list[int] = []
    most = 0

    async def ingest() -> Night | None:
        nonlocal most
        if not waiting:
            return None
        reading.append(waiting.pop())
        most = max(most, len(reading))
        await asyncio.sleep(0.001)
        night = Night()
        night.of("gazette").tally.pages = 1
        reading.pop()
        return night

    async def askers() -> list[Night]:
        return await asyncio.gather(*(ingest_all(ingest) for _ in range(3)))

    for _ in range(2):  # a schedule runs each night in an event loop of its own
        nights = asyncio.run(askers())
        assert sum(n.of("gazette").tally.pages for n in nights) == 6
        assert (most, waiting) == (1, [])
        waiting += range(6)
