"""The year as it happened: which site carried what on which day, and what it changed later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random

from tests.press.texts import ZONE, Text
from tests.quality.year import chinese, english, machine
from tests.quality.year.noise import noise
from tests.quality.year.statements import Statement, statements
from tests.quality.year.variants import bridging, copied, corrected, in_traditional_script
from tests.quality.year.written import Written

# On the first night each site shows what it brought in so many days before.
BEFORE = 12
# Those days of the archive end long before the first night, and no crawl lists them.
ARCHIVE_DAYS, ARCHIVE_ENDS = 25, 40
# The day of the year on which the wire joins the sources, and the backfill's.
JOINS, BACKFILLED = 8, 14
NOISE_A_DAY = 4
SITES = ("ministry", "portal", "blog", "wire")


@dataclass
class Carried:
    """One article on one site: its truth, and its text from each day on that changed it.

    `how` is the kind of text; `statement` is None for what reports none.
    """

    how: str
    statement: Statement | None
    versions: list[tuple[date, Text]]
    in_archive: bool = False

    @property
    def site(self) -> str:
        return self.versions[0][1].site

    def on(self, day: date) -> Text:
        """The text as it stands at the end of a day."""
        return [text for since, text in self.versions if since <= day][-1]


@dataclass
class Year:
    """So many nights from `first` on: statements and articles, in the order of their days."""

    first: date
    days: int
    said: list[Statement]
    carried: list[Carried] = field(default_factory=list)


def year(seed: int, first: date = date(2031, 1, 6), days: int = 365) -> Year:
    """The year of a seed; a shorter one is its beginning."""
    begin = first - timedelta(days=BEFORE)
    old = first - timedelta(days=ARCHIVE_ENDS + ARCHIVE_DAYS)
    archive = statements(Random(f"{seed} archive"), old, ARCHIVE_DAYS)
    said = statements(Random(f"{seed} said"), begin, BEFORE + days)
    whole = Year(first, days, [*archive, *said])
    desk = _Desk(Random(f"{seed} carried"), first)
    for each in archive:
        desk.archived(each)
    for number in range(BEFORE + days):
        day = begin + timedelta(days=number)
        for each in said:
            if each.day == day:
                desk.tell(each)
        desk.tell_of_other_things(day)
    last = first + timedelta(days=days)
    whole.carried = [c for c in desk.carried if c.versions[0][1].published.date() < last]
    return whole


# Where what may be carried of a statement: site, kind, how often, earliest and latest days after.
_HOME = (
    ("ministry", "official", 0.75, 0, 0),
    ("portal", "copy", 0.5, 0, 1),
    ("portal", "agency", 0.45, 0, 1),
    ("portal", "traditional", 0.25, 0, 2),
    ("portal", "retold in Chinese", 0.3, 0, 2),
    ("blog", "machine", 0.7, 0, 3),
    ("wire", "reported", 0.55, 0, 1),
    ("wire", "retold", 0.35, 1, 3),
    ("blog", "copied machine", 0.3, 1, 5),
    ("portal", "bridge", 0.12, 1, 3),
    ("blog", "late machine", 0.15, 18, 60),
    ("blog", "late undated", 0.1, 5, 50),
    ("portal", "late copy", 0.12, 16, 50),
)
_ABROAD = (
    ("wire", "reported", 0.8, 0, 0),
    ("blog", "copied report", 0.4, 0, 2),
    ("portal", "agency", 0.5, 0, 2),
    ("portal", "traditional", 0.2, 0, 2),
    ("wire", "retold", 0.4, 1, 3),
    ("blog", "late copied report", 0.15, 16, 50),
)


class _Desk:
    """All sites' editors: they draw who carries what, and number their articles."""

    def __init__(self, chance: Random, first: date) -> None:
        self.chance, self.first = chance, first
        self.carried: list[Carried] = []

    def tell(self, said: Statement) -> None:
        """Let the sites carry a statement, at least one of them."""
        plan = _ABROAD if said.person.body.is_foreign else _HOME
        chosen = [row for row in plan if self.chance.random() < row[2]]
        if not any(row[4] < 5 for row in chosen):
            chosen.insert(0, plan[0])
        texts = _Texts(self.chance, said)
        for site, how, _, least, most in chosen:
            day = said.day + timedelta(days=self.chance.randint(least, most))
            self._carry(site, how, said, texts.of(how), day)

    def archived(self, said: Statement) -> None:
        """What only the blog's archive holds; some of it is reprinted in the year."""
        texts = _Texts(self.chance, said)
        self._carry("blog", "archived", said, texts.of("machine"), said.day, in_archive=True)
        if self.chance.random() < 0.4:
            day = self.first + timedelta(days=self.chance.randint(1, 120))
            self._carry("portal", "late copy", said, texts.of("agency"), day)

    def tell_of_other_things(self, day: date) -> None:
        """What the sites bring besides."""
        for _ in range(NOISE_A_DAY):
            site = self.chance.choice(("portal", "portal", "blog", "wire"))
            text = noise(self.chance, "zh" if site == "portal" else "en", day)
            self._carry(site, "other news", None, text, day)

    def _carry(
        self, site: str, how: str, said: Statement | None, text: Written, day: date,
        *, in_archive: bool = False,
    ) -> None:  # fmt: skip
        number = 24_000 + len(self.carried)
        at = datetime.combine(day, time(self.chance.randint(8, 21), self.chance.randint(0, 59)))
        published = at.replace(tzinfo=ZONE)
        first = Text(
            site=site, name=str(number), number=number, night=1, lang=text.lang, title=text.title,
            paragraphs=text.paragraphs, published=published, modified=published,
            statement=said.id if said else None, header={"slug": f"item-{number}"},
        )  # fmt: skip
        carried = Carried(how, said, [(day, first)], in_archive)
        if not in_archive:
            carried.versions += _changes(self.chance, first, text, day)
        self.carried.append(carried)


