"""What a site shows on a given night, and the small pieces that the sites build pages of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import md5
from html import escape
from pathlib import Path
from string import Template

from tests.press.texts import Text


@dataclass(frozen=True)
class Edition:
    """A site on one night: its texts oldest first, those of all sites, all base URLs."""

    today: date
    night: int
    texts: Sequence[Text]
    everywhere: Sequence[Text]
    bases: Mapping[str, str]
    # The fault of a list without items; the pages themselves are still there.
    lists_nothing: bool = False

    @property
    def listed(self) -> Sequence[Text]:
        """What the site's lists show."""
        return () if self.lists_nothing else self.texts

    def at(self, path: str) -> Text | None:
        """The text under that path, now or formerly."""
        return next((t for t in self.texts if path in (path_of(t), former_path(t))), None)

    def address(self, text: Text) -> str:
        """The URL of a text of any site."""
        return self.bases[text.site] + path_of(text)

    def original(self, text: Text) -> str | None:
        """The URL of the original that a text's editors name."""
        name = text.header.get("original")
        return next((self.address(t) for t in self.everywhere if t.name == name), None)


def path_of(text: Text) -> str:
    """The path of an article, in the form that its site gives to addresses."""
    return _path(text, text.header["slug"])


def former_path(text: Text) -> str | None:
    """Where a moved article stood before."""
    slug = text.header.get("former slug")
    return _path(text, slug) if slug else None


def _path(text: Text, slug: str) -> str:
    at = text.published
    if text.site == "ministry":
        return f"/xwfb/bldhd/art/{at:%Y}/art_{md5(slug.encode()).hexdigest()}.html"
    return {
        "blog": f"/{slug}/",
        "wire": f"/{at:%Y/%m/%d}/{slug}/",
        "portal": f"/n/{at:%Y/%m%d}/{slug}.html",
    }[text.site]


@cache
def template(name: str) -> Template:
    """A page of the templates folder with $-names to fill."""
    return Template((Path(__file__).parent / "templates" / name).read_text("utf-8"))


def paragraphs(text: Text, before: str = "<p>", after: str = "</p>") -> str:
    """The body as HTML."""
    return "\n".join(f"{before}{escape(p, quote=False)}{after}" for p in text.paragraphs)


def link(href: str, label: str) -> str:
    """An anchor."""
    return f'<a href="{escape(href)}">{escape(label)}</a>'
