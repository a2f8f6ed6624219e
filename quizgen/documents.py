"""What a file of YAML holds: plain data, with the place in the file of every value and key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from quizgen.findings import Location

Data: TypeAlias = Any
"""Text, a list of data, or a dict from text to data."""

Step: TypeAlias = str | int


class Start(Protocol):
    """Where something begins: line and column from 0. PyYAML's own marks are such."""

    @property
    def line(self) -> int:
        """The line, from 0."""

    @property
    def column(self) -> int:
        """The column in code points, from 0."""


@dataclass(slots=True)
class Mark:
    """Where a value stands: line and column from 0, the span of its source, the marks of what is in it."""

    line: int
    column: int
    start: int
    end: int
    children: dict[Step, Mark]
    keys: dict[str, Start]


@dataclass(frozen=True, slots=True)
class Document:
    """The data of a file with the place of each value; `first_line` is how many lines of the file stand before it.

    `lost` is how many items of the file YAML could not read.
    """

    path: str
    data: Data
    mark: Mark
    first_line: int = 0
    lost: int = 0

    def at(self, *steps: Step) -> Location:
        """Where the value at a path stands, or the nearest value around it that the file has."""
        mark = self.mark
        for step in steps:
            if step not in mark.children:
                break
            mark = mark.children[step]
        return self._location(mark)

    def key_at(self, *steps: Step) -> Location:
        """Where the key of the value at a path stands, or the nearest value around it that the file has."""
        mark = self.mark
        for step in steps[:-1]:
            if step not in mark.children:
                return self._location(mark)
            mark = mark.children[step]
        return self._location(mark.keys.get(str(steps[-1]), mark))

    def within(self, *steps: Step) -> Document:
        """The part of the document that stands at a path, or the nearest around it, as a document of its own."""
        data, mark = self.data, self.mark
        for step in steps:
            if step not in mark.children:
                break
            data, mark = data[step], mark.children[step]
        return Document(self.path, data, mark, self.first_line)

    def places(self) -> dict[str, Location]:
        """Where each value of the outermost mapping stands, by its key."""
        return {str(key): self._location(mark) for key, mark in self.mark.children.items()}

    def _location(self, start: Start) -> Location:
        return Location(self.path, start.line + 1 + self.first_line, start.column + 1)
