"""The checks carried out: the same report whoever looks at which part of a course."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.courses import in_one_bank, spread
from quizgen import at_once, checking
from quizgen.course import Course, load


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with two, whatever this one has."""
    monkeypatch.setattr(at_once, "processors", lambda: 2)


@pytest.mark.parametrize("make", [spread, in_one_bank])
def test_a_large_course_gets_the_same_report(
    make: Callable[[Path, int], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = with_faults(load(make(tmp_path, 120)))
    alone = checking.run(course)
    assert len({finding.rule for finding in alone.findings}) > 5
    monkeypatch.setattr(checking, "_MANY", 100)
    assert checking.run(course) == alone


def with_faults(course: Course) -> Course:
    """The course with many items that do not fit their evidence, under a brief that is not there too."""
    first, *rest = course.banks
    questions = [
        replace(q, evidence=other.evidence) for q, other in zip(first.questions, first.questions[1:], strict=False)
    ]
    return replace(course, banks=(replace(first, questions=tuple(questions)), replace(first, brief="none"), *rest))
