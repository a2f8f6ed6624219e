from __future__ import annotations

from typing import Any

import yaml
from jsonschema import Draft202012Validator

from quizgen import items, schema
from tests.conftest import STARTER
from tests.examples import of_rule


def mistakes(text: str) -> list[str]:
    # as an editor reads it: with YAML's own types
    data: Any = yaml.safe_load(text)
    return [error.message for error in Draft202012Validator(schema.bank()).iter_errors(data)]


def test_the_schema_is_one_and_takes_the_starter_bank() -> None:
    Draft202012Validator.check_schema(schema.bank())
    assert mistakes((STARTER / "questions" / "storm-savings.yaml").read_text(encoding="utf-8")) == []


def test_the_schema_marks_mistakes_by_type() -> None:
    assert len(mistakes(of_rule("dificulty: easy"))) == 1
    assert len(mistakes(of_rule("type: numeric\nanswer: 5\ndistractors: []"))) == 1  # a numeric has no distractors
    assert "'choise' is not one of" in mistakes(of_rule("type: choise"))[0]


def test_every_type_has_its_branch() -> None:
    definitions = schema.bank()["$defs"]
    assert {f"item-{item_type.NAME}" for item_type in items.ALL} <= set(definitions)


def test_the_schema_of_a_quiz_takes_one_value_where_there_can_be_several() -> None:
    Draft202012Validator.check_schema(schema.quiz())

    def mistakes_of_quiz(take: str) -> list[str]:
        data: Any = yaml.safe_load(f"title: T\nsections:\n  - take: [{take}]\n")
        return [error.message for error in Draft202012Validator(schema.quiz()).iter_errors(data)]

    assert mistakes_of_quiz("{count: 3, kind: fact, type: [choice, cloze], banks: [a, b], points: 2}") == []
    assert len(mistakes_of_quiz("{cuont: 3}")) == 1
    assert len(mistakes_of_quiz("{kind: facts}")) == 1
    assert len(mistakes_of_quiz("{type: chose}")) == 1
