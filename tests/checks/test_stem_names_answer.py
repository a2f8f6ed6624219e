from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message

RULE = "stem-names-answer"


def short(stem: str, answer: str) -> str:
    return f"type: short\nstem: {stem}\nanswer: {answer}\naccept: [island]"


@pytest.mark.parametrize(
    ("stem", "answer"),
    [
        ("What is a storm fund called in the brief?", "storm fund"),
        ("Of what use are storm funds on the island?", "a storm fund"),
        ("By what does the island live, besides its *ferry*?", "ferry"),
    ],
)
def test_an_answer_that_stands_in_the_stem(bank_of: Write, stem: str, answer: str) -> None:
    assert message(RULE, bank_of, short(stem, answer)) == (
        f"the question holds its answer, “{answer}”: ask it in other words"
    )


def test_the_text_around_a_blank(bank_of: Write) -> None:
    assert "“storm fund”" in message(RULE, bank_of, "type: cloze\ntext: The storm fund is a {{storm fund}}.")
    text = "The storm fund is {{money|fund::fund}} of 1999, set up in {{1999}}."
    assert message(RULE, bank_of, f"type: cloze\ntext: {text}") == ""


@pytest.mark.parametrize(
    ("stem", "answer"),
    [
        ("Which comes before a storm, the fund or the loan?", "the fund"),
        ("What does the ferry bring?", "ferrying"),
        ("What did it pay in 2007?", "2007"),
        ("What is set aside before a storm?", "storm money"),
        ("What does it say?", "it"),
        ("What does the island keep?", "money"),
    ],
)
def test_what_names_no_answer(bank_of: Write, stem: str, answer: str) -> None:
    assert message(RULE, bank_of, short(stem, answer)) == ""
