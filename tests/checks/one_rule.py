"""What one rule has to say of items that are made whole on the sample brief."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quizgen import checks
from quizgen.course import load
from quizgen.findings import Remark
from tests.examples import of_rule

Write = Callable[[str], Path]


def remarks(rule: str, bank_of: Write, fields: str, language: str = "en") -> list[Remark]:
    """The rule's remarks on an item with these fields, whatever the course says of the rule."""
    course = bank_of(of_rule(fields))
    settings = course / "questions" / "course.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("language: en", f"language: {language}"), "utf-8")
    loaded = load(course)
    assert not [finding for finding in loaded.findings if finding.item is None], "the fields do not make an item"
    return list(checks.BY_NAME[rule].check(loaded))


def message(rule: str, bank_of: Write, fields: str, language: str = "en") -> str:
    """What the rule says of the item; empty where it says nothing."""
    return "; ".join(remark.message for remark in remarks(rule, bank_of, fields, language))
