"""Fingerprints of values: the same for what says the same, wherever it stands in its files.

A build knows by them what it need not make again. They leave out places (`Location`), which move with every line that
is put in above, and whatever a model does not compare. Two values of one fingerprint are equal to every exporter.
"""

from __future__ import annotations

import dataclasses
import enum
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from quizgen.findings import Location
from quizgen.memory import Memory
from quizgen.model import Brief, Placed, Question, Quiz

_LARGE = (Quiz, Question, Brief)
"""What many values share: told once and then by its digest."""


class Fingerprints:
    """Fingerprints of values that share parts; a part is told once, for as long as turns come back to it."""

    def __init__(self) -> None:
        self._told = Memory[int, tuple[object, str]]()  # with the object, so that its id stays its own
        self._compared: dict[type, tuple[str, ...]] = {}

    def of(self, *values: object) -> str:
        """The fingerprint of these values, in this order."""
        return _digest(self._say(value) for value in values)

    def next_turn(self) -> None:
        """Begin another turn, as a `Memory` does."""
        self._told.next_turn()

    def _say(self, value: Any) -> str:
        kind = type(value)
        if kind is str:
            return repr(value)
        if kind is Location:
            return ""
        if kind is tuple or kind is list:
            return f"({','.join(map(self._say, value))})"
        if kind is Placed:  # the item as its quiz has it, and how its options lie here
            return f"Placed({value.number} {value.question.id} {value.question.points} {value.order})"
        if kind in _LARGE:
            return self._once(value)
        return self._say_rarer(value)

    def _say_rarer(self, value: Any) -> str:
        if dataclasses.is_dataclass(value):
            return self._fields(value)
        if isinstance(value, Mapping):
            return f"{{{','.join(f'{self._say(key)}:{self._say(value[key])}' for key in value)}}}"
        if isinstance(value, (set, frozenset)):
            return f"{{{','.join(sorted(map(self._say, value)))}}}"
        return value.name if isinstance(value, enum.Enum) else repr(value)

    def _once(self, value: object) -> str:
        return self._told.of(id(value), lambda: (value, _digest((self._fields(value),))))[1]

    def _fields(self, value: Any) -> str:
        kind = type(value)
        if kind not in self._compared:
            self._compared[kind] = tuple(field.name for field in dataclasses.fields(value) if field.compare)
        return f"{kind.__name__}({','.join(self._say(getattr(value, name)) for name in self._compared[kind])})"


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
