from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message

RULE = "definition-repeats-term"


def term(definition: str, accept: str = "[]") -> str:
    return f"type: term\nterm: Storm fund\ndefinition: {definition}\naccept: {accept}"


def choice(stem: str, answer: str, distractor: str = "A gift") -> str:
    return (
        f"kind: definition\nstem: {stem}\nanswer: {answer}\n"
        f"distractors: [{{text: {distractor}, why: It is not.}}, {{text: A tax, why: It is not.}}]"
    )


@pytest.mark.parametrize("definition", ["A fund for storms", "Money in a storm fund", "What funds *storm* repairs"])
def test_a_definition_with_its_term(bank_of: Write, definition: str) -> None:
    assert message(RULE, bank_of, term(definition)) == (
        "the definition of “Storm fund” holds the term itself: say what it means in other words"
    )


def test_a_form_that_is_accepted_too_may_spell_the_definition_out(bank_of: Write) -> None:
    assert message(RULE, bank_of, term("Money that is set aside before a storm", "[money set aside]")) == ""


@pytest.mark.parametrize(
    "fields",
    [
        choice("What does the brief mean by “storm fund”?", "A fund for storms"),
        choice("What is a storm fund?", "Money in a fund for storms"),
        choice("What is a storm fund, in the brief?", "Money in a fund for storms"),
    ],
)
def test_a_key_with_the_term_that_is_asked_for(bank_of: Write, fields: str) -> None:
    assert "“storm fund”" in message(RULE, bank_of, fields)


@pytest.mark.parametrize(
    "fields",
    [
        choice("What is a storm fund?", "Money that is set aside before a storm"),
        choice("What is a storm fund?", "A storm fund is money", "A storm fund is a gift"),
        choice("What is the difference between a storm fund and a loan?", "A storm fund comes first"),
        "kind: fact\nstem: What is a storm fund?\nanswer: A fund for storms",
    ],
)
def test_a_key_without_it_or_beside_a_distractor_with_it(bank_of: Write, fields: str) -> None:
    assert message(RULE, bank_of, fields) == ""


def test_spanish(bank_of: Write) -> None:
    assert message(RULE, bank_of, choice("¿Qué es un fondo?", "El fondo de la isla"), "es")
