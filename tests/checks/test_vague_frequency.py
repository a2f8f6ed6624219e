from __future__ import annotations

import pytest

from tests.checks.choosing import choice, messages


@pytest.mark.parametrize("text", ["Often", "very rarely", "From time to time.", "Some of the time"])
def test_words_for_how_often(text: str) -> None:
    assert messages("vague-frequency", choice("A fund", "A loan", text)) == [
        f"“{text}” means something else to each reader: say how often, as the brief does"
    ]


@pytest.mark.parametrize("text", ["Often by loans", "Every few years", "Twice a year", "Never", "Always"])
def test_exact_words_and_sentences_are_sound(text: str) -> None:
    assert not messages("vague-frequency", choice("A fund", "A loan", text))


def test_spanish_words() -> None:
    assert messages("vague-frequency", choice("Un fondo", "Un préstamo", "Muy a menudo"), "es")
