"""What telling takes, from a user's settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from flows.alerts.delivery import Means
from flows.progress import Notice
from flows.settings import Settings, environment
from flows.watch_file import watches_of


def means(
    settings: Settings, show: Callable[[Notice], bool], clock: Callable[[], datetime]
) -> Means:
    """The means of this user; raises WatchError."""
    return Means(
        watches=watches_of(settings),
        env=environment(),
        show=show,
        home=settings.home,
        clock=clock,
        attempts=settings.alert_attempts,
        resend_uncertain=settings.resend_uncertain,
    )
