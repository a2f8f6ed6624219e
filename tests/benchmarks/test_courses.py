from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.courses import in_banks, in_one_bank, spread
from quizgen import building, checking
from quizgen.course import load
from quizgen.findings import Severity


@pytest.mark.parametrize("make", [spread, in_one_bank, in_banks])
def test_a_large_course_is_read_whole_and_its_quotes_are_found(
    make: Callable[[Path, int], Path], tmp_path: Path
) -> None:
    report = checking.run(load(make(tmp_path, 250)))
    assert report.items == 250
    assert {finding.rule for finding in report.findings if finding.severity.value == "error"} == set()


@pytest.mark.parametrize("make", [spread, in_banks])
def test_each_copy_has_words_of_its_own(make: Callable[[Path, int], Path], tmp_path: Path) -> None:
    questions = list(load(make(tmp_path, 700)).questions)
    assert len({question.id for question in questions}) == 700
    assert len({question.rationale for question in questions}) == 700


def test_a_course_is_in_banks_of_one_size_each_on_briefs_of_its_own(tmp_path: Path) -> None:
    course = load(in_banks(tmp_path, 250, each=100))
    assert sorted(len(bank.questions) for bank in course.banks) == [50, 100, 100]
    assert len({brief.title for brief in course.briefs}) == len(course.briefs) == 30


def test_decks_of_a_large_course_have_names_of_their_own(tmp_path: Path) -> None:
    course = load(in_banks(tmp_path, 60, each=30))
    quizzes = building.quizzes(course, building.Request(formats=("anki",), time=0, forms=0))
    report = building.check(course, quizzes, ("anki",))
    assert not [finding for finding in report.findings if finding.rule == building.LIMITS]
    assert not [finding for finding in report.findings if finding.severity is Severity.ERROR]
