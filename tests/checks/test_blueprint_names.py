from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen import checking
from quizgen.course import load

HEAD = "title: T\nsections:\n  - take:\n      - "


@pytest.mark.parametrize(
    ("blueprint", "line", "said"),
    [
        (f"{HEAD}{{banks: storm-saving}}\n", 4, "there is no bank `storm-saving`"),
        (f"banks: storm-saving\n{HEAD}{{count: 1}}\n      - {{count: 2}}\n", 1, "there is no bank `storm-saving`"),
        (f"{HEAD}{{items: [who-proposed-it]}}\n", 4, "there is no item `who-proposed-it`"),
        (f"{HEAD}{{items: [fund-or-loan, fund-or-loan]}}\n", 4, "stands in this quiz already"),
        (f"{HEAD}{{items: [fund-or-loan]}}\n      - {{items: [fund-or-loan]}}\n", 5, "stands in this quiz already"),
        (f"not_in: [other]\n{HEAD}{{count: 1}}\n", 1, "there is no quiz `other`"),
        (f"not_in: [quick-look]\n{HEAD}{{count: 1}}\n", 1, "a quiz cannot leave its own items alone"),
        (f"{HEAD}{{tag: strom}}\n", 4, "no item has the tag `strom`"),
    ],
)
def test_each_name_that_cannot_be_used_is_said(
    blueprint: str, line: int, said: str, course_of: Callable[[dict[str, str]], Path]
) -> None:
    found = checking.run(load(course_of({"questions/quizzes/quick-look.yaml": blueprint}))).findings
    assert [(finding.rule, finding.where.line) for finding in found] == [("blueprint-names", line)]
    assert said in found[0].message


@pytest.mark.parametrize(("field", "said"), [("exam_only: true", "for study"), ("retired: 2026-01-01", "is retired")])
def test_items_that_are_not_for_this_quiz_are_said(
    field: str, said: str, starter: Path, course_of: Callable[[dict[str, str]], Path]
) -> None:
    bank = starter / "questions" / "storm-savings.yaml"
    text = bank.read_text(encoding="utf-8").replace("id: fund-or-loan\n", f"id: fund-or-loan\n    {field}\n")
    study = f"{HEAD}{{items: [fund-or-loan]}}\n"
    files = {"questions/storm-savings.yaml": text, "questions/quizzes/quick-look.yaml": study}
    (finding,) = (f for f in checking.run(load(course_of(files))).findings if f.rule == "blueprint-names")
    assert said in finding.message
    if "exam_only" in field:
        exam = {"questions/quizzes/quick-look.yaml": f"audience: exam\n{study}"}
        assert checking.run(load(course_of(exam))).findings == ()


def test_a_quiz_cannot_have_the_id_of_a_bank(course_of: Callable[[dict[str, str]], Path]) -> None:
    files = {"questions/quizzes/storm-savings.yaml": f"{HEAD}{{count: 1}}\n"}
    (finding,) = checking.run(load(course_of(files))).findings
    assert (finding.rule, finding.where.path) == ("unique-ids", "questions/quizzes/storm-savings.yaml")


def test_a_bank_that_cannot_be_read_is_not_said_to_hold_too_little(course_of: Callable[[dict[str, str]], Path]) -> None:
    files = {"questions/storm-savings.yaml": "items: [", "questions/quizzes/quick-look.yaml": f"{HEAD}{{count: 1}}\n"}
    rules = {finding.rule for finding in checking.run(load(course_of(files))).findings}
    assert "yaml-syntax" in rules
    assert not rules & {"blueprint-filled", "blueprint-names"}


def test_a_circle_is_said_once_and_shown_whole(course_of: Callable[[dict[str, str]], Path]) -> None:
    others = {"one": "two", "two": "three", "three": "one", "four": "two", "five": "four"}
    files = {f"questions/quizzes/{id}.yaml": f"not_in: [{other}]\n{HEAD}{{count: 1}}\n" for id, other in others.items()}
    (finding,) = (f for f in checking.run(load(course_of(files))).findings if f.rule == "blueprint-names")
    assert (finding.where.path, finding.where.line) == ("questions/quizzes/one.yaml", 1)
    assert "`one` leaves alone `two` leaves alone `three` leaves alone `one`" in finding.message
