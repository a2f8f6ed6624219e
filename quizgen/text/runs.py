"""What the runs of a text between its spaces hold, looked up rather than read anew: nearly every run comes again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

Found = TypeVar("Found")

_MOST = 200_000
"""So many runs are remembered, which is more than a course of 10,000 items has."""


class Runs(dict[str, Found], Generic[Found]):
    """What a function finds in each run that was asked for, found once."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, run: str) -> Found:
        if len(self) >= _MOST:
            self.clear()
        found = self[run] = self._find(run)
        return found

    def of(self, text: str) -> Iterator[Found]:
        """What is in each run of a text, in order."""
        return map(self.__getitem__, text.split())
