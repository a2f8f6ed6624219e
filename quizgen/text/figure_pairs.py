"""Two figures of a text that are one: the ends of a range, a part and its whole.

Texts are in small letters, with one form for each hyphen, space and apostrophe (see `quantities`).
"""

from __future__ import annotations

import re
from fractions import Fraction

from quizgen.text.amounts import Quantity

_OF_DATES = ("year", "month", "day", "decade", "century")
_TO = {"en": re.compile(r" ?- ?| to | through | or | and "), "es": re.compile(r" ?- ?| a | o | y ")}
_BETWEEN = re.compile(r"(?:\bbetween|\bentre) $")
_OF = {"en": re.compile(r" (?:in|out of|per)(?: every)? "), "es": re.compile(r" (?:de|por) cada ")}


def joined(read: list[Quantity], plain: str, language: str) -> list[Quantity]:
    """The figures with those made one that are the ends of a range, or parts and whole (`three in five`)."""
    found: list[Quantity] = []
    for figure in read:
        together = _together(found[-1], figure, plain, language) if found else None
        if together:
            found[-1] = together
        else:
            found.append(figure)
    return found


def _together(first: Quantity, second: Quantity, plain: str, language: str) -> Quantity | None:
    """The one figure that two neighbours are, if they are one."""
    between = plain[first.end : second.start]
    if _TO[language].fullmatch(between):
        joint = between.strip()
        if joint in ("and", "y") and not _BETWEEN.search(plain, 0, first.start):
            return None
        return _range(first, second)
    if _OF[language].fullmatch(between):
        return _part_of(first, second, every=between.strip() != "in")
    return None


def _range(first: Quantity, second: Quantity) -> Quantity | None:
    """From the first to the second, which may say the unit and the magnitude for both: `3 to 5 million`."""
    if first.unit == second.unit == "year" or (first.unit == second.unit and first.unit in ("month", "day", "decade")):
        low, high, unit = first.low, second.high, first.unit
    elif first.unit == "year" and second.unit == "n" and second.low < 100:  # 2019-20
        low, high, unit = first.low, first.low - first.low % 100 + second.low, "year"
    elif first.unit in ("n", second.unit) or second.unit == "n":
        if first.unit in (*_OF_DATES, "ordinal") or second.unit in (*_OF_DATES, "ordinal") or first.counts:
            return None
        unit = second.unit if first.unit == "n" else first.unit
        low, high = first.low, second.high
        if first.unit == "n" and unit == "share":
            low /= 100
        low *= _scale_for(low, high)
    else:
        return None
    if low >= high:
        return None
    words = first.words and second.words
    return Quantity(low, high, unit, "", first.start, second.end, "", second.counts, words, second.of_year)


def _scale_for(low: Fraction, high: Fraction) -> int:
    """The magnitude that the lower end of a range takes from the upper: `3 to 5 million`, not `500 to 2,000`."""
    for scale in (10**12, 10**9, 10**6, 10**3):
        if high % scale == 0 and low < 1000 and low < high / scale:
            return scale
    return 1


def _part_of(first: Quantity, second: Quantity, *, every: bool) -> Quantity | None:
    """`Three in five` and `three out of five`, not `three in 2013`."""
    bare = first.unit == second.unit == "n" and first.counts in ("", "de")
    round_whole = second.low in (*range(2, 11), 20, 100, 1000, 10_000, 100_000)
    if not bare or not 0 < first.low < second.low or not (every or (round_whole and second.low == second.high)):
        return None
    return Quantity(first.low / second.low, first.high / second.low, "share", "", first.start, second.end, "")
