"""Why a fetch failed, as the end of a sentence: "the page … gave no answer in time"."""

from __future__ import annotations

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.spidermiddlewares.httperror import HttpError

from spiders.settings import MOST_REDIRECTS

_TOO_LARGE = "is too large"
_SAYINGS: tuple[tuple[type[Exception], str], ...] = (
    (DownloadTimeoutError, "gave no whole answer in time"),
    (DownloadConnectionRefusedError, "refused the connection"),
    (CannotResolveHostError, "has a host name that does not resolve"),
    (DownloadCancelledError, _TOO_LARGE),
    (ResponseDataLossError, "broke off its answer"),
    (DownloadFailedError, "broke off the connection"),
)
MOST_LENGTH = 300


def explain(error: BaseException | None) -> str:
    """What to tell a person of an error that a download ended with."""
    if isinstance(error, HttpError):
        return f"answered {error.response.status}"
    if is_untrusted(error):
        return "has a certificate that is not trusted"
    for kind, saying in _SAYINGS:
        if isinstance(error, kind):
            return saying
    if isinstance(error, IgnoreRequest):
        return _ignored(str(error))
    return f"failed with {type(error).__name__}: {error}"[:MOST_LENGTH]


def is_untrusted(error: BaseException | None) -> bool:
    """Whether a connection failed for its certificate, which OpenSSL tells by its text alone."""
    return isinstance(error, DownloadFailedError) and "certificate" in str(error)


def _ignored(text: str) -> str:
    """Scrapy's middlewares tell these two by their text alone."""
    if "during decompression" in text:
        return _TOO_LARGE
    if text == "max redirections reached":
        return f"redirects more than {MOST_REDIRECTS} times"
    return text[:MOST_LENGTH]
