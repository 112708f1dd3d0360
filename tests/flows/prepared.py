"""Articles made ready for the record, without a page behind them: the tags are given."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from flows.prepare import Prepared, Refused
from flows.text.fingerprint import fingerprint
from flows.text.match import keys, sketch
from storage.crawled import Outcome, OutcomeKind, Page, WarcPlace
from storage.records import Article, Measure, Occasion, Reading, Rejection, Speaker

NOW = datetime(2031, 5, 4, 2, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

PLAN = """Minister Ana Ferro said at the Harbour Forum in Maro that the ministry would mend 1,420
quays and train 2,800 pilots. The first is to dredge the old channel before winter comes. The second
is to light every buoy between the island and the cape. The third is to open the pilots' school to
sailors of all ports, she said, and to pay for their board and lodging while they learn."""
RETOLD = """Some 2,800 pilots will be trained and 1,420 quays mended: so the Harbour Forum in Maro
heard from Minister Ana Ferro. Winter shall find the channel dredged and each buoy lit. Sailors from
any port may enter the pilots' school, where board and lodging are paid while they learn."""
OTHER = """Rail Commissioner Bo Lund told the Rail Congress in Tarn that 77 stations would lose
their ticket halls. Fares stay as they are until spring, he said, and night trains return to the
northern line. The commissioner promised 5,600 new sleepers and a bridge over the gorge, which
was washed away in the flood of the year before last, with two tracks and a footpath beside it."""


def reading(name: str, org: str, event: str, day: str) -> Reading:
    """A statement by one speaker with one measure."""
    return Reading(
        is_statement=True,
        why=f"{name} is reported to speak",
        speakers=(Speaker(name, "Minister", org, main=True, span=(0, 5)),),
        occasion=Occasion(event, (), day, "day", None, (0, 5), (0, 5), None),
        measures=(Measure(1, "dredge the old channel", "dredge", (0, 5)),),
    )


HARBOUR = reading("Ana Ferro", "Ministry of Harbours", "Harbour Forum", "2031-05-03")
RAIL = reading("Bo Lund", "Rail Commission", "Rail Congress", "2031-05-02")
NOTHING = Reading(is_statement=False, why="nobody in office is reported to say anything")


def page(source: str, key: str, at: datetime, body: str) -> Page:
    """A page whose record stands somewhere in the archive."""
    digest = f"sha256:{sha256(body.encode()).hexdigest()}"
    place = WarcPlace("pages/2031/05/x.warc.gz", 0, 10)
    url = f"https://{source}.example/{key}"
    return Page(source, key, url, at, 200, (), b"", digest, None, place)


def prepared(
    source: str, key: str, text: str = PLAN, tags: Reading = HARBOUR, at: datetime = NOW
) -> Prepared:
    """An article of that text and those tags, published an hour before it was fetched."""
    stored = page(source, key, at, text)
    article = Article(source, key, stored.url, "en", f"Title {key}", text)
    article = replace(article, published_at=at - 2 * DAY, published_rule="time")
    compared = sketch(article, tags)
    return Prepared(stored, article, fingerprint(text), tags, compared, keys(compared))


def refused(source: str, key: str, at: datetime = NOW) -> Refused:
    """A page that gave no article."""
    stored = page(source, key, at, "stub")
    return Refused(stored, Rejection(source, key, stored.url, "the body is too short"))


def ended(
    source: str, at: datetime, kind: OutcomeKind = "crawled", begun_at: datetime | None = None
) -> Outcome:
    """The end of a source's crawl."""
    return Outcome(source, kind, at, items=1, begun_at=begun_at)
