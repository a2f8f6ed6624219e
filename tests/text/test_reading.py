from __future__ import annotations

import pytest

from quizgen.text import reading

# Flesch and Kincaid by hand: 0.39 words a sentence + 11.8 syllables a word - 15.59.
PLAIN = "The cat sat on the mat. It was fat."  # 9 words, 2 sentences, 9 syllables
LONGER = "Every winter the council repairs the ferry pier."  # 8 words, 14 syllables


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        (PLAIN, 0.39 * 4.5 + 11.8 * 1 - 15.59),
        (LONGER, 0.39 * 8 + 11.8 * 14 / 8 - 15.59),
        ("", 0.0),
    ],
)
def test_the_formula(text: str, grade: float) -> None:
    assert reading.grade(text, "en") == pytest.approx(grade)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("rate", 1),
        ("rated", 2),
        ("saved", 1),
        ("wanted", 2),
        ("table", 2),
        ("raises", 2),
        ("the", 1),
        ("island’s", 2),
        ("policy", 3),
        ("hmm", 1),
    ],
)
def test_syllables_of_english(word: str, syllables: int) -> None:
    assert reading.grade(word, "en") == pytest.approx(0.39 + 11.8 * syllables - 15.59)


@pytest.mark.parametrize(("word", "syllables"), [("isla", 2), ("país", 2), ("ciudad", 2), ("leer", 2), ("que", 1)])
def test_syllables_of_spanish(word: str, syllables: int) -> None:
    assert reading.grade(word, "es") == pytest.approx((100 - (206.84 - 60 * syllables - 1.02)) / 5)
