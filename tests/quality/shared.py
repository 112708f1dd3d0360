"""Where the annotated texts lie: beside the checkout, never in it, for their licences differ."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
# What explains a folder is no part of its data.
_NO_DATA = ("README", "LICENSE", "AUTHORS")


class AbsentError(Exception):
    """The data are not on this machine; the message says where they were looked for."""


def home(environment: Mapping[str, str]) -> Path:
    """The folder that `ONRECORD_SHARED` names, else `shared` beside the checkout."""
    return Path(environment.get("ONRECORD_SHARED") or CHECKOUT.parent / "shared")


def data(home: Path, name: str) -> Path:
    """The folder of one set below `home`; raises AbsentError where it is not."""
    folder = home / name
    if not folder.is_dir():
        raise AbsentError(f"no data in {folder}: set ONRECORD_SHARED to the folder that holds them")
    return folder


def must_be_there(environment: Mapping[str, str]) -> bool:
    """Whether absent data are a failure: where every change is checked."""
    return environment.get("CI") == "true"


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of all data files of a folder, in order."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith(_NO_DATA) and path.suffix != ".pyc":
            body = hashlib.sha256(path.read_bytes()).hexdigest()
            whole.update(f"{path.relative_to(folder).as_posix()} {body}\n".encode())
    return f"sha256:{whole.hexdigest()}"
