from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message

RULE = "repeated-words-in-options"


@pytest.mark.parametrize(
    ("options", "shared"),
    [
        (["It is money that lies", "it is money that flows", "It is money that grows"], "It is money that"),
        (["It is money lent", "It is money saved", "It is money given"], ""),
        (["It is money that lies", "It is money that flows"], ""),
        (["It is money that lies", "It is money that flows", "It is no money"], ""),
        (["The Storm Fund of Clara", "The Storm Fund of Rey", "The Storm Fund of Ibarra"], ""),
        (["It is money that", "It is money that flows", "It is money that grows"], ""),
    ],
)
def test_four_words_that_all_repeat(bank_of: Write, options: list[str], shared: str) -> None:
    key, *wrong = options
    distractors = ", ".join(f"{{text: {text}, why: Not so.}}" for text in wrong)
    said = message(RULE, bank_of, f"answer: {key}\ndistractors: [{distractors}]")
    assert f"“{shared}”" in said if shared else said == ""