class _Texts:
    """The texts of one statement; copies are made of those that were written before."""

    def __init__(self, chance: Random, said: Statement) -> None:
        self.chance = chance
        self.official = chinese.official(chance, said)
        self.agency = chinese.agency(chance, said)
        self.machine = machine.translated(chance, said)
        self.reported = english.reported(chance, said)
        self.makers: dict[str, Callable[[], Written]] = {
            "official": lambda: self.official,
            "copy": lambda: copied(chance, self.official),
            "late copy": lambda: copied(chance, self.official),
            "agency": lambda: self.agency,
            "traditional": lambda: in_traditional_script(
                copied(chance, self.agency if said.person.body.is_foreign else self.official)
            ),
            "retold in Chinese": lambda: chinese.retold(chance, said),
            "bridge": lambda: bridging(self.official, self.agency),
            "machine": lambda: self.machine,
            "copied machine": lambda: copied(chance, self.machine),
            "late machine": lambda: copied(chance, machine.translated(chance, said)),
            "late undated": lambda: machine.translated(chance, said, with_day=False),
            "reported": lambda: self.reported,
            "copied report": lambda: copied(chance, self.reported),
            "late copied report": lambda: copied(chance, self.reported),
            "retold": lambda: english.retold(chance, said),
        }

    def of(self, how: str) -> Written:
        """A text of a kind."""
        return self.makers[how]()


def _changes(chance: Random, first: Text, text: Written, day: date) -> Iterator[tuple[date, Text]]:
    """What its editors do to an article in the days after: now and then they date, mend, move."""
    drawn = chance.random()
    later = day + timedelta(days=chance.choice((1, 2, 3, 5)))
    at = datetime.combine(later, time(chance.randint(8, 21), 30), ZONE)
    if drawn < 0.05:
        yield later, replace(first, published=at, modified=at)
    elif drawn < 0.10:
        mended = corrected(chance, text)
        yield later, replace(first, paragraphs=mended.paragraphs, modified=at)
    elif drawn < 0.13:
        slug = {"slug": f"{first.header['slug']}-again", "former slug": first.header["slug"]}
        yield later, replace(first, header=slug, modified=at)
