"""Figures compared by value, unit and hedge: which of a text stand in others. Options that are figures, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from quizgen.text.amounts import Quantity
from quizgen.text.hedges import go_together
from quizgen.text.quantities import quantities
from quizgen.text.rounding import lies_within, rounds

_SIZES = {unit: sizes for sizes in ({"years": 12, "months": 1}, {"weeks": 7, "days": 1}) for unit in sizes}
_CLOSE = Fraction(1, 200)


def same(wanted: Quantity, found: Quantity) -> bool:
    """Whether what is found says what is wanted: value, unit and hedge.

    A hedge goes with none and with any that does not exclude it; hedged, a figure may be rounder. A year carries the
    decade and the century it falls in, a day its month, a range its two ends; a bare figure goes with any unit. A month
    that stands with its year is not that of another year.
    """
    if wanted.text == found.text and wanted.unit == found.unit and wanted.of_year == found.of_year:
        return True  # the usual case, and numbers take much longer to compare
    return same_value(wanted, found) and go_together(wanted.hedge, found.hedge)


def same_value(wanted: Quantity, found: Quantity) -> bool:
    """Whether what is found has the value and the unit of what is wanted, however both are hedged."""
    if wanted.of_year and found.of_year and wanted.of_year != found.of_year:
        return False
    if wanted.unit == found.unit:
        return _same_in_this_unit(wanted, found) or (bool(wanted.hedge) and rounds(wanted, found))
    return _holds_date(wanted, found) or _same_in_another_unit(wanted, found)


def _same_in_this_unit(wanted: Quantity, found: Quantity) -> bool:
    if wanted.hedge == "vague":
        return wanted.low <= found.low and found.high <= wanted.high
    if _are_parts(wanted, found):
        return _begins(wanted) <= _begins(found) and _ends(found) <= _ends(wanted)
    if wanted.low is not wanted.high and wanted.low != wanted.high:
        return (wanted.low, wanted.high) == (found.low, found.high)
    if wanted.low == found.low or (found.low is not found.high and wanted.low == found.high):
        return True
    if wanted.unit == "share" and _endless(wanted.low) != _endless(found.low):  # 33 percent is one-third
        return abs(wanted.low - found.low) < _CLOSE
    return False


_PARTS = {"half": 2, "quarter": 4}


def _are_parts(wanted: Quantity, found: Quantity) -> bool:
    """Whether both are parts of a year, or of what else comes in halves and quarters: `the second half`."""
    return wanted.unit == found.unit == "ordinal" and wanted.counts in _PARTS and found.counts in _PARTS


def _begins(part: Quantity) -> Fraction:
    return (part.low - 1) / _PARTS[part.counts]


def _ends(part: Quantity) -> Fraction:
    return part.high / _PARTS[part.counts]


def _endless(value: Fraction) -> bool:
    """Whether a share cannot be written in percent: one-third."""
    return value.denominator % 3 == 0 or value.denominator % 7 == 0


def _holds_date(wanted: Quantity, found: Quantity) -> bool:
    """Whether a date falls in what is wanted: a day in a month, a year in a decade or century."""
    if wanted.unit == "month" and found.unit == "day":
        return found.low // 100 <= wanted.low <= found.high // 100
    if found.unit not in ("year", "decade") or wanted.unit not in ("decade", "century"):
        return False
    if wanted.unit == "decade":
        return found.unit == "year" and 0 <= found.low - wanted.low < 10
    return wanted.low - 1 == found.low // 100


def _same_in_another_unit(wanted: Quantity, found: Quantity) -> bool:
    """Whether two figures of other units are the same: a bare one, a year like a count, two years like 24 months."""
    if "n" not in (wanted.unit, found.unit):
        sizes = _SIZES.get(wanted.unit)
        return sizes is not None and sizes is _SIZES.get(found.unit) and _size(wanted) == _size(found)
    if "year" in (wanted.unit, found.unit):
        return wanted.low == found.low
    bare = next((one for one in (wanted, found) if one.unit == "n" and not one.counts), None)
    if bare is None:
        return False
    other = found if bare is wanted else wanted
    if other.unit == "share" and (bare.low > 1 or bare.words):
        return bare.low == other.low * 100
    return other.unit not in ("ordinal", "month", "day", "decade", "century") and bare.low in (other.low, other.high)


def _size(figure: Quantity) -> Fraction:
    """A length of time in the smaller unit of its kind."""
    return figure.low * _SIZES[figure.unit][figure.unit]


def is_stretched(wanted: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether a figure is said to be more or less than what all the sources say without a hedge."""
    if wanted.hedge not in ("more", "less", "near"):
        return False
    alike = [one for one in found if same(wanted, one)]
    return bool(alike) and all(not one.hedge and wanted.low == one.low == one.high for one in alike)


_OF_AN_AGE = frozenset({"year", "decade", "century"})


def is_alike(figure: Quantity, other: Quantity) -> bool:
    """Whether two figures may be held against each other: a year and a decade may, a year and a count may not."""
    units = {figure.unit, other.unit}
    if len(units) == 1 or units <= _OF_AN_AGE or units <= {"day", "month"}:
        return True
    if "n" in units and units & _OF_AN_AGE:  # `1,871` for the 1870s, not `two thousands` for the 2000s
        return min(figure.low, other.low) >= _EARLIEST and not (figure.words or other.words)
    return not units & _DATES


_EARLIEST = 1000


def missing(
    text: str, sources: Iterable[str], language: str = "en", source_language: str | None = None
) -> tuple[Quantity, ...]:
    """The figures of a text that stand in none of the sources."""
    found = [figure for source in sources for figure in quantities(source, source_language or language)]
    return tuple(wanted for wanted in quantities(text, language) if not stands_in(wanted, found))


