"""Quantities as Chinese and English texts write them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Amount:
    """A whole number, of at most three digits that are not 0 where it is a large one."""

    value: int

    @property
    def zh(self) -> str:
        """With 万 and 亿."""
        for size, name in ((10**8, "亿"), (10**4, "万")):
            if self.value >= size:
                return f"{self.value / size:.4f}".rstrip("0").rstrip(".") + name
        return str(self.value)

    @property
    def en(self) -> str:
        """With commas, or with million and billion."""
        for size, name in ((10**9, "billion"), (10**6, "million")):
            if self.value >= size:
                return f"{self.value / size:.4f}".rstrip("0").rstrip(".") + f" {name}"
        return f"{self.value:,}"


def amount(chance: Random, least: int, most: int) -> Amount:
    """A quantity of three digits and so many places, evenly over the magnitudes."""
    places = chance.randint(least, most)
    return Amount(chance.randrange(101, 999) * 10 ** (places - 3))
