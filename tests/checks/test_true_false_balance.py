from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.checks import true_false_balance
from quizgen.course import load
from tests.examples import of_rule

Write = Callable[[str], Path]


@pytest.mark.parametrize(
    ("true", "false", "said"),
    [
        (4, 0, None),
        (5, 0, "of 5 true-or-false statements 5 are true: reword some so that they are false"),
        (0, 5, "of 5 true-or-false statements 0 are true: reword some so that they are true"),
        (8, 1, None),
        (7, 3, "of 10 true-or-false statements 7 are true: reword some so that they are false"),
        (3, 7, "of 10 true-or-false statements 3 are true: reword some so that they are true"),
        (6, 4, None),
        (4, 6, None),
        (13, 7, None),  # 65 percent
    ],
)
def test_the_share_of_true_statements(true: int, false: int, said: str | None, bank_of: Write) -> None:
    statement = "- type: true-false\n  stem: It is *so*.\n  answer: {}\n"
    bank = of_rule(statement.format("true") * true + statement.format("false") * false)
    remarks = list(true_false_balance.check(load(bank_of(bank))))
    assert [remark.message for remark in remarks] == ([said] if said else [])


def test_a_choice_of_two_is_no_statement_and_a_retired_one_does_not_count(bank_of: Write) -> None:
    retired = "- type: true-false\n  stem: It is so.\n  answer: true\n  retired: 2026-01-01\n"
    choice = "- stem: Is it so?\n  answer: It is\n  distractors: [{text: It is not, why: It is.}]\n  shuffle: false\n"
    for item in (retired, choice):
        assert not list(true_false_balance.check(load(bank_of(of_rule(item * 6)))))
