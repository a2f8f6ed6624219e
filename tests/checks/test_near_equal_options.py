from __future__ import annotations

import pytest

from tests.checks.choosing import choice, messages


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The loan after a storm", "A loan after the storm"),
        ("Loan for the storms of winter", "Loans for a storm of winter"),
        ("Fees and new taxes", "New taxes and fees"),
    ],
)
def test_articles_plurals_and_the_order_of_two_make_no_difference(first: str, second: str) -> None:
    assert messages("near-equal-options", choice("A fund", first, second)) == [
        f"“{second}” is nearly the same as “{first}”: keep one, or make the difference plain"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A loan before a storm", "A loan after a storm"),
        ("A loan of 5 million dollars", "A loan of 6 million dollars"),
        ("A loan that is repaid", "A loan that is not repaid"),
        ("Cousin", "Cousins"),
        ("First the pier, then the road, then the school", "First the road, then the pier, then the school"),
        ("Honduras sued Guatemala in court", "Guatemala sued Honduras in court"),
        ("The pier, the road and the school", "The school, the pier and the road"),
    ],
)
def test_words_and_orders_that_make_a_difference(first: str, second: str) -> None:
    assert not messages("near-equal-options", choice("A fund", first, second))


def test_equal_options_are_left_to_their_own_rule() -> None:
    assert not messages("near-equal-options", choice("A fund", "A loan after storms", "a loan, after storms"))


def test_spanish_articles() -> None:
    fields = choice("Un fondo", "El préstamo tras la tormenta", "Los préstamos tras una tormenta")
    assert messages("near-equal-options", fields, "es")
