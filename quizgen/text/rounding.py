"""Whether a hedged round figure stands for an exact one: `nearly a quarter` for 23 percent, `about 200` for 196."""

from __future__ import annotations

from fractions import Fraction

from quizgen.text.amounts import Quantity

_WITHIN = {
    "about": (Fraction(19, 20), Fraction(21, 20)),
    "near": (Fraction(9, 10), Fraction(1)),
    "less": (Fraction(9, 10), Fraction(1)),
    "more": (Fraction(1), Fraction(11, 10)),
}
_WITHIN_OF_WORDS = _WITHIN | {"less": (Fraction(4, 5), Fraction(1)), "more": (Fraction(1), Fraction(6, 5))}
"""From what to what part of a round figure the exact one may lie, by the round one's hedge; words are rounder."""

_ROUNDED = frozenset({"year", "month", "day", "decade", "century", "ordinal", "times"})
"""What nobody rounds."""

_LARGEST_PARTS = 5


def rounds(round_one: Quantity, exact: Quantity) -> bool:
    """Whether the first is a rounder figure than the second, and its hedge says how it lies to it."""
    if round_one.hedge not in _WITHIN or round_one.unit != exact.unit or round_one.unit in _ROUNDED:
        return False
    if exact.hedge not in ("", "about"):  # what is less than 40 is less than 50, but nobody says so
        return False
    if not round_one.low == round_one.high > 0 or exact.low != exact.high:
        return False
    return lies_within(exact.low, round_one) and _roughness(round_one) < _roughness(exact)


def lies_within(value: Fraction, hedged: Quantity) -> bool:
    """Whether a value lies to a hedged figure as its hedge says, and near it."""
    limits = _WITHIN_OF_WORDS if hedged.words else _WITHIN
    least, most = limits.get(hedged.hedge, (Fraction(1), Fraction(1)))
    return least * hedged.low <= value <= most * hedged.low and (value == hedged.low) == (not hedged.hedge)


def _roughness(figure: Quantity) -> int:
    """How exact a figure is: two for each digit, but one for a last five behind others; a plain part of it has none.

    A dozen is as round as ten, a quarter as round as a half.
    """
    value = figure.low
    if figure.words and (value == 12 or (figure.unit == "share" and value.denominator <= _LARGEST_PARTS)):
        return 0
    value = value * 10**6
    if value.denominator != 1:
        return 99
    digits = str(value.numerator).rstrip("0")
    return 2 * len(digits) - (len(digits) > 1 and digits.endswith("5"))
