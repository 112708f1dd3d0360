"""Reading a catalogue: a module whose `SOURCES` are declarations. Standard library only."""

from __future__ import annotations

import importlib
from collections.abc import Iterable

from spiders.source import Source, faults
from storage.failure import Failure


class CatalogueError(Failure):
    """The catalogue cannot be used; the message names the declaration and what is wrong."""


def catalogue(module: str) -> dict[str, Source]:
    """The sources that `module` declares in its `SOURCES`, by name; raises CatalogueError."""
    try:
        declared = importlib.import_module(module).SOURCES
    except Exception as error:  # a user's module may raise anything
        reason = f"{type(error).__name__}: {error}"
        raise CatalogueError(f"The catalogue {module} cannot be read ({reason}).") from error
    if not isinstance(declared, tuple | list):
        raise CatalogueError(f"The SOURCES of the catalogue {module} are no tuple of sources.")
    sources: dict[str, Source] = {}
    for source in declared:
        _check(module, source)
        if source.name in sources:
            raise CatalogueError(f"The catalogue {module} declares {source.name!r} twice.")
        sources[source.name] = source
    return sources


def by_host(sources: Iterable[Source]) -> list[tuple[Source, ...]]:
    """Sources in groups that share no host with another, in the given order.

    The members of a group are crawled one after the other, or a site would be asked by
    several crawls at once, each of which keeps the site's delay for itself alone.
    """
    groups: list[list[Source]] = []
    for source in sources:
        shared = [g for g in groups if any(set(source.hosts) & set(each.hosts) for each in g)]
        if not shared:
            groups.append([source])
            continue
        first, *others = shared
        first += [each for group in others for each in group] + [source]
        groups = [group for group in groups if group not in others]
    return [tuple(group) for group in groups]


def _check(module: str, source: object) -> None:
    if not isinstance(source, Source):
        raise CatalogueError(f"The catalogue {module} holds {source!r:.80}, which is no Source.")
    for fault in faults(source):
        raise CatalogueError(f"The source {source.name!r} of {module} {fault}.")
