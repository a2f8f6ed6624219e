"""The sum that a numeric answer comes from: its figures, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from quizgen.model import Number, Question
from quizgen.text import arithmetic
from quizgen.text.amounts import Quantity
from quizgen.text.quantities import quantities

_WHOLES = frozenset({(Fraction(1), "n"), (Fraction(100), "n"), (Fraction(1000), "n"), (Fraction(1), "share")})
"""What a sum may hold besides figures of the source: the whole that a share is taken of."""


def operands(derived: str, language: str) -> Iterator[tuple[str, Quantity | None]]:
    """The figures of a sum as they are written, and each as a value; None where it is not one figure."""
    for operand in arithmetic.operands(arithmetic.parse(derived)):
        found = quantities(operand.text, language)
        single = len(found) == 1 and found[0].low == found[0].high
        yield operand.text, found[0] if single else None


def is_whole(figure: Quantity) -> bool:
    """Whether a figure of a sum is only the whole that shares are taken of."""
    return (figure.low, figure.unit) in _WHOLES


def begins_decade(figure: Quantity, told: Iterable[Quantity]) -> bool:
    """Whether a year stands for a decade: a sum may reckon from the 1870s to the 1980s by their first years."""
    return figure.unit == "year" and any(one.unit == "decade" and one.low == figure.low for one in told)


def fault(question: Question, answer: Number, derived: str, language: str) -> str | None:
    """What is wrong with what the sum comes to, if anything is."""
    values = {text: figure for text, figure in operands(derived, language) if figure is not None}
    try:
        result = arithmetic.result(arithmetic.parse(derived), lambda operand: values[operand.text].low)
    except ZeroDivisionError:
        return "the sum divides by zero"
    size = _size_of_unit(question, answer, language)
    sizes = {size, Fraction(1)} if _is_plain(size, [*values.values()]) else {size}
    value, tolerance = Fraction(answer.value), Fraction(answer.tolerance)
    if any(abs(result / one - value) <= tolerance for one in sizes):
        return None
    closest = min(sizes, key=lambda one: abs(result / one - value))
    shown = f"{_decimal(result / closest)} {answer.unit}" if answer.unit else _decimal(result / closest)
    return f"the sum comes to {shown}, not {answer.shown}: mend the sum, or the answer"


def _is_plain(size: Fraction, figures: list[Quantity]) -> bool:
    """Whether what a sum comes to may stand in the answer's unit as it is: `100 - 38`, in percent.

    It may in percent, and where no figure of the sum says a unit or a magnitude itself.
    """
    return size == Fraction(1, 100) or all(figure.unit == "n" and figure.low < 1000 for figure in figures)


def _size_of_unit(question: Question, answer: Number, language: str) -> Fraction:
    """What one of the answer's unit is: a million dollars, a hundredth."""
    found = quantities(question.claims[0].text, language)
    return found[0].low / Fraction(answer.value) if len(found) == 1 and answer.value else Fraction(1)


def _decimal(value: Fraction) -> str:
    return f"{float(value):,.6g}"
