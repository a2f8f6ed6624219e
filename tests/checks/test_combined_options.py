from __future__ import annotations

import pytest

from tests.checks.choosing import choice, messages


@pytest.mark.parametrize(
    "text",
    [
        "A and B",
        "Both A and C",
        "I and III only",
        "A, B and C",
        "(a) or (b)",
        "B & C",
        "1 and 2 only",
        "Both",
        "Neither of these",
    ],
)
def test_combinations(text: str) -> None:
    assert messages("combined-options", choice("A fund", "A loan", text)) == [
        f"“{text}” is made of other options: ask with `type: select` for all that apply"
    ]


@pytest.mark.parametrize(
    "text", ["2 and 3", "Both the pier and the road", "Fees and taxes", "A and the others", "I and my boat"]
)
def test_answers_that_join_things_are_sound(text: str) -> None:
    assert not messages("combined-options", choice("A fund", "A loan", text))


@pytest.mark.parametrize("text", ["A y B", "Solo A y C", "Ambas", "I y II", "Ninguna de las dos"])
def test_spanish_combinations(text: str) -> None:
    assert messages("combined-options", choice("Un fondo", "Un préstamo", text), "es")
