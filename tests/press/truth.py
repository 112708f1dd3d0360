"""What a reader should find in each article of the press room."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.press.texts import Text, dated, statements, texts

# The header lines by which an article departs from its statement; `-` says that it has none.
NAMES = ("speaker", "post", "org", "event", "place")


@dataclass(frozen=True)
class Made:
    """A statement by its id, with the speaker's name in the original and in English."""

    id: str
    name: str
    english_name: str

    @property
    def names(self) -> tuple[str, str]:
        """Either may be told: that of the article that was read first."""
        return self.name, self.english_name


# The statement that is made between the nights: the one alert of night two.
NEW_STATEMENT = Made("data-factory", "梁斯屿", "Liang Siyu")


@dataclass(frozen=True)
class Truth:
    """One article: the statement that it carries (None: none) and what its own words say of it.

    Names are those of the article's language, `day` is the day of the statement, `measures` how
    many are promised or urged: heads under markers, or verb phrases where nothing marks them
    (`marked`), which readers may count otherwise. `rejected`: the page holds no article at all.
    """

    text: Text
    statement: str | None
    rejected: bool
    speaker: str | None = None
    post: str | None = None
    org: str | None = None
    event: str | None = None
    place: str | None = None
    day: date | None = None
    measures: int = 0
    marked: bool = True


def truths(today: date, night: int) -> list[Truth]:
    """The truth of every article that stands on a site on that night, oldest first."""
    return [_truth(text, today) for text in texts(today, night)]


def _truth(text: Text, today: date) -> Truth:
    if text.statement is None:
        return Truth(text, None, "rejected" in text.header)
    known = statements()[text.statement]
    day = today + timedelta(days=known["day"])
    told = known[text.lang] | {name: text.header[name] for name in NAMES if name in text.header}
    names = {name: None if told[name] == "-" else dated(told[name], day) for name in NAMES}
    measures = int(text.header.get("measures", known["measures"]))
    marked = known.get("marked", True)
    return Truth(
        text, text.statement, rejected=False, day=day, measures=measures, marked=marked, **names
    )
