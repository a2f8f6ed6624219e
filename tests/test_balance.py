from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb, prod

import pytest

from quizgen.balance import at_least, lopsided, missing, said


@pytest.mark.parametrize(("count", "events", "chance"), [(0, 5, 0.25), (5, 5, 0.25), (7, 10, 0.25), (9, 10, 0.5)])
def test_events_of_one_chance_are_the_binomial_test(count: int, events: int, chance: float) -> None:
    exact = sum(comb(events, k) * chance**k * (1 - chance) ** (events - k) for k in range(count, events + 1))
    assert at_least(count, [chance] * events) == pytest.approx(exact)


def test_events_of_several_chances_are_counted_out() -> None:
    chances = [Fraction(1, 2), Fraction(1, 3), Fraction(1, 4), Fraction(1, 5)]
    exact = sum(
        prod(c if came else 1 - c for c, came in zip(chances, outcome, strict=True))
        for outcome in product([0, 1], repeat=4)
        if sum(outcome) >= 2
    )
    assert at_least(2, [float(chance) for chance in chances]) == pytest.approx(float(exact))


def test_many_events_agree_with_the_exact_sum() -> None:
    exact = sum(comb(300, k) * 0.25**k * 0.75 ** (300 - k) for k in range(90, 301))
    assert at_least(90, [0.25] * 300) == pytest.approx(exact, abs=0.002)


def test_what_is_certain_and_what_cannot_be() -> None:
    assert at_least(0, []) == 1
    assert at_least(1, []) == 0
    assert at_least(4, [0.5] * 3) == 0


@pytest.mark.parametrize(
    ("counts", "uneven"),
    [
        ({"a": 19, "b": 0}, False),  # too few to say
        ({"a": 17, "b": 3}, True),
        ({"a": 16, "b": 4}, False),
        ({"a": 10, "b": 9, "c": 1}, True),
        ({"a": 10, "b": 8, "c": 2}, False),
        ({"a": 12, "b": 8, "c": 0}, True),
    ],
)
def test_less_than_a_tenth_and_more_than_four_fifths_are_lopsided(counts: dict[str, int], uneven: bool) -> None:
    assert lopsided(counts) is uneven


def test_counts_are_said_in_their_order() -> None:
    assert said({"fact": 18, "argument": 0}) == "fact 18, argument 0"


@pytest.mark.parametrize(
    ("counts", "more"),
    [
        ({"a": 20, "b": 20}, {}),
        ({"a": 17, "b": 3}, {"b": 2}),
        ({"a": 28, "b": 1, "c": 6}, {"b": 3}),
        ({"a": 30, "b": 0, "c": 2}, {"b": 4, "c": 2}),
    ],
)
def test_what_is_missing_makes_an_even_bank(counts: dict[str, int], more: dict[str, int]) -> None:
    assert missing(counts) == more
    assert not lopsided({name: count + more.get(name, 0) for name, count in counts.items()})
