from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message

RULE = "true-false-statement"


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("Is the fund a loan?", True),
        ("The fund is a loan?", True),
        ("The fund is a loan.", False),
        ("Rey asks: “Is the fund a loan?”", False),
        ("Is it a fund? So it is.", False),
    ],
)
def test_a_statement_is_no_question(bank_of: Write, stem: str, found: bool) -> None:
    assert bool(message(RULE, bank_of, f'type: true-false\nstem: "{stem}"\nanswer: true')) is found


def test_a_choice_asks(bank_of: Write) -> None:
    assert message(RULE, bank_of, "stem: Is the fund a loan?") == ""
