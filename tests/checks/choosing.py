"""Items with options, written for a check as a curator would write them, and what the check says of them."""

from __future__ import annotations

import json
from pathlib import Path

from quizgen.banks import read_bank
from quizgen.checks import BY_NAME
from quizgen.course import Course, CourseSettings
from quizgen.findings import Remark
from tests.examples import of_rule

OF_TRUE_FALSE = """
id: storm-fund-is-money
kind: fact
type: true-false
stem: A storm fund is money that is set aside before a storm.
answer: true
rationale: The brief says so.
evidence: [{passage: p2, quote: 'a storm fund, money that is set aside before a storm'}]
difficulty: easy
thinking: remember
""".lstrip()


def choice(key: str, *distractors: str, **fields: object) -> str:
    """The fields of a choice; what is not given is taken from a sound item."""
    explained = [{"text": text, "why": "The brief does not say so."} for text in distractors]
    return _yaml({"answer": key, "distractors": explained, **fields})


def select(keys: list[str], distractors: list[str], **fields: object) -> str:
    """The fields of a select."""
    answers, wrong = ([{"text": text, "why": "So."} for text in texts] for texts in (keys, distractors))
    return _yaml({"type": "select", "answers": answers, "distractors": wrong, **fields})


def _yaml(fields: dict[str, object]) -> str:
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())


def remarks(rule: str, fields: str, language: str = "en") -> list[Remark]:
    """What a check says of one item."""
    text = of_rule(fields)
    if fields is OF_TRUE_FALSE or 'type: "select"' in fields:  # what a choice has and they have not
        text = "".join(line for line in text.splitlines(keepends=True) if not _is_of_a_choice(line, fields))
    bank, findings = read_bank(text, "storm-savings", "questions/storm-savings.yaml", language)
    assert bank is not None
    assert not findings
    settings = CourseSettings.model_validate({"id": "examples", "title": "Examples", "language": language})
    course = Course(Path(), settings, None, (), (bank,), (), {})
    return list(BY_NAME[rule].check(course))


def messages(rule: str, fields: str, language: str = "en") -> list[str]:
    """The messages of a check about one item."""
    return [remark.message for remark in remarks(rule, fields, language)]


def _is_of_a_choice(line: str, fields: str) -> bool:
    name = line.strip().partition(":")[0]
    return line.startswith("    ") and name in ("answer", "distractors") and f"{name}:" not in fields
