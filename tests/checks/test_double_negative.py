from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message, remarks

RULE = "double-negative"
OPTIONS = "distractors: [{{text: {}, why: So it is.}}, {{text: It is old, why: So it is.}}]"


@pytest.mark.parametrize("option", ["It is not a loan", "It never ends", "It doesn't end", "It cannot grow"])
def test_a_denial_under_a_negative_stem(bank_of: Write, option: str) -> None:
    fields = f'stem: "Which of these is *not* so?"\n{OPTIONS.format(option)}'
    (remark,) = remarks(RULE, bank_of, fields)
    assert "word the option positively" in remark.message
    assert remark.where.line == 6


@pytest.mark.parametrize(
    ("stem", "option"),
    [
        ("Which of these is *not* so?", "It is a loan"),
        ("Which of these is *not* so?", "None"),
        ("Which of these is so?", "It is not a loan"),
        ("Why is the fund *not* a loan?", "It is not paid back"),
    ],
)
def test_one_negation_may_stand(bank_of: Write, stem: str, option: str) -> None:
    assert message(RULE, bank_of, f'stem: "{stem}"\n{OPTIONS.format(option)}') == ""


@pytest.mark.parametrize(
    ("statement", "answer", "word"),
    [
        ("The island has not saved.", "false", "not"),
        ("The island never saved.", "false", "never"),
        ("The island didn’t save.", "false", "n’t"),
        ("The island has not saved.", "true", ""),
        ("The council says that it will not save.", "false", ""),
        ("The council claimed the pier was not lost.", "false", ""),
        ("The island saves, but not before a storm.", "false", ""),
        ("The island is not only rich but careful.", "false", ""),
        ("The island “does not” save.", "false", ""),
    ],
)
def test_a_false_statement_that_denies(bank_of: Write, statement: str, answer: str, word: str) -> None:
    correction = "correction: It saves." if answer == "false" else ""
    said = message(RULE, bank_of, f"type: true-false\nstem: {statement}\nanswer: {answer}\n{correction}")
    assert f"“{word}”" in said if word else said == ""
