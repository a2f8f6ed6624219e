from __future__ import annotations

import pytest

from quizgen.text.likeness import alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("For how many weeks did the island wait for a loan?", "How many weeks was the island waiting for a loan?"),
        ("Who labelled the fund a loan?", "Who labeled the fund a loan?"),
        (
            "What share of its harbor fees does the island save?",
            "What share of its yearly harbor fees does the island save?",
        ),
        (
            "Which lenders had the people of the island to wait for, once a storm took the school and pier?",
            "Which lenders had the people of the island to wait for, once a big storm took the school and old pier?",
        ),
        ("Who proposed the storm fund of Isla Clara?", "who proposed the Storm Fund of ISLA CLARA"),
        ("What did the council of 1999 agree to?", "To what did the council agree in 1999?"),
    ],
)
def test_order_small_words_spelling_and_an_addition_leave_texts_alike(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is the capital of the state of Oregon?", "What is the capital of the state of Nevada?"),
        (
            "In what year did the island first wait for a loan, 1999?",
            "In what year did the island first wait for a loan, 1998?",
        ),
        ("Which lenders deal with the people of Niger?", "Which lenders deal with the people of Nigeria?"),
        ("The storm fund of the island pays for roofs.", "The storm fund of the island pays for roads."),
        ("Who proposed it?", "Who insured it?"),
        ("What does the fund pay for?", "Why does Ibarra prefer saving to borrowing?"),
    ],
)
def test_one_word_for_another_asks_for_something_else(one: str, other: str) -> None:
    assert not alike(one, other)
    assert not alike(other, one)


def test_small_words_are_those_of_the_language() -> None:
    one, other = "¿Por qué esperó la isla un préstamo?", "¿Esperó la isla un préstamo, y cuándo?"
    assert not alike(one, other, "en")
    assert alike(one, "¿Por cuál préstamo esperó la isla?", "es")
