"""What is remembered by whoever does nearly the same again and again, such as building a course that is written on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Memory(Generic[Key, Value]):
    """Values by what they follow from. One that nobody has asked for in a whole turn is forgotten with it."""

    def __init__(self) -> None:
        self._before: dict[Key, Value] = {}
        self._now: dict[Key, Value] = {}

    def of(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value that follows from this, made where it is not known."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        return self._now[key]

    def next_turn(self) -> None:
        """Begin another turn: what the one that ends has asked for is remembered."""
        self._before, self._now = self._now, {}
