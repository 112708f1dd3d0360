"""The press room: four sites on loopback ports, on one night or the next."""

from datetime import date
from types import TracebackType
from typing import Self

from tests.press.blog import Blog
from tests.press.edition import Edition
from tests.press.ministry import Ministry
from tests.press.portal import Portal
from tests.press.server import Answer, Asked, Fault, Request, SiteServer
from tests.press.texts import Text, texts
from tests.press.wire import Wire

Site = Blog | Ministry | Portal | Wire


class Press:
    """Four real HTTP servers for as long as the context lasts.

    `night` may be set to 2 at any time. `requests` is what was asked, in order of the answers.
    `fault["ministry"] = "block"` makes a site fail until the key is taken out again.
    """

    def __init__(self, today: date, night: int = 1) -> None:
        self.today = today
        self.night = night
        self.requests: list[Asked] = []
        self.fault: dict[str, Fault] = {}
        self._sites = (Blog(), Ministry(), Portal(), Wire())
        self._servers = {site.name: self._server(site) for site in self._sites}

    def __enter__(self) -> Self:
        for server in self._servers.values():
            server.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for server in self._servers.values():
            server.stop()

    @property
    def urls(self) -> dict[str, str]:
        """Each site's base URL without a slash at its end."""
        return {name: server.url for name, server in self._servers.items()}

    @property
    def blog_url(self) -> str:
        """The blog's base URL."""
        return self.urls["blog"]

    @property
    def ministry_url(self) -> str:
        """The ministry's base URL."""
        return self.urls["ministry"]

    def address(self, text: Text) -> str:
        """Where a text stands on its site."""
        return self._edition(text.site).address(text)

    def _server(self, site: Site) -> SiteServer:
        def answer(request: Request) -> Answer:
            return site.answer(request, self._edition(site.name))

        return SiteServer(site.name, answer, self.fault, self.requests)

    def _edition(self, site: str) -> Edition:
        everywhere = texts(self.today, self.night)
        return Edition(
            self.today,
            self.night,
            [text for text in everywhere if text.site == site],
            everywhere,
            self.urls,
            lists_nothing=self.fault.get(site) == "empty",
        )
