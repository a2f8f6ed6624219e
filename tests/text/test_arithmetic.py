from __future__ import annotations

import re
from fractions import Fraction

import pytest

from quizgen.text.arithmetic import LONGEST, operands, parse, result
from quizgen.text.quantities import quantities


def worth(text: str) -> Fraction:
    return result(parse(text), lambda operand: quantities(operand.text)[0].low)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.25% * 4 billion", 50_000_000),
        ("40% of 3,100", 1240),
        ("2007 - 1999", 8),
        ("2007–1999", 8),
        ("2 + 3 * 4", 14),
        ("(2 + 3) × 4", 20),
        ("10 - 4 - 3", 3),
        ("12 / 4 / 3", 1),
        ("$100 billion ÷ $1 trillion", Fraction(1, 10)),
        ("((5))", 5),
        ("three weeks + 4 weeks", 7),
        ("a two-week wait + 1 week", 3),
    ],
)
def test_what_a_sum_comes_to(text: str, expected: Fraction) -> None:
    assert worth(text) == expected


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("5 *", "ends where"),
        ("* 5", "`*` where"),
        ("5 * * 4", "`*` where"),
        ("(5 + 4", "without its `)`"),
        ("5 + 4)", "without its `(`"),
        ("()", "`)` where"),
        ("5 (4)", "no sign before"),
        ("", "ends where"),
    ],
)
def test_what_is_no_sum(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=re.escape(complaint)):
        parse(text)


def test_the_longest_sum_can_be_read() -> None:
    half = (LONGEST - 1) // 2
    assert worth("(" * half + "5" + ")" * half) == 5


def test_the_figures_of_a_sum_in_order() -> None:
    assert [operand.text for operand in operands(parse("(1.25% + 3) * 4 billion dollars"))] == [
        "1.25%",
        "3",
        "4 billion dollars",
    ]
