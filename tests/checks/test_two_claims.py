from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message

RULE = "two-claims"


@pytest.mark.parametrize(
    ("stem", "joint"),
    [
        ("The island saves because lenders are slow.", "because"),
        ("The island saves, but it pays for it.", "but it"),
        ("The island saves because of slow lenders.", ""),
        ("The island saves in part because lenders are slow.", ""),
        ("The island saves, mainly because lenders are slow.", ""),
        ("The island saves money, and the pier is mended.", ""),
        ("The island saves and borrows.", ""),
        ("Rey said, “because it is slow.”", ""),
    ],
)
def test_two_sentences_in_one_statement(bank_of: Write, stem: str, joint: str) -> None:
    said = message(RULE, bank_of, f"type: true-false\nstem: {stem}\nanswer: true")
    assert f"“{joint}”" in said if joint else said == ""


def test_a_question_may_ask_for_a_reason(bank_of: Write) -> None:
    assert message(RULE, bank_of, "stem: Does the island save because lenders are slow?") == ""
