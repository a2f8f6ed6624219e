"""What follows from names alone, and so is the same on every machine and for ever: identifiers, numbers, orders."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

Named: TypeAlias = Literal["quiz", "settings", "assignment", "manifest", "group", "heading", "item", "asked"]
"""What can have an identifier; an item has one in the course, and one more in each quiz that it is asked in."""


def identifier(kind: Named, *names: str) -> str:
    """A name for what these name, of letters and digits alone; it tells nothing, and holds no word.

    Curators choose names as they please: an item may be called `settings`, or as its quiz is.
    """
    return f"g{_digest((kind, *names)).hex()[:32]}"


def numbers(*names: str) -> Iterator[int]:
    """Numbers of nine digits for the parts of what these name, as many as are asked for, all different."""
    given: set[int] = set()
    for place in range(900_000_000):
        number = 100_000_000 + int.from_bytes(_digest((*names, str(place)))[:8], "big") % 900_000_000
        while number in given:
            number = number + 1 if number < 999_999_999 else 100_000_000
        given.add(number)
        yield number


def scattered(texts: Sequence[str], item: str) -> list[int]:
    """Indexes in an order that says nothing of the right one, and that stays when other texts come or go."""
    draws = [_digest((item, text)) for text in texts]
    return sorted(range(len(texts)), key=lambda index: (draws[index], index))


def out_of_order(order: Sequence[int]) -> list[int]:
    """Indexes as they are, or turned by one where they are in order: steps shown in the right one would ask nothing."""
    return [*order[1:], *order[:1]] if list(order) == sorted(order) else list(order)


def _digest(names: Sequence[str]) -> bytes:
    return hashlib.sha256("/".join(names).encode("utf-8", "surrogatepass")).digest()
