from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message, remarks

RULE = "no-question"


@pytest.mark.parametrize(
    ("stem", "asks"),
    [
        ("This is what the island keeps.", False),
        ("The island. Its fund.", False),
        ("Storm fund", False),
        ("What is kept?", True),
        ("The island keeps:", True),
        ("The island keeps a ____.", True),
        ("The island keeps …", True),
        ("The storm fund pays for", True),
        ("Name what the island keeps.", True),
        ("The island saves. Name what it keeps.", True),
        ("Using the brief, explain why it saves.", True),
        ("Read the brief and give the sum.", True),
        ("Please choose what fits.", True),
        ("How does it save? Say so in a word.", True),
    ],
)
def test_a_stem_asks(bank_of: Write, stem: str, asks: bool) -> None:
    assert (message(RULE, bank_of, f'stem: "{stem}"') == "") is asks


@pytest.mark.parametrize(
    ("stem", "asks"),
    [
        ("Esto es lo que guarda la isla.", False),
        ("¿Qué guarda la isla?", True),
        ("Explique por qué ahorra la isla.", True),
        ("Ordena estos hechos.", True),
        ("El fondo sirve para", True),
    ],
)
def test_spanish(bank_of: Write, stem: str, asks: bool) -> None:
    assert (message(RULE, bank_of, f'stem: "{stem}"', "es") == "") is asks


@pytest.mark.parametrize(
    "fields",
    [
        "type: true-false\nstem: The island saves.\nanswer: true",
        "type: term\nterm: Fund\ndefinition: Money that is set aside",
        "type: cloze\ntext: The island keeps a {{fund}}.",
    ],
)
def test_statements_definitions_and_texts_with_gaps_ask_nothing(bank_of: Write, fields: str) -> None:
    assert message(RULE, bank_of, fields) == ""


@pytest.mark.parametrize(
    "fields",
    [
        "type: essay\nmodel_answer: So.\nrubric: [{criterion: So, points: 1}]",
        "type: order\nsteps: [One, Two, Three]",
        "type: match\npairs: [{left: One, right: Two}, {left: Three, right: Four}]",
        "type: numeric\nanswer: 3",
        "type: short\nanswer: Three",
    ],
)
def test_all_others_must_ask(bank_of: Write, fields: str) -> None:
    (remark,) = remarks(RULE, bank_of, f"stem: The island saves.\n{fields}")
    assert remark.where.line == 5
    assert message(RULE, bank_of, f"stem: How does the island save?\n{fields}") == ""
