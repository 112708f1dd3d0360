"""What a night came to, source by source: counted while it runs, shown at its end."""

from __future__ import annotations

from dataclasses import dataclass, field, fields


@dataclass(slots=True)
class Tally:
    """What the pages of one source came to in the record."""

    pages: int = 0
    articles: int = 0
    reprints: int = 0
    statements: int = 0
    rejections: int = 0
    failures: int = 0
    alerts: int = 0

    def add(self, other: Tally) -> None:
        """Count `other` into this tally."""
        for name in (f.name for f in fields(self)):
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(slots=True)
class SourceNight:
    """One source's night: what it listed, what came of it; `error` says why it failed."""

    listed: int = 0
    fetched: int = 0
    unchanged: int = 0
    tally: Tally = field(default_factory=Tally)
    error: str | None = None
    warnings: list[str] = field(default_factory=list)

    def add(self, other: SourceNight) -> None:
        """Count `other`, a part of the same source's night, into this one."""
        self.listed += other.listed
        self.fetched += other.fetched
        self.unchanged += other.unchanged
        self.tally.add(other.tally)
        self.error = self.error or other.error
        self.warnings += other.warnings


@dataclass(slots=True)
class Night:
    """All sources of one night by name, and what came of the alerts.

    `delivered` were told this night; the others stand in the outbox, also from before.
    `alert_error` says why alerts could not be told at all; what was stored stays stored. The
    spool is shared, so a flow may store pages that another source's crawl brought.
    """

    sources: dict[str, SourceNight] = field(default_factory=dict)
    delivered: int = 0
    pending: int = 0
    uncertain: int = 0
    dead: int = 0
    alert_error: str | None = None

    def of(self, source: str) -> SourceNight:
        """The night of one source, begun if it is not there yet."""
        return self.sources.setdefault(source, SourceNight())

    def add(self, other: Night) -> None:
        """Count another part of the same night into this one."""
        for source, part in other.sources.items():
            self.of(source).add(part)
        self.delivered += other.delivered

    @property
    def failed(self) -> bool:
        """Whether any source failed, or the telling, which is what the exit code tells."""
        return bool(self.alert_error) or any(part.error for part in self.sources.values())
