"""Texts that are a figure or a range of them: `10 to 20 percent`, `more than 5 years`, `3 or fewer`, `$4 million`."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal

from quizgen.text import folding

_MAGNITUDES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mil millones": 9, "millones": 6, "mil": 3}
_NUMBER = re.compile(rf"(\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?: ?({'|'.join(_MAGNITUDES)})\b)?")

# Words around the figure, `#`, that make a range of it: to which side it is open, and whether the figure is in it.
_SIDES = (
    (re.compile(r"(?:at least|no (?:less|fewer) than|al menos|por lo menos|no menos de|>=|≥) ?"), "up", True),
    (re.compile(r"(?:at most|up to|no more than|como maximo|hasta|no mas de|<=|≤) ?"), "down", True),
    (re.compile(r"(?:more than|over|above|mas de|>) ?"), "up", False),
    (re.compile(r"(?:less than|fewer than|under|below|menos de|<) ?"), "down", False),
    (re.compile(r" ?(?:(?:or|and|o|y) (?:more|over|above|up|mas)\b|\+)"), "up", True),
    (re.compile(r" (?:or|o) (?:less|fewer|under|below|menos)\b"), "down", True),
)
_BETWEEN = re.compile(
    r"(?:between |from |entre |de |desde )?([$€£]?)# ?(%|[^\W\d_][\w ]*?)? ?(?:-|to|and|through|y|a|hasta) ?"
    r"\1# ?(%|[^\W\d_][\w ]*)?"
)


@dataclass(frozen=True, slots=True)
class Range:
    """The figures from `low` to `high` (None: no end) of a unit; `strict` leaves out the figure at its one end."""

    low: Decimal | None
    high: Decimal | None
    of: str
    strict: bool = False

    @property
    def is_point(self) -> bool:
        """Whether it is one figure."""
        return self.low == self.high

    def meets(self, other: Range) -> bool:
        """Whether some figure is in both."""
        return self._begins_within(other) and other._begins_within(self)

    def _begins_within(self, other: Range) -> bool:
        if self.low is None or other.high is None:
            return True
        return self.low < other.high or (self.low == other.high and not self.strict and not other.strict)


@functools.lru_cache(maxsize=4096)
def range_of(text: str) -> Range | None:
    """The range that a text with one figure is, or with two that are its ends; None where it is anything else."""
    folded = folding.letters(text).rstrip(". ")
    numbers = list(_NUMBER.finditer(folded))
    frame = _NUMBER.sub("#", folded)
    if len(numbers) == 1:
        return _one_sided(frame, _value(numbers[0], numbers[0]))
    if len(numbers) == 2:  # “10 to 20 million” begins at 10 million
        return _between(
            frame, _value(numbers[0], numbers[0] if numbers[0][2] else numbers[1]), _value(numbers[1], numbers[1])
        )
    return None


def _value(number: re.Match[str], magnitude: re.Match[str]) -> Decimal:
    return Decimal(number[1].replace(",", "")).scaleb(_MAGNITUDES.get(magnitude[2], 0))


def _between(frame: str, low: Decimal, high: Decimal) -> Range | None:
    match = _BETWEEN.fullmatch(frame)
    if match is None or low >= high or match[2] not in (None, match[3]):
        return None
    return Range(low, high, f"{match[1]}{match[3] or ''}".strip())


def _one_sided(frame: str, value: Decimal) -> Range:
    for pattern, side, inclusive in _SIDES:
        if pattern.search(frame):
            of = _of(pattern.sub("", frame, count=1))
            low, high = (value, None) if side == "up" else (None, value)
            return Range(low, high, of, strict=not inclusive)
    return Range(value, value, _of(frame))


def _of(frame: str) -> str:
    return " ".join(frame.replace("#", " ").split())
