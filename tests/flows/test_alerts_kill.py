"""Senders that are killed: no alert is missing, and no letter comes twice."""

from __future__ import annotations

import random
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Engine

from flows.watch_file import read_watches
from tests.flows.outboxes import fill, states
from tests.flows.receivers import SECRET, Handler, Mailbox, Receiver, status
from tests.flows.victims import Nursery, Victim, nursery

SOAK = [pytest.mark.soak, pytest.mark.timeout(3600)]
Start = Callable[[], Victim]
# A sender is killed while a letter or a POST has arrived and is not answered, just after
# it was answered, or at any moment.
MOMENTS = ("in a letter", "in a post", "after a letter", "after a post", "any")


@dataclass
class Killer:
    """Kills a sender at a moment of one kind, once something has been told."""

    moment: str = ""
    victim: Victim | None = None
    wait: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def arm(self, moment: str, victim: Victim, wait: float) -> None:
        with self.lock:
            self.moment, self.victim, self.wait = moment, victim, wait

    def at(self, what: str) -> None:
        """A letter or a POST has just arrived."""
        with self.lock:
            moment, victim = self.moment, self.victim
            if victim is None or (what not in moment and moment != "any"):
                return
            self.victim = None
        if moment.startswith("in"):
            victim.kill()
        else:
            threading.Timer(self.wait, victim.kill).start()


@dataclass(frozen=True)
class Outside:
    """A webhook's receiver and a mail server that both tell the killer what arrives."""

    receiver: Receiver
    mailbox: Mailbox
    killer: Killer


@pytest.fixture
def outside() -> Iterator[Outside]:
    killer = Killer()

    def answer(handler: Handler, number: int) -> None:
        killer.at("post")
        status(200)(handler, number)

    def taken(_: object) -> str:
        killer.at("letter")
        return "250 taken"

    with Receiver(answer).running() as receiver, Mailbox(answer=taken).running() as mailbox:
        yield Outside(receiver, mailbox, killer)


@pytest.fixture(scope="module")
def children() -> Iterator[Nursery]:
    with nursery() as found:
        yield found


@pytest.fixture
def start(tmp_path: Path, database_url: str, children: Nursery) -> Start:
    """Starts senders for this home."""
    return lambda: children.start("tell", tmp_path, database_url, secret=SECRET)


def declare(home: Path, outside: Outside) -> None:
    (home / "watches.toml").write_text(
        f'[[watch]]\nname = "mail"\ntell = ["{outside.mailbox.url}"]\n'
        f'[[watch]]\nname = "hook"\ntell = ["webhook {outside.receiver.url}"]\n'
    )


def letters_by_statement(outside: Outside) -> Counter[int]:
    found = Counter[int]()
    for letter in outside.mailbox.letters:
        part = letter.get_body(("plain",))
        assert part is not None
        shown = re.search(r"onrecord show (\d+)", part.get_content())
        assert shown is not None
        found[int(shown[1])] += 1
    return found


@pytest.mark.parametrize(("alerts", "kills"), [(16, 3), pytest.param(500, 50, marks=SOAK)])
def test_killed_senders_lose_nothing_and_send_no_letter_twice(
    engine: Engine,
    tmp_path: Path,
    outside: Outside,
    start: Start,
    alerts: int,
    kills: int,
    record_property: Callable[[str, object], None],
) -> None:
    declare(tmp_path, outside)
    fill(engine, read_watches(tmp_path / "watches.toml"), alerts)
    chance = random.Random(20310504)
    killed = Counter[str]()
    for number in range(kills):
        victim = start()
        moment = MOMENTS[number % len(MOMENTS)]
        outside.killer.arm(moment, victim, chance.uniform(0, 0.02))
        if victim.wait() == -9:
            killed[moment] += 1
    assert sum(killed.values()) == kills
    assert start().wait() == 0
    letters = letters_by_statement(outside)
    ended = Counter(states(engine))
    posts = outside.receiver.posts
    record_property("kills", dict(killed))
    record_property("ended", {**ended, "letters": len(letters), "posts": len(posts)})
    assert set(ended) <= {"sent", "uncertain"}
    # What a kill left uncertain may have arrived; nothing else is missing, and nothing doubled.
    assert max(letters.values()) == 1
    assert alerts - ended["uncertain"] <= len(letters) <= alerts
    assert ended["uncertain"] >= killed["in a letter"] >= 1
    assert len({each.key for each in posts}) == alerts
    assert len({(each.key, each.json["statement"]) for each in posts}) == alerts
    assert len(posts) >= alerts + killed["in a post"]
    assert all(each.is_signed for each in posts)


def test_two_senders_at_once_tell_everything_once(
    engine: Engine, tmp_path: Path, outside: Outside, start: Start
) -> None:
    declare(tmp_path, outside)
    fill(engine, read_watches(tmp_path / "watches.toml"), 10)
    both = [start() for _ in range(2)]
    assert [each.wait() for each in both] == [0, 0]
    assert Counter(states(engine)) == {"sent": 20}
    assert len(outside.receiver.posts) == 10
    assert letters_by_statement(outside) == dict.fromkeys(range(1, 11), 1)
