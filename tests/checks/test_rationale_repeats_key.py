from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message, remarks

RULE = "rationale-repeats-key"


@pytest.mark.parametrize(
    ("rationale", "repeats"),
    [
        ("A storm fund is money set aside before storms.", True),
        ("The brief calls it a storm fund: money that is set aside before a storm, so it stresses.", True),
        ("Because the brief says so.", True),
        ("The money is there before it is needed.", False),
        ("A loan comes after the storm.", False),
        ("A fund is not lent but saved.", False),
    ],
)
def test_a_rationale_says_something_new(bank_of: Write, rationale: str, repeats: bool) -> None:
    assert bool(remarks(RULE, bank_of, f'rationale: "{rationale}"')) is repeats


def test_the_quote_is_not_new(bank_of: Write) -> None:
    fields = "evidence: [{passage: p3, quote: the island waited eleven weeks for a loan}]"
    assert message(RULE, bank_of, f"rationale: The island waited eleven weeks for a loan.\n{fields}")


def test_essays_have_rubrics(bank_of: Write) -> None:
    essay = "type: essay\nmodel_answer: A storm fund.\nrubric: [{criterion: So, points: 1}]\nrationale: A storm fund."
    assert message(RULE, bank_of, essay) == ""
