"""What a year came to, held against its truth: alerts, grouping, and what was passed over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlsplit

from sqlalchemy import Engine, select

from storage.alert_models import AlertRow
from storage.database import reading
from storage.models import ArticleRow, ReportRow
from tests.quality.year.plot import JOINS, Carried, Year
from tests.quality.year.sites import YearPress
from tests.quality.year.statements import Statement

WINDOW = timedelta(days=14)


@dataclass
class Account:
    """What is wrong is told one by one, in a line each, under its kind."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def alert_faults(self) -> int:
        """Alerts that were missed, raised for nothing, or raised again."""
        return sum(len(self.faults[name]) for name in ("missed", "false", "repeated"))

    @property
    def wrong_share(self) -> float:
        """The share of statements that were split or joined."""
        wrong = len(self.faults["split"]) + len(self.faults["joined"])
        return wrong / max(1, self.counts["statements"])


@dataclass(frozen=True)
class Stored:
    """One article on record: its truth and the statement that it was taken to report."""

    truth: Carried
    statement: int | None
    title: str


def account(year: Year, press: YearPress, engine: Engine) -> Account:
    """Hold a record against the truth of its year."""
    stored, alerts = _record(press, engine)
    result = Account()
    result.counts["articles"] = len(stored)
    met = {each.truth.statement.id for each in stored if each.truth.statement}
    result.counts["statements"] = len(met)
    _grouping(stored, result)
    _alerts(year, stored, alerts, result)
    return result


def due(year: Year) -> dict[str, date]:
    """The day on which each statement is to be told, by its id; those told of never are absent.

    It is told when a crawl first meets it, unless it is older than the window by then, or was
    there before its source was first crawled. What the archive alone holds is told of never.
    """
    found: dict[str, date] = {}
    last = year.first + timedelta(days=year.days - 1)
    by_statement: dict[str, list[Carried]] = defaultdict(list)
    said: dict[str, Statement] = {}
    for each in year.carried:
        if each.statement and not each.in_archive:
            by_statement[each.statement.id].append(each)
            said[each.statement.id] = each.statement
    for name, carried in by_statement.items():
        day = min(_met(each, year) for each in carried)
        is_new = any(_met(each, year) == day and _is_dated_after(each, year) for each in carried)
        if day <= last and is_new and said[name].day >= day - WINDOW:
            found[name] = day
    return found


def _met(each: Carried, year: Year) -> date:
    return max(each.versions[0][0], _begins(each, year))


def _begins(each: Carried, year: Year) -> date:
    return year.first + timedelta(days=JOINS if each.site == "wire" else 0)


def _is_dated_after(each: Carried, year: Year) -> bool:
    """Whether a site's first crawl did not find an article there."""
    return each.versions[0][0] > _begins(each, year)


def _record(press: YearPress, engine: Engine) -> tuple[list[Stored], list[tuple[int, date]]]:
    with reading(engine) as session:
        rows = session.execute(
            select(ArticleRow.source, ArticleRow.url, ArticleRow.title, ReportRow.statement_id)
            .outerjoin(ReportRow, ReportRow.article_id == ArticleRow.id)
            .order_by(ArticleRow.id)
        ).all()
        alerts = session.execute(
            select(AlertRow.statement_id, AlertRow.created_at).order_by(AlertRow.id)
        ).all()
    stored = [
        Stored(press.carried_at[(row.source, urlsplit(row.url).path)], row.statement_id, row.title)
        for row in rows
    ]
    return stored, [(row.statement_id, row.created_at.date()) for row in alerts]


def _grouping(stored: list[Stored], result: Account) -> None:
    """Split: articles of one statement under several. Joined: several statements under one."""
    groups: dict[str, dict[int, list[Stored]]] = defaultdict(lambda: defaultdict(list))
    truths: dict[int, dict[str, list[Stored]]] = defaultdict(lambda: defaultdict(list))
    for each in stored:
        said = each.truth.statement
        if said is None and each.statement is not None:
            result.faults["no statement, read as one"].append(each.title)
        if said is not None and each.statement is None:
            result.faults["statement, passed over"].append(f"{each.truth.how}: {each.title}")
        if said is not None and each.statement is not None:
            groups[said.id][each.statement].append(each)
            truths[each.statement][said.id].append(each)
    for name, parts in groups.items():
        if len(parts) > 1:
            result.faults["split"].append(f"{name}: {_hows(parts)}")
    for number, several in truths.items():
        if len(several) > 1:
            traits = ", ".join(
                sorted(s[0].truth.statement.trait for s in several.values() if s[0].truth.statement)
            )
            result.faults["joined"].append(f"{number} ({traits}): {_hows(several)}")


def _hows(parts: Mapping[int, list[Stored]] | Mapping[str, list[Stored]]) -> str:
    return " | ".join(
        f"{name} {', '.join(sorted(each.truth.how for each in part))}"
        for name, part in parts.items()
    )


def _alerts(
    year: Year, stored: list[Stored], alerts: list[tuple[int, date]], result: Account
) -> None:
    """Which alert told which statement of the truth, and whether on its day."""
    expected = due(year)
    result.counts["to be told"] = len(expected)
    result.counts["alerts"] = len(alerts)
    lead: dict[int, Carried] = {}
    for each in stored:
        if each.statement is not None:
            lead.setdefault(each.statement, each.truth)
    told: dict[str, list[date]] = defaultdict(list)
    for number, day in alerts:
        said = lead[number].statement
        if said is None:
            result.faults["false"].append(f"{day}, other news")
        elif said.id not in expected:
            result.faults["false"].append(f"{day}, {said.id}, {lead[number].how}")
        else:
            told[said.id].append(day)
    for name, day in expected.items():
        days = told.get(name, [])
        if not days:
            result.faults["missed"].append(f"{name}, due on {day}")
        elif days[0] != day:
            result.faults["late"].append(f"{name}, due on {day}, told on {days[0]}")
        result.faults["repeated"] += [f"{name}, told on {day}, again on {d}" for d in days[1:]]
