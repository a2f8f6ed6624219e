from __future__ import annotations

import pytest

from quizgen.text import asking


def test_the_place_of_a_negative_is_that_in_the_whole_stem() -> None:
    stem = "Which is not so? It is old. Which of these is not so?"
    span = asking.unmarked_negative(stem, "en")
    assert span is not None
    assert stem[: span[0]] == "Which is not so? It is old. Which of these is "
    assert stem[slice(*span)] == "not"


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [("It never ends", "en", "never"), ("It knots", "en", None), ("Nunca acaba", "es", "Nunca"), ("Nota", "es", None)],
)
def test_negations_are_whole_words(text: str, language: str, word: str | None) -> None:
    assert asking.negation(text, language) == word
