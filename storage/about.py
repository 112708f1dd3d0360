"""What an alert tells of a statement."""

from dataclasses import dataclass
from typing import Literal

AlertKind = Literal["new", "change", "official"]


@dataclass(frozen=True, slots=True)
class About:
    """What an alert tells of a statement: it is new, its official text is out, or is edited.

    Of a `change`, `version` is the id of the page that says otherwise, and `changes` what.
    """

    kind: AlertKind = "new"
    version: int = 0
    changes: tuple[str, ...] = ()


NEW = About()
