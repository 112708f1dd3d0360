"""The one place where the environment is read; everything else is handed its values."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.failure import Failure

CHECKOUT = Path(__file__).resolve().parent.parent


class SettingError(Failure):
    """A setting of the environment cannot be used; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run needs to know of its surroundings.

    `home` holds all that a user owns; `window` is how old a statement's own date may be for
    an alert; `workers` is the number of reading processes. `watches` names the file of the
    watches (None: watches.toml in the home, if it is there); a delivery is dead after
    `alert_attempts` failures; `resend_uncertain` tells again what may have been told. The
    database URL may hold a password, so it is left out of the representation.
    """

    home: Path = CHECKOUT / "var"
    database_url: str = field(default="", repr=False)
    catalogue: str = "spiders.sources"
    prefect_api_url: str | None = None
    window: timedelta = timedelta(days=14)
    workers: int = 2
    watches: Path | None = None
    alert_attempts: int = 10
    resend_uncertain: bool = False

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> Settings:
        """Read the `ONRECORD_*` variables; raise SettingError for one that makes no sense."""
        env = os.environ if env is None else env  # noqa: TID251 - this is the place
        home = Path(env.get("ONRECORD_HOME") or CHECKOUT / "var").expanduser().absolute()
        watches = env.get("ONRECORD_WATCHES")
        return cls(
            home=home,
            database_url=env.get("ONRECORD_DATABASE_URL") or f"sqlite:///{home / 'onrecord.db'}",
            catalogue=env.get("ONRECORD_SOURCES") or "spiders.sources",
            prefect_api_url=env.get("ONRECORD_PREFECT_API_URL") or None,
            window=timedelta(days=_whole(env, "ONRECORD_WINDOW_DAYS", 14)),
            workers=_whole(env, "ONRECORD_WORKERS", 2),
            watches=Path(watches).expanduser().absolute() if watches else None,
            alert_attempts=_whole(env, "ONRECORD_ALERT_ATTEMPTS", 10),
            resend_uncertain=_flag(env, "ONRECORD_RESEND_UNCERTAIN"),
        )


def _whole(env: Mapping[str, str], name: str, default: int) -> int:
    text = env.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1000:
        raise SettingError(f"{name} is {text!r}; give a whole number from 1 to 1000.")
    return int(text)


def _flag(env: Mapping[str, str], name: str) -> bool:
    text = env.get(name) or "no"
    if text not in ("yes", "no"):
        raise SettingError(f"{name} is {text!r}; give yes or no.")
    return text == "yes"


def prefect_environment(home: Path) -> dict[str, str]:
    """The variables that make Prefect ours alone: its home, its database, no analytics.

    They win over any profile, `.env` or `prefect.toml` that lies in the working directory.
    """
    prefect_home = home / "prefect"
    return {
        "PREFECT_HOME": str(prefect_home),
        "PREFECT_PROFILES_PATH": str(prefect_home / "profiles.toml"),
        "PREFECT_API_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{prefect_home / 'prefect.db'}",
        "PREFECT_API_KEY": "",
        "PREFECT_API_AUTH_STRING": "",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_EPHEMERAL_ENABLED": "false",
        # The server's own start-up takes longer than its default limit of 20 s.
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
        "PREFECT_SERVER_UI_ENABLED": "false",
        # What a server that stays does in the background: it forgets runs after 30 days.
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(30 * 24 * 3600),
        "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED": "false",
        "PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED": "false",
        "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
        "PREFECT_CLI_COLORS": "false",
        "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
    }


def install(settings: Settings) -> None:
    """Make `settings` what `from_env` reads in this process and in its children.

    Prefect stores a flow's parameters, so flows take no settings; they read them here.
    """
    export(
        ONRECORD_HOME=str(settings.home),
        ONRECORD_DATABASE_URL=settings.database_url,
        ONRECORD_SOURCES=settings.catalogue,
        ONRECORD_PREFECT_API_URL=settings.prefect_api_url or "",
        ONRECORD_WINDOW_DAYS=str(settings.window.days),
        ONRECORD_WORKERS=str(settings.workers),
        ONRECORD_WATCHES=str(settings.watches or ""),
        ONRECORD_ALERT_ATTEMPTS=str(settings.alert_attempts),
        ONRECORD_RESEND_UNCERTAIN="yes" if settings.resend_uncertain else "no",
    )


def environment() -> Mapping[str, str]:
    """The variables of this process, for those that a user names: where secrets are."""
    return os.environ  # noqa: TID251 - this is the place


def utc_now() -> datetime:
    """The instant now, for what is signed with the time at which it leaves."""
    return datetime.now(UTC)  # noqa: TID251 - this is the place


def export(**variables: str) -> None:
    """Put variables into the environment of this process and of its children."""
    os.environ.update(variables)  # noqa: TID251 - this is the place


def claim_prefect(settings: Settings, api_url: str) -> None:
    """Put Prefect's settings into this process's environment, before Prefect is imported."""
    export(
        **prefect_environment(settings.home),
        PREFECT_API_URL=api_url,
        # A failure is told once, by us; Prefect keeps its own account of it in its API.
        PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL="CRITICAL",
    )


def child_environment(home: Path) -> dict[str, str]:
    """The environment of a Prefect server that we start: this process's, made ours."""
    return {**os.environ, **prefect_environment(home)}  # noqa: TID251 - this is the place
