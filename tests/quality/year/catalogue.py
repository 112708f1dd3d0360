"""The catalogue of the year: the press room's four sites, with room for a year's yields."""

from dataclasses import replace

from tests.press import four_sites

_SITES = ("ministry", "portal", "blog", "wire")
SOURCES = tuple(
    replace(source, in_14_days=(0, 400), newest_days=60, delay=0)
    for source in four_sites.SOURCES
    if source.name in _SITES
)
