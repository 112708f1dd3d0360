"""`onrecord demo` as a newcomer runs it: what it shows, and what it leaves on record."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from flows.commands.press_room import NoPressRoomError, press_room
from storage import alert_queries, queries
from storage.database import connect, reading
from storage.models import ArticleRow, ReportRow
from storage.views import StatementView
from tests.press.__main__ import ARCHIVED
from tests.press.truth import NEW_STATEMENT, Truth, truths

pytestmark = pytest.mark.timeout(300)
NAMES = set(NEW_STATEMENT.names)


@dataclass(frozen=True)
class Shown:
    """What a demo printed, what it left, and what is true of its texts on night two."""

    out: str
    engine: Engine
    truths: list[Truth]

    def part(self, title: str) -> str:
        """What stands under the heading that begins so."""
        _, *parts = re.split(r"^(\S.{1,80}?) ─{3,80}$", self.out, flags=re.MULTILINE)
        (found,) = [b for a, b in zip(parts[::2], parts[1::2], strict=True) if a.startswith(title)]
        return found

    def statements(self) -> list[StatementView]:
        """All statements on record."""
        with reading(self.engine) as session:
            lines = queries.statements(session, limit=1000)
            return [queries.statement(session, line.id) for line in lines]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    home = tmp_path_factory.mktemp("demo")
    known = truths(datetime.now(UTC).date(), 2)
    ended = subprocess.run(
        [sys.executable, "-m", "flows.cli", "demo"],
        env={**os.environ, "ONRECORD_HOME": str(home)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    engine = connect(f"sqlite:///{home / 'demo' / 'onrecord.db'}")
    yield Shown(ended.stdout, engine, known)
    engine.dispose()


def test_a_missing_mail_server_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "aiosmtpd", None)
    with pytest.raises(NoPressRoomError, match="needs aiosmtpd"), press_room():
        pass


Groups = set[frozenset[tuple[str, str]]]


def true_groups(known: list[Truth]) -> Groups:
    """The articles of each statement, by site and title."""
    groups = defaultdict(set)
    for truth in known:
        if truth.statement:
            groups[truth.statement].add((truth.text.site, truth.text.title))
    return set(map(frozenset, groups.values()))


def test_the_record_groups_the_articles_of_four_sites_as_is_true(demo: Shown) -> None:
    found = [
        {(each.source, each.title) for each in statement.articles}
        for statement in demo.statements()
        if statement.newness != "backfill"
    ]
    assert set(map(frozenset, found)) == true_groups(demo.truths)


def test_ordinary_news_is_on_record_without_a_statement(demo: Shown) -> None:
    with reading(demo.engine) as session:
        rows = session.execute(
            select(ArticleRow.source, ArticleRow.title)
            .outerjoin(ReportRow, ReportRow.article_id == ArticleRow.id)
            .where(ReportRow.article_id.is_(None))
        )
        found = {(row.source, row.title) for row in rows}
        rejected = [each.url for each in queries.recent_rejections(session)]
    plain = [t.text for t in demo.truths if not t.statement and not t.rejected]
    assert found == {(text.site, text.title) for text in plain}
    assert [url.split("/")[3] for url in rejected] == ["picture-of-the-day"]


def test_speaker_and_day_of_each_statement_are_true(demo: Shown) -> None:
    by_title = {(t.text.site, t.text.title): t for t in demo.truths}
    for statement in demo.statements():
        if statement.newness != "backfill":
            lead = statement.articles[0]
            truth = by_title[lead.source, lead.title]
            main = statement.reading.main_speaker
            assert main is not None
            assert truth.day is not None
            assert (main.name, statement.reading.occasion.date) in {
                (truth.speaker, truth.day.isoformat()),
                (truth.speaker, f"--{truth.day:%m-%d}"),
            }


def test_one_statement_is_told_on_the_terminal_and_by_mail(demo: Shown) -> None:
    with reading(demo.engine) as session:
        alerts = alert_queries.alerts(session)
    assert {each.state for each in alerts} == {"sent"}
    assert len(alerts) == 2
    assert len({each.id for each in alerts}) == 1
    assert len({each.channel for each in alerts}) == 2
    (told,) = [each for each in demo.statements() if each.watches]
    assert {speaker.name for speaker in told.reading.speakers} <= NAMES
    assert demo.out.count("ALERT: a new statement") == 1
    night = demo.part("Night two")
    letter = [line.strip() for line in night.splitlines() if line.strip().startswith("| ")]
    assert letter[:2] == ["| From: alerts@onrecord.example", "| To: desk@daily.example"]
    assert f"| on record: onrecord show {told.id}" in letter
    assert any(line.startswith(f"| link: {told.articles[0].url}") for line in letter)


def test_every_other_article_of_night_two_is_shown_with_its_reason(demo: Shown) -> None:
    reasons = demo.part("Night two").partition("raised no alert:")[2]
    (told,) = [each for each in demo.statements() if each.watches]
    assert reasons.count(f"→ reprint of #{told.id}, told already: ") == 3
    new = [t for t in demo.truths if t.text.night == 2]
    assert reasons.count("→ no statement: ") == sum(not t.statement for t in new)
    # Beside what is new: a page that moved, one that was dated anew, one with another address.
    assert reasons.count("→ ") == len(new) - 1 + 3


def test_the_same_night_again_fetches_nothing(demo: Shown) -> None:
    rows = [line.split() for line in demo.part("The same night again").splitlines()]
    counts = {row[0]: row[2:] for row in rows if len(row) == 9 and row[1].isdigit()}
    assert counts == dict.fromkeys(("blog", "ministry", "portal", "wire"), ["0"] * 7)


def test_the_archive_is_whole_and_tells_nobody(demo: Shown) -> None:
    part = demo.part("The archive")
    assert f"we hold {ARCHIVED}, 0 are missing." in part
    assert "Complete." in part.splitlines()
    walked = [each for each in demo.statements() if each.newness == "backfill"]
    assert len(walked) == ARCHIVED
    assert not any(each.watches for each in walked)


def test_its_end_says_what_is_on_record_and_where(demo: Shown) -> None:
    end = demo.part("After: what is on record")
    count = len(true_groups(demo.truths)) + ARCHIVED
    assert f" {count} statements, " in end
    assert "ONRECORD_HOME=" in end
