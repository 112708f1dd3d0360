"""The press room through the year: what its sites show on a day, and to a backfill."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from tests.press.edition import Edition, path_of
from tests.press.room import Press
from tests.press.server import Answer, Request
from tests.press.texts import Text
from tests.quality.year.plot import Carried, Year

# Lists reach so far back, and what is older is gone from them.
LISTED = timedelta(days=30)


class YearPress(Press):
    """The four sites of the press room with the articles of a year.

    `day` may be set at any time, and `reach`, how far back lists go. `with_archive` shows what
    else a walk through the blog finds, `until` hides what was published after an instant.
    """

    def __init__(self, year: Year) -> None:
        super().__init__(year.first)
        self.year = year
        self.day, self.reach = year.first, LISTED
        self.with_archive = False
        self.until: datetime | None = None
        self._editions: dict[str, tuple[object, Edition]] = {}
        self.carried_at = {
            (text.site, path_of(text)): each for each in year.carried for _, text in each.versions
        }

    def shown(self, site: str) -> Sequence[Text]:
        """What a site lists, oldest first."""
        return self._edition(site).texts

    def get(self, site: str, path: str, etag: str | None) -> Answer:
        """One answer, without a socket between; a redirect is followed."""
        (room,) = (each for each in self._sites if each.name == site)
        headers = {"if-none-match": etag} if etag else {}
        answer = room.answer(Request("GET", path, {}, headers), self._edition(site))
        if answer.status == 301:
            moved = dict(answer.headers)["Location"].removeprefix(self.urls[site])
            return self.get(site, moved, etag)
        return answer

    def _edition(self, site: str) -> Edition:
        """A site as it stands; the same one until the day or what is hidden changes."""
        state = (self.day, self.reach, self.with_archive, self.until)
        if self._editions.get(site, (None,))[0] != state:
            own = self._shown(site)
            edition = Edition(self.day + timedelta(days=1), 1, own, own, self.urls)
            self._editions[site] = (state, edition)
        return self._editions[site][1]

    def _shown(self, site: str) -> list[Text]:
        texts = (each.on(self.day) for each in self._standing(site))
        if self.until:
            texts = (text for text in texts if text.published <= self.until)
        return sorted(texts, key=lambda text: (text.published, text.number))

    def _standing(self, site: str) -> Sequence[Carried]:
        return [
            each for each in self.year.carried
            if each.site == site and self._is_listed(each)
        ]  # fmt: skip

    def _is_listed(self, each: Carried) -> bool:
        since = each.versions[0][0]
        if each.in_archive:
            return self.with_archive
        return self.day - self.reach < since <= self.day
