"""Mail, chat and whatever else Apprise speaks to.

Apprise answers only yes or no. Whether a message can have left although it says no is read
from the errors that it logs while it handles them.
"""

from __future__ import annotations

import functools
import logging
import smtplib
import sys
from collections.abc import Sequence
from traceback import walk_tb
from types import CodeType

import apprise
import requests
from apprise.plugins.email import NotifyEmail
from urllib3.exceptions import NewConnectionError

from flows.alerts.channels import ChannelError
from flows.alerts.message import Message, as_html, as_lines, subject
from flows.alerts.result import LONGEST_REASON, SENT, Result
from flows.printable import printable

# Whoever takes so many characters is a mailbox; chat services know few tags of HTML, so they
# are told in plain text.
LETTER = 20_000
# Chat services read these as mentions and links; texts from the web must make none.
_MARKS = str.maketrans({"@": "＠", "<": "‹", ">": "›", "[": "［", "]": "］", "`": "‘"})


@functools.lru_cache(maxsize=64)
def open_service(url: str) -> apprise.NotifyBase:
    """The service of an Apprise URL (which keeps its own pace); raises ChannelError."""
    asset = apprise.AppriseAsset(app_id="On Record", app_desc="On Record", app_url="")
    service = apprise.Apprise.instantiate(url, asset=asset, suppress_exceptions=True)
    if not isinstance(service, apprise.NotifyBase):
        scheme = url.partition("://")[0] if "://" in url else "it"
        raise ChannelError(
            f"{printable(scheme[:30])} is no address that Apprise knows, or lacks a part:"
            " see https://appriseit.com/services for its form"
        )
    if isinstance(service, NotifyEmail):
        # A mail server sets the pace itself; Apprise would wait seconds before each letter.
        service.request_rate_per_sec = 0
    is_mailbox = service.body_maxlen >= LETTER
    if service.notify_format == apprise.NotifyFormat.HTML and not is_mailbox:
        service.notify_format = apprise.NotifyFormat.TEXT
    return service


def notify(url: str, messages: Sequence[Message]) -> Result:
    """Tell all of them as one message; raises ChannelError for an address that is none."""
    service = open_service(url)
    title, body = _composed(service, messages)
    witness = _Witness()
    logger = logging.getLogger("apprise")
    logger.addHandler(witness)
    try:
        # Not through Apprise's own manager, which repeats a message where the URL says so.
        is_sent = service.notify(title=title, body=body)
    except Exception as error:  # noqa: BLE001 - a service may raise what it likes
        return Result("unknown", f"the service broke off ({type(error).__name__})")
    finally:
        logger.removeHandler(witness)
    return SENT if is_sent else _judge(witness, len(service))


def _composed(service: apprise.NotifyBase, messages: Sequence[Message]) -> tuple[str, str]:
    """Title and body in the form that the service takes."""
    if service.notify_format == apprise.NotifyFormat.HTML:
        return subject(messages), as_html(messages)
    title = subject(messages).translate(_MARKS)
    if service.title_maxlen <= 0:
        room = service.body_maxlen - len(title) - 2
        return "", f"{title}\n\n{as_lines(messages, room).translate(_MARKS)}"
    return title, as_lines(messages, service.body_maxlen).translate(_MARKS)


class _Witness(logging.Handler):
    """Keeps what Apprise says, and which error it was handling as it spoke."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []
        self.errors: list[BaseException] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Called by Apprise's logger inside its own `except`."""
        self.said.append(record.getMessage())
        error = sys.exc_info()[1]
        if error is not None and error not in self.errors:
            self.errors.append(error)


def _judge(witness: _Witness, targets: int) -> Result:
    """A failure is sure where no message can have left, and only one was to be sent."""
    why = _reason(witness)
    one_of_many = targets > 1 and not (
        witness.errors and all(_is_before_first(error) for error in witness.errors)
    )
    if one_of_many or any(_may_have_left(error) for error in witness.errors):
        return Result("unknown", why)
    refused = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused)
    is_down = any(not isinstance(error, refused) for error in witness.errors)
    return Result("failed", why, is_down=is_down)


def _may_have_left(error: BaseException) -> bool:
    if isinstance(error, smtplib.SMTPResponseException | smtplib.SMTPRecipientsRefused):
        return False
    if isinstance(error, requests.RequestException):
        return not _never_connected(error)
    if isinstance(error, ConnectionRefusedError):
        return False
    # smtplib hands over the letter itself in `data`; before that, nothing can have left.
    return not _passed(error, smtplib.__file__) or _ran(error, smtplib.SMTP.data.__code__)


def _never_connected(error: requests.RequestException) -> bool:
    if isinstance(error, requests.exceptions.ConnectTimeout | requests.exceptions.SSLError):
        return True
    cause = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(cause, NewConnectionError)


def _is_before_first(error: BaseException) -> bool:
    """Whether mail failed before the first of several letters was begun."""
    return _passed(error, smtplib.__file__) and not _ran(error, smtplib.SMTP.sendmail.__code__)


def _passed(error: BaseException, file: str) -> bool:
    return any(frame.f_code.co_filename == file for frame, _ in walk_tb(error.__traceback__))


def _ran(error: BaseException, code: CodeType) -> bool:
    return any(frame.f_code is code for frame, _ in walk_tb(error.__traceback__))


def _reason(witness: _Witness) -> str:
    """What was said last; of an error only its kind, because its words may hold the address."""
    said = witness.said[-1] if witness.said else "the service refused it without a word"
    error = witness.errors[-1] if witness.errors else None
    kind = f" ({type(error).__name__})" if error else ""
    if isinstance(error, smtplib.SMTPResponseException):
        answer = error.smtp_error
        words = answer.decode(errors="replace") if isinstance(answer, bytes) else str(answer)
        kind = f" ({error.smtp_code} {words})"
    return printable(" ".join(f"{said}{kind}".split()))[:LONGEST_REASON]
