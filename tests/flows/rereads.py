"""Pages in real spool files that an older reader stored: it read what the tests say it read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Engine, select, update

from flows.ingest import store_batch
from flows.prepare import Prepared, Refused, prepare
from flows.reread import Reread, Wanted
from flows.reread_store import Change
from flows.settings import Settings
from flows.telling import Terms
from flows.text.match import keys, sketch
from flows.text.statements import READER_VERSION
from spiders import spool
from spiders.warc_http import digest_of
from storage import queries
from storage.alert_models import AlertRow
from storage.crawled import Outcome, Page
from storage.database import reading, serial
from storage.models import ArticleRow, RejectionRow, ReportRow
from storage.records import Reading, Rejection
from storage.statements import join_statements
from storage.views import StatementView
from tests.flows.prepared import DAY, HOUR, NOW, PLAN, ended
from tests.spiders.spool_examples import Clock

HARBOUR = " ".join(PLAN.split())
AGAIN = """On May 3 Minister Ana Ferro told the Harbour Forum in Maro that 1,420 quays would be
mended and 2,800 pilots trained. Before winter comes the old channel is to be dredged, she said,
and every buoy between the island and the cape is to be lit. Sailors from any port may enter the
pilots' school, where board and lodging are paid while they learn."""
TARN = """On May 2 Rail Commissioner Bo Lund told the Rail Congress in Tarn that 77 stations would
lose their ticket halls. Fares stay as they are until spring, he said, and night trains return to
the northern line. The commissioner promised 5,600 new sleepers and a bridge over the gorge, which
was washed away in the flood of the year before last, with two tracks and a footpath beside it."""
TOWER = """The tower of Maro stands on the hill behind the harbour, where the road from the market
bends to the west. It was built of grey stone, with a stair of ninety steps inside and a bell at its
top. Swallows nest below the roof in the spring, and in the autumn the mist often hides it whole."""
ORCHARD = """Forty kinds of pears grow in the old orchard below the mill. Some ripen in July, others
hang until the first frost, and a few are kept in straw through the winter. Bees from the hives at
the fence visit each tree in May. Children of the village help with the harvest and are paid in
fruit, which their mothers boil down or dry on the sills of upper windows until the snow comes."""
NOTHING = Reading(is_statement=False, why="the older reader knew nobody in it")

Older = Reading | Rejection | None


def html_page(key: str, text: str, source: str = "ministry", at: datetime = NOW) -> Page:
    """A page of one article, published the day before it was fetched."""
    day = at - DAY
    body = (
        f'<html lang="en"><head><title>Notice {key}</title>'
        f'<meta property="article:published_time" content="{day.isoformat()}"></head>'
        f"<body><article><h1>Notice {key}</h1><p>{text}</p></article></body></html>"
    ).encode()
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    url = f"https://{source}.example/{key}"
    return Page(source, key, url, at, 200, headers, body, digest_of(body))


@dataclass
class Record:
    """A home with a database; what is stored in it stands in its page archive too."""

    settings: Settings
    engine: Engine
    now: datetime = NOW
    older: dict[str, Older] = field(default_factory=dict)

    def begin(self, *sources: str) -> None:
        """Crawl each source once, the day before, so that it has a baseline."""
        for source in sources:
            self.store([], [ended(source, NOW - DAY + HOUR, begun_at=NOW - DAY)])

    def store(
        self,
        pages: Sequence[Page],
        outcomes: Sequence[Outcome] = (),
        older: Mapping[str, Older] | None = None,
    ) -> int:
        """Store pages by a spool file as the older reader did; the alerts that were raised.

        `older` says by key what it read, a Rejection where it refused; else what ours reads.
        """
        folder = self.settings.home / "spool"
        with spool.Writer(folder, "ministry", Clock()) as writer:
            for page in pages:
                writer.page(page)
        if pages:
            claimed = spool.claim(folder)
            assert claimed is not None
            found = [each for each in spool.read(claimed.path) if isinstance(each, Page)]
            spool.archive(claimed)
        else:
            found = []
        items = [_as_read_before(page, (older or {}).get(page.key)) for page in found]
        terms = Terms(self.now, self.settings.window)
        with serial(self.engine) as session:
            tallies = store_batch(session, items, outcomes, terms)
            for row in (ArticleRow, RejectionRow):
                session.execute(update(row).values(reader_version=READER_VERSION - 1))
        return sum(tally.alerts for tally in tallies.values())

    def reread(self, most_pages: int = 50, **wanted: object) -> list[Change]:
        """What reading again changes."""
        run = self.run(most_pages, **wanted)
        return list(run.changes(run.due()))

    def run(self, most_pages: int = 50, **wanted: object) -> Reread:
        """A run that is about to read again."""
        chosen = Wanted(**wanted)  # type: ignore[arg-type]  # as the test says
        return Reread(self.settings, self.engine, chosen, lambda: self.now + HOUR, most_pages)

    def next_night(self, *sources: str) -> int:
        """The alerts that the ends of the next crawls raise."""
        self.now += DAY
        return sum(self.store([], [ended(source, self.now)]) for source in sources)

    def join(self) -> None:
        """Make one statement of the two on record, however the older version came to it."""
        with serial(self.engine) as session:
            join_statements(session, 1, 2)

    def alerts(self) -> set[int]:
        """The statements that alerted somebody."""
        with reading(self.engine) as session:
            return set(session.scalars(select(AlertRow.statement_id)))

    def groups(self) -> dict[int, set[str]]:
        """The keys of the articles of each statement."""
        found: dict[int, set[str]] = {}
        with reading(self.engine) as session:
            rows = select(ReportRow.statement_id, ArticleRow.key).join(
                ArticleRow, ArticleRow.id == ReportRow.article_id
            )
            for number, key in session.execute(rows):
                found.setdefault(number, set()).add(key)
        return found

    def statement(self, number: int) -> StatementView:
        """A statement as it is shown."""
        with reading(self.engine) as session:
            return queries.statement(session, number)


def _as_read_before(page: Page, older: Older) -> Prepared | Refused:
    item = prepare(page, "UTC")
    if isinstance(older, Rejection):
        return Refused(replace(page, body=b""), older)
    if older is None:
        return item
    if isinstance(item, Refused):
        whole = _as_read_before(html_page(page.key, HARBOUR, page.source), None)
        assert isinstance(whole, Prepared)
        item = replace(whole, page=replace(page, body=b""))
    compared = sketch(item.article, older)
    return replace(item, reading=older, sketch=compared, keys=keys(compared))


def read_now(text: str) -> Reading:
    """What this version of the reader reads in a text."""
    item = prepare(html_page("x", text), "UTC")
    assert isinstance(item, Prepared)
    return item.reading


def refusal(key: str, source: str = "ministry") -> Rejection:
    """The older reader's no to a page."""
    return Rejection(source, key, f"https://{source}.example/{key}", "the body is too short")
