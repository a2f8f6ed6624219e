from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message, remarks

RULE = "long-stem"


@pytest.mark.parametrize(("words", "found"), [(60, False), (61, True)])
def test_sixty_words_are_enough(bank_of: Write, words: int, found: bool) -> None:
    assert bool(remarks(RULE, bank_of, f"stem: {'word ' * words}")) is found


def test_the_message_counts(bank_of: Write) -> None:
    assert "has 75 words" in message(RULE, bank_of, f"stem: {'word ' * 75}")


def test_what_is_quoted_is_not_counted(bank_of: Write) -> None:
    assert remarks(RULE, bank_of, f"stem: Who said “{'word ' * 80}”?") == []


def test_essays_may_set_out_a_case(bank_of: Write) -> None:
    fields = f"type: essay\nstem: {'word ' * 80}\nmodel_answer: So.\nrubric: [{{criterion: So, points: 1}}]"
    assert remarks(RULE, bank_of, fields) == []
