"""Pages of the archive, cleaned and read anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from flows.prepare import Prepared, Refused, prepare_all
from spiders import spool
from spiders.source import Source
from storage import rereading
from storage.crawled import Page
from storage.database import reading
from storage.rereading import StoredPlace

# They are held in memory; bodies may have 10 MB each.
MOST_PAGES = 50
MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Lost:
    """A page that does not stand where its row says, with one sentence of what to do."""

    place: StoredPlace
    reason: str


@dataclass(frozen=True, slots=True)
class Archive:
    """The page archive below `home` and the record of what stands where in it."""

    engine: Engine
    home: Path
    sources: Mapping[str, Source]
    workers: int

    def read(
        self, page_ids: Sequence[int]
    ) -> tuple[list[tuple[int, Prepared | Refused]], list[Lost]]:
        """What these pages give, by id and in their order, and which of them are lost.

        A page that is forgotten meanwhile is in neither.
        """
        found: dict[int, Prepared | Refused] = {}
        lost: list[Lost] = []
        for pages in self._portions(page_ids, lost):
            ids = {(page.source, page.key, page.digest): page_id for page_id, page in pages}
            zoned = ((page, self._zone(page)) for _, page in pages)
            for item, _ in prepare_all(zoned, self.workers):
                found[ids[item.page.source, item.page.key, item.page.digest]] = item
        return [(page_id, found[page_id]) for page_id in page_ids if page_id in found], lost

    def _portions(
        self, page_ids: Sequence[int], lost: list[Lost]
    ) -> Iterator[list[tuple[int, Page]]]:
        portion: list[tuple[int, Page]] = []
        for place in self._places(page_ids):
            try:
                page = self._page(place)
            except spool.LostPageError as error:
                lost.append(Lost(place, str(error)))
                continue
            if page is not None:
                portion.append((place.page_id, page))
            size = sum(len(page.body) for _, page in portion)
            if len(portion) == MOST_PAGES or size >= MOST_BYTES:
                yield portion
                portion = []
        if portion:
            yield portion

    def _page(self, place: StoredPlace) -> Page | None:
        """The page, or None if it is forgotten; one that was moved meanwhile is looked up again."""
        try:
            page = spool.read_at(self.home, place.place)
        except spool.LostPageError:
            again = self._places([place.page_id])
            if not again:
                return None
            if again[0].place == place.place:
                raise
            page = spool.read_at(self.home, again[0].place)
        if (page.source, page.key, page.digest) != (place.source, place.key, place.digest):
            raise spool.LostPageError(
                f"{self.home / place.place.file} at byte {place.place.offset}: another page stands"
                " there; bring the file back from a backup, or let the page be fetched again"
            )
        return page

    def _places(self, page_ids: Sequence[int]) -> list[StoredPlace]:
        with reading(self.engine) as session:
            return rereading.places(session, page_ids)

    def _zone(self, page: Page) -> str:
        source = self.sources.get(page.source)
        return source.zone if source else "UTC"
