"""Where a parser stopped, and what the lines there and above look like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

KEY = r"\w[\w-]*"
"""What a key of a bank or a blueprint looks like."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a parser stopped, what it says, and what it was reading that began where. Lines and columns from 0."""

    lines: list[str]
    line: int
    column: int
    problem: str
    context: str
    context_line: int
    context_column: int

    @property
    def source(self) -> str:
        """The line at which it stopped."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def before(self) -> str:
        """What stands before it in that line."""
        return self.source[: self.column]


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, where, and under which rule it is said."""

    line: int
    column: int
    rule: str
    message: str


def above(stop: Stop, line: int | None = None) -> Iterator[int]:
    """The lines above, from the nearest, that are not blank and no comment."""
    for number in range((stop.line if line is None else line) - 1, -1, -1):
        if stop.lines[number].strip() and not stop.lines[number].lstrip().startswith("#"):
            yield number


def value_of(source: str) -> tuple[int, str] | None:
    """Where what stands behind the dashes and the key of a line begins, and what it is."""
    begins = re.match(rf"\s*(?:- +)*(?:{KEY}:(?:\s+|$))?(?=\S)", source)
    return (begins.end(), source[begins.end() :]) if begins else None
