from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message, remarks

RULE = "blank-in-the-middle"


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("A ____ is money set aside.", True),
        ("A [blank] is money set aside.", True),
        ("____ is money set aside.", True),
        ("Money set aside is a ____", False),
        ("Money set aside is a ____.", False),
        ("Money set aside is a ____ (two words).", False),
        ("Money set aside is a ____ ____?", False),
        ("Which figure belongs in 12, 24, ___, 48?", False),
        ("What is `config['__seed']` for?", False),
        ("What is __init__ for?", False),
        ("I am tired of fighting.... What did he mean?", False),
    ],
)
def test_words_behind_a_blank(bank_of: Write, stem: str, found: bool) -> None:
    assert bool(remarks(RULE, bank_of, f"stem: |-\n  {stem}")) is found


def test_the_text_of_a_cloze_is_made_of_blanks(bank_of: Write) -> None:
    assert remarks(RULE, bank_of, "type: cloze\ntext: A {{fund}} is money.") == []


def test_the_message_names_the_blank_and_the_ways_out(bank_of: Write) -> None:
    said = message(RULE, bank_of, "stem: A ____ is money set aside.")
    assert "“____”" in said
    assert "`cloze`" in said
