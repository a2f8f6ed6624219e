from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message, remarks

RULE = "unfinished-text"


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("TODO", "TODO"),
        ("TODO: say why", "TODO"),
        ("So it is. FIXME", "FIXME"),
        ("XXX", "XXX"),
        ("TBD", "TBD"),
        ("The fund pays for … TBD", "TBD"),
        ("What the fund is for is TBD.", "TBD"),
        ("Lorem ipsum dolor sit amet", "Lorem ipsum"),
        ("It is ??? weeks", "???"),
        ("[insert a reason]", "[insert a reason]"),
        ("<your answer>", "<your answer>"),
    ],
)
def test_what_was_left_open(bank_of: Write, text: str, mark: str) -> None:
    assert message(RULE, bank_of, f'rationale: "{text}"') == f"the rationale says “{mark}”: write what belongs there"


@pytest.mark.parametrize(
    "text",
    [
        "It stands on the to-do list.",
        "A TODO list is kept.",
        "Super Bowl XXX was played.",
        "The TBD group was heard.",
        "Really?? So it is.",
        "It [the fund] is old.",
        "Your answer may differ.",
    ],
)
def test_what_is_written(bank_of: Write, text: str) -> None:
    assert message(RULE, bank_of, f'rationale: "{text}"') == ""


def test_quotes_and_options_count(bank_of: Write) -> None:
    fields = "answer: TODO\nevidence: [{passage: p2, quote: TODO}]"
    assert [remark.message.partition(" says")[0] for remark in remarks(RULE, bank_of, fields)] == [
        "an option",
        "the quote",
    ]


def test_spanish_has_the_word_todo(bank_of: Write) -> None:
    assert message(RULE, bank_of, "rationale: Guarda TODO lo que puede.", "es") == ""
    assert message(RULE, bank_of, 'rationale: "TODO: decir por qué"', "es")
