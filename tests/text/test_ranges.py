from __future__ import annotations

from decimal import Decimal

import pytest

from quizgen.text.ranges import Range, range_of


@pytest.mark.parametrize(
    ("text", "low", "high", "of"),
    [
        ("10 to 20 percent", 10, 20, "percent"),
        ("Between 1,000 and 2,500 people", 1000, 2500, "people"),
        ("10–20%", 10, 20, "%"),
        ("$1 million to $2 million", 1_000_000, 2_000_000, "$"),
        ("10 to 20 million", 10_000_000, 20_000_000, ""),
        ("2.5 percent.", Decimal("2.5"), Decimal("2.5"), "percent"),
        ("More than 5 years", 5, None, "years"),
        ("No more than 5 years", None, 5, "years"),
        ("No less than 5 years", 5, None, "years"),
        ("5 years or fewer", None, 5, "years"),
        ("30+", 30, None, ""),
        ("Más de 3 semanas", 3, None, "semanas"),
    ],
)
def test_figures_and_ranges(text: str, low: object, high: object, of: str) -> None:
    found = range_of(text)
    assert found is not None
    assert (found.low, found.high, found.of) == (low, high, of)


@pytest.mark.parametrize(
    "text", ["a few weeks", "June 22 and 23, 2023", "20 to 10 percent", "5 weeks to 3 months", "3 of 4"]
)
def test_texts_that_are_no_range(text: str) -> None:
    assert range_of(text) is None


def test_ends_that_are_left_out_do_not_meet() -> None:
    five, from_five, above_five = (range_of(text) for text in ("5", "5 or more", "more than 5"))
    assert five is not None
    assert from_five is not None
    assert above_five is not None
    assert five.meets(from_five)
    assert not five.meets(above_five)
    assert from_five.meets(above_five)
    assert five.is_point
    assert not above_five.is_point


def test_ranges_without_an_end_meet() -> None:
    below, above = Range(None, Decimal(9), ""), Range(Decimal(3), None, "")
    assert below.meets(above)
    assert above.meets(below)
    assert not Range(None, Decimal(3), "").meets(Range(Decimal(4), None, ""))
