from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen import checks
from quizgen.course import load
from tests.benchmarks.courses import in_one_bank, spread


@pytest.mark.parametrize("make", [spread, in_one_bank])
def test_a_large_course_is_read_whole_and_its_quotes_are_found(
    make: Callable[[Path, int], Path], tmp_path: Path
) -> None:
    report = checks.run(load(make(tmp_path, 250)))
    assert report.items == 250
    assert {finding.rule for finding in report.findings if finding.severity.value == "error"} == set()


def test_each_copy_has_words_of_its_own(tmp_path: Path) -> None:
    questions = list(load(spread(tmp_path, 250)).questions)
    assert len({question.id for question in questions}) == 250
    assert len({question.rationale for question in questions}) == 250
