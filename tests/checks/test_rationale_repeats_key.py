from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message, remarks

RULE = "rationale-repeats-key"


@pytest.mark.parametrize(
    ("rationale", "repeats"),
    [
        ("A storm fund is money set aside before storms.", True),
        ("The brief calls it a storm fund: money that is set aside before a storm, so it stresses.", True),
        ("Because the brief says so.", False),
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


def test_what_the_distractors_of_a_negative_stem_say_may_be_told(bank_of: Write) -> None:
    fields = (
        "stem: Which of these does the fund *not* pay for?\nanswer: Boats\n"
        "distractors: [{text: Roofs, why: So.}, {text: Roads, why: So.}]\nrationale: It pays for roofs and roads."
    )
    assert message(RULE, bank_of, fields) == ""


def test_entries_to_match_hold_too_many_words(bank_of: Write) -> None:
    pairs = "type: match\nstem: Match these.\npairs: [{left: Fund, right: Before}, {left: Loan, right: Behind}]"
    assert message(RULE, bank_of, f"{pairs}\nrationale: A loan lies behind a fund.") == ""
