"""What may be fetched: the hosts that a source declares, at public addresses."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv6Address, IPv6Network, ip_address
from socket import getaddrinfo
from typing import Any
from urllib.parse import urlsplit

from scrapy.crawler import Crawler, CrawlerProcess
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest
from scrapy.http import Request
from twisted.internet._resolver import GAIResolver
from twisted.internet.base import ReactorBase

from spiders.source import PORTS, host_of

# What getaddrinfo gives: family, type, protocol, canonical name, socket address.
AddressInfo = tuple[Any, Any, int, str, tuple[Any, ...]]
# https://www.rfc-editor.org/rfc/rfc6052: IPv4 addresses behind a translator.
_TRANSLATED = IPv6Network("64:ff9b::/96")


class RefusedError(IgnoreRequest):
    """What may not be fetched; the message continues "it …"."""


def may_connect(address: str, *, loopback: bool) -> bool:
    """Whether a crawl may connect to a numeric address.

    Public addresses alone; or, for a source that declares it, loopback addresses alone.
    """
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if inner is None and ip in _TRANSLATED:
            return may_connect(str(ip_address(int(ip) & 0xFFFFFFFF)), loopback=loopback)
        if inner is not None:
            return may_connect(str(inner), loopback=loopback)
    if loopback:
        return ip.is_loopback
    return ip.is_global and not ip.is_multicast


class HostGuard:
    """Refuses every request, also one that a redirect leads to, beyond the declared hosts."""

    def __init__(self, hosts: Sequence[str]) -> None:
        self._hosts = hosts

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> HostGuard:
        """What Scrapy calls to make its middleware."""
        return cls(crawler.settings.getlist("ONRECORD_HOSTS"))

    def process_request(self, request: Request) -> None:
        """Raise RefusedError for another scheme or host."""
        scheme, host = urlsplit(request.url).scheme, host_of(request.url)
        if scheme not in PORTS:
            raise RefusedError(f"leads to a {scheme[:20]} address")
        if host not in self._hosts:
            raise RefusedError(f"leads to {host[:100]}, which its source does not declare")


class AddressGuard:
    """Tells a host without a permitted address from one without any."""

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Raise RefusedError where the resolver withheld what it found."""
        if isinstance(exception, CannotResolveHostError):
            from twisted.internet import reactor  # noqa: PLC0415 - importing it installs one

            withheld = reactor.nameResolver.withheld
            host = urlsplit(request.url).hostname or ""
            if address := withheld.get(host):
                raise RefusedError(f"leads to {address}, which is no permitted address")


class GuardedResolver(GAIResolver):
    """Gives connections permitted addresses alone, so that no name can lead elsewhere.

    A connection is made to what this resolver answered and nothing is resolved again after
    the check; numeric hosts pass through it as well.
    """

    def __init__(self, reactor: ReactorBase, *, loopback: bool) -> None:
        # Zope's interfaces are declared at run time, out of the type checker's sight.
        super().__init__(reactor, getaddrinfo=self._permitted)  # type: ignore[arg-type]
        self._loopback = loopback
        self.withheld: dict[str, str] = {}

    @classmethod
    def from_crawler(cls, crawler: CrawlerProcess, reactor: ReactorBase) -> GuardedResolver:
        """What Scrapy calls to make its resolver."""
        return cls(reactor, loopback=crawler.settings.getbool("ONRECORD_LOOPBACK"))

    def install_on_reactor(self) -> None:
        """Resolve for every connection of this process from now on."""
        self._reactor.installNameResolver(self)

    def _permitted(
        self, host: bytes | str | None, port: bytes | str | int | None, *how: int
    ) -> list[AddressInfo]:
        """What the system knows of a host, without what may not be connected to."""
        permitted = []
        for info in getaddrinfo(host, port, *how):
            address = str(info[4][0])
            if may_connect(address, loopback=self._loopback):
                permitted.append(info)
            else:
                self.withheld[str(host)] = address
        return permitted
