from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.courses import in_one_bank, spread
from quizgen import at_once, checks
from quizgen.course import Course, load


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with two, whatever this one has."""
    monkeypatch.setattr(at_once, "processors", lambda: 2)


def test_results_come_in_the_order_of_the_pieces() -> None:
    base = 10  # a function of the test's own, which cannot be pickled
    assert at_once.each(lambda piece: piece + base, range(50)) == list(range(10, 60))


@pytest.mark.skipif(not at_once._forks(), reason="processes are not forked here")
def test_work_that_is_worth_it_is_done_by_other_processes() -> None:
    assert os.getpid() not in at_once.each(lambda _: os.getpid(), range(4))
    assert set(at_once.each(lambda _: os.getpid(), range(4), worth=False)) == {os.getpid()}


def test_an_error_in_a_piece_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        at_once.each(lambda piece: 1 // piece, [1, 0, 1])


def test_a_process_that_was_killed_leaves_its_work_to_this_one() -> None:
    here = os.getpid()

    def killed_elsewhere(piece: int) -> int:
        if os.getpid() != here:
            os._exit(1)
        return piece

    assert at_once.each(killed_elsewhere, [1, 2, 3]) == [1, 2, 3]


WAITING = """
import os, sys, time
from quizgen import at_once
at_once.processors = lambda: 2
def show_and_wait(piece):
    os.write(1, f"{os.getpid()}\\n".encode())  # in one piece, for two write at once
    time.sleep(60)
at_once.each(show_and_wait, [1, 2])
"""


@pytest.mark.skipif(not at_once._forks(), reason="processes are not forked here")
def test_no_process_outlives_one_that_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", WAITING], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    workers = [int(parent.stdout.readline()) for _ in range(2)]
    parent.kill()
    parent.wait()
    until = time.monotonic() + 20
    while any(map(is_there, workers)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(is_there, workers))


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return (
        Path(f"/proc/{process}/stat").read_text(encoding="utf-8").split()[2] != "Z" if Path("/proc").is_dir() else True
    )


@pytest.mark.parametrize("make", [spread, in_one_bank])
def test_a_large_course_gets_the_same_report(
    make: Callable[[Path, int], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = with_faults(load(make(tmp_path, 120)))
    alone = checks.run(course)
    assert len({finding.rule for finding in alone.findings}) > 5
    monkeypatch.setattr(checks, "MANY", 100)
    assert checks.run(course) == alone


def with_faults(course: Course) -> Course:
    """The course with many items that do not fit their evidence, under a brief that is not there too."""
    first, *rest = course.banks
    questions = [
        replace(q, evidence=other.evidence) for q, other in zip(first.questions, first.questions[1:], strict=False)
    ]
    return replace(course, banks=(replace(first, questions=tuple(questions)), replace(first, brief="none"), *rest))
