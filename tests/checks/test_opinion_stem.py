from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message

RULE = "opinion-stem"


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("How should the island pay?", True),
        ("Should the council borrow?", True),
        ("What is the most important repair?", True),
        ("Which of these is the best way to save?", True),
        ("How should the island pay, according to Ibarra?", False),
        ("Which repair is the most important for Ibarra?", False),
        ("What is the best-known pier?", False),
        ("What did the council say that the island should do?", False),
        ("What should you write on the form?", False),
        ("Which option best describes the fund?", False),
        ("The island should save. What did it do?", False),
    ],
)
def test_whose_opinion(bank_of: Write, stem: str, found: bool) -> None:
    assert bool(message(RULE, bank_of, f"stem: {stem}")) is found


def test_arguments_have_a_rule_of_their_own(bank_of: Write) -> None:
    assert message(RULE, bank_of, "kind: argument\nstem: How should the island pay?") == ""


@pytest.mark.parametrize(
    ("stem", "found"), [("¿Cómo debería pagar la isla?", True), ("¿Cómo debería pagar la isla, según Ibarra?", False)]
)
def test_spanish(bank_of: Write, stem: str, found: bool) -> None:
    assert bool(message(RULE, bank_of, f"stem: {stem}", "es")) is found
