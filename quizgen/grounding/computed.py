"""The sum that a numeric answer comes from: its figures, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from quizgen import wording
from quizgen.model import Number, Question
from quizgen.text import arithmetic, figures
from quizgen.text.amounts import Quantity
from quizgen.text.figure_words import CURRENCIES
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
    unit = f" {answer.unit}" if answer.unit else ""
    shown, typed = f"{_decimal(result / closest)}{unit}", f"{wording.figure(answer.value, wording.EN)}{unit}"
    return f"the sum comes to {shown}, not {typed}: mend the sum, or the answer"


def _is_plain(size: Fraction, values: list[Quantity]) -> bool:
    """Whether what a sum comes to may stand in the answer's unit as it is: `100 - 38`, in percent.

    It may in percent, unless a share is taken of other things: `60 percent * 1 million` are people. Else it may where
    no figure of the sum says a unit or a magnitude itself.
    """
    others = [figure for figure in values if figure.unit != "share" and not is_whole(figure)]
    if size == Fraction(1, 100) and (not others or all(figure.unit != "share" for figure in values)):
        return True
    return all(figure.unit == "n" and figure.low < 1000 for figure in values)


def fault_of_unit(question: Question, derived: str, told: Sequence[Quantity], language: str) -> str | None:
    """What is wrong with the unit of an answer where the sum comes to money, or the answer is in money.

    A figure of the sum may be written without its currency, which the figures that are `told` then say.
    """
    text = question.claims[0].text
    found = quantities(text, language)
    if len(found) != 1:
        return None
    currencies = {
        operand: _currency(figure, told) for operand, figure in operands(derived, language) if figure is not None
    }
    comes_to = arithmetic.money(arithmetic.parse(derived), lambda operand: currencies[operand.text])
    own = found[0].unit if is_money(found[0]) else ""
    if own == comes_to or (not own and found[0].unit == "n" and not found[0].counts):
        return None
    return f"the sum comes to {CURRENCIES.get(comes_to, comes_to) or 'no money'}, not to “{text}”: mend the unit"


def _currency(figure: Quantity, told: Sequence[Quantity]) -> str:
    """The currency of a figure, or of one that is told and has its value; empty for what is no money."""
    alike = (one for one in (figure, *told) if is_money(one) and figures.same(figure, one))
    return next((one.unit for one in alike), "")


def is_money(figure: Quantity) -> bool:
    """Whether a figure is an amount of money: `$`, `€`, `bds$`, `pesos`."""
    return figure.unit in CURRENCIES or figure.unit.endswith(("$", "€", "£"))


def _size_of_unit(question: Question, answer: Number, language: str) -> Fraction:
    """What one of the answer's unit is: a million dollars, a hundredth."""
    found = quantities(question.claims[0].text, language)
    return found[0].low / Fraction(answer.value) if len(found) == 1 and answer.value else Fraction(1)


def _decimal(value: Fraction) -> str:
    return f"{value.numerator:,}" if value.denominator == 1 else f"{float(value):,.6g}"