def stands_in(wanted: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether one of the figures found says what is wanted, or two of them its ends; or whether it need not be said.

    Small numbers in words and ordinals often count what the writer lists (`the two grounds`). They are missing only
    where the same thing is counted otherwise: `three countries` against `two countries`.
    """
    return is_said(wanted, found) or (is_counting(wanted) and not counted_otherwise(wanted, found))


def is_said(wanted: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether one of the figures found says what is wanted, or two of them its ends."""
    return any(same(wanted, one) for one in found) or _ends_stand_in(wanted, found)


def counted_otherwise(wanted: Quantity, found: Sequence[Quantity]) -> Quantity | None:
    """The figure, of those found, that counts the same thing and comes to something else."""
    return next((one for one in found if _counts_otherwise(wanted, one)), None)


def _ends_stand_in(wanted: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether a range stands in the sources by its ends: begun in 1980, ended in 1992."""
    if wanted.low is wanted.high or wanted.low == wanted.high or wanted.hedge == "vague":
        return False
    return all(
        any(one.unit == wanted.unit and end in (one.low, one.high) for one in found)
        for end in (wanted.low, wanted.high)
    )


_FEW = 4


def is_counting(quantity: Quantity) -> bool:
    """Whether a figure may well be the writer's own count: up to four in words, or an ordinal in words."""
    if quantity.unit == "ordinal":
        return quantity.words
    return quantity.words and quantity.high <= _FEW and (quantity.unit == "n" or quantity.high == 1)


def _counts_otherwise(wanted: Quantity, found: Quantity) -> bool:
    if _are_parts(wanted, found):
        return not _same_in_this_unit(wanted, found)
    if wanted.unit != found.unit or wanted.high == found.high or (found.high == 1 and found.unit != "ordinal"):
        return False
    if wanted.unit in ("n", "ordinal"):
        return bool(wanted.counts) and wanted.counts == found.counts
    return True


_FAR = 12
"""As many times as large may a count be that is named for one of something else: ten times is a slip of the pen."""


def nearest(quantity: Quantity, found: Iterable[Quantity]) -> Quantity | None:
    """The figure, of those found, that was most likely meant: of the same unit, then of the nearest size."""
    found = tuple(found)
    if quantity.unit == "n":
        in_percent = next((one for one in found if one.unit == "share" and one.low * 100 == quantity.low), None)
        if in_percent is not None:
            return in_percent
    alike = [figure for figure in found if figure.unit == quantity.unit and figure.hedge != "vague"]
    best = min(alike, key=lambda figure: distance(figure, quantity), default=None)
    return None if best is None or distance(best, quantity) > (True, Fraction(_FAR)) else best


def distance(figure: Quantity, quantity: Quantity) -> tuple[bool, Fraction]:
    """How far two figures are apart: whether they count other things, then how many times one is the other."""
    larger, smaller = max(figure.low, quantity.low), min(figure.low, quantity.low)
    other = figure.unit == "n" and figure.counts != quantity.counts
    return other, larger / smaller if smaller > 0 else larger - smaller


def is_step(wanted: Quantity, steps: Sequence[Quantity], operands: Sequence[Quantity]) -> bool:
    """Whether a figure is a step of a sum: a part of what the sum is done with, or a share of it."""
    if follows_from(wanted, [*operands, *steps]):
        return True
    return any(
        share.unit == "share" and wanted.low == share.low * whole.low
        for share in (*operands, *steps)
        for whole in operands
    )


def follows_from(wanted: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether a figure comes of one or two of those found: a sum, a difference, a ratio, the rest of a whole."""
    if wanted.low != wanted.high or wanted.hedge == "vague":
        return False
    if wanted.unit == "share" and any(one.unit == "share" and wanted.low == 1 - one.low for one in found):
        return True
    pairs = ((one, other) for one in found for other in found if one is not other and one.unit == other.unit)
    return any(_comes_of(wanted, one.low, other.low, one.unit) for one, other in pairs)


def _comes_of(wanted: Quantity, one: Fraction, other: Fraction, unit: str) -> bool:
    if wanted.unit in ("share", "times") and unit not in _DATES and other and lies_within(one / other, wanted):
        return True
    if wanted.unit == "years" and unit == "year":
        return one - other == wanted.low
    return wanted.unit == unit and unit not in _DATES and wanted.low in (one + other, one - other)


_DATES = frozenset({"year", "month", "day", "decade", "century", "ordinal"})


def ascending(texts: Sequence[str], language: str = "en") -> tuple[int, ...] | None:
    """The indexes of the texts from the smallest figure to the largest; None if they are not all figures of one kind.

    `$45 billion` and `$1 trillion` are of one kind; `3 percent` and `3 years`, or a date with two numbers, are not.
    Figures that are equal stand in the order of their letters, wherever they stood.
    """
    kinds, values = set(), []
    for text in texts:
        figure = _only(text, language)
        if figure is None:
            return None
        around = f"{text[: figure.start].strip()}|{text[figure.end :].strip()}".casefold()
        kinds.add((figure.unit, figure.hedge, around))
        values.append((figure.low, figure.high))
    if len(kinds) != 1:
        return None
    return tuple(sorted(range(len(texts)), key=lambda index: (values[index], texts[index])))


def _only(text: str, language: str) -> Quantity | None:
    """The figure of a text that holds one and is no identifier."""
    found = quantities(text, language)
    return found[0] if len(found) == 1 else None
