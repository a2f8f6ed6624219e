from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quizgen import checking, locks
from quizgen.checks import released_exam_only
from quizgen.course import load
from quizgen.findings import Location
from quizgen.releases import Content, Entry, Released
from tests.examples import of_rule

MARCH = 1_773_739_800


def released(course: Path, id: str = "example-1") -> Path:
    """The course, with a release of the item of that id."""
    text = locks.write_released(Released({id: Entry(Content("choice", "0" * 16), MARCH, MARCH)}))
    (course / locks.RELEASED).write_text(text, encoding="utf-8")
    return course


def test_an_item_that_students_have_is_no_secret(bank_of: Callable[[str], Path]) -> None:
    course = load(released(bank_of(of_rule("type: choice\nexam_only: true"))))
    (finding,) = checking.run(course).findings
    assert (finding.rule, finding.severity.value) == ("released-exam-only", "warning")
    assert "students have it in their decks since 2026-03-17T09:30:00Z" in finding.message
    (remark,) = released_exam_only.check(course)
    assert remark.see == Location(locks.RELEASED, 4)
    assert course.sources[remark.where.path].splitlines()[remark.where.line - 1].strip() == "exam_only: true"


def test_what_was_never_released_or_is_for_study_is_let_be(bank_of: Callable[[str], Path]) -> None:
    assert checking.run(load(released(bank_of(of_rule("type: choice\nexam_only: true")), "other"))).findings == ()
    assert checking.run(load(released(bank_of(of_rule("type: choice"))))).findings == ()
