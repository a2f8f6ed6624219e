from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import floors
from benchmarks.building import Course
from benchmarks.courses import in_banks
from benchmarks.measuring import FailedError, Measured, command, in_turns, module
from benchmarks.sizes import PATIENCE, sized
from benchmarks.telling import Plan

LARGE = """
import subprocess, sys
held = b"x" * 60_000_000
subprocess.run([sys.executable, "-c", "sum(range(3_000_000)); held = b'x' * 120_000_000"])
"""


def test_memory_is_that_of_the_largest_process_and_the_processor_counts_all() -> None:
    small, large = command([sys.executable, "-c", "pass"]), command([sys.executable, "-c", LARGE])
    assert small.memory < 60
    assert 115 < large.memory < 170, "not the sum of both"
    assert large.processor > small.processor + 0.03


def test_a_program_that_fails_is_not_measured() -> None:
    with pytest.raises(FailedError, match="no such thing"):
        command([sys.executable, "-c", "raise SystemExit('no such thing')"])
    assert command([sys.executable, "-c", "raise SystemExit(1)"], allowed=(0, 1)).clock > 0


def test_each_figure_is_the_least_of_the_rounds_and_all_take_turns() -> None:
    order = []

    def run(name: str, clock: float) -> Measured:
        order.append(name)
        return Measured(clock + len(order), 5 - len(order))

    found = in_turns({"a": lambda: run("a", 0), "b": lambda: run("b", 10)}, rounds=2)
    assert order == ["a", "b", "a", "b"]
    assert found == {"a": Measured(1, 2), "b": Measured(12, 1)}


def test_a_size_that_would_take_too_long_is_left_out_with_a_word() -> None:
    found = sized(Plan((10, 100, 1_000), 1), lambda size: Measured(size * PATIENCE / 500, 0))
    assert set(found.at) == {10, 100}
    assert found.left_out == "1,000 items and more (that would take about 6 minutes)"


def test_a_size_that_would_take_too_much_memory_is_left_out_with_a_word() -> None:
    found = sized(Plan((10, 100), 1), lambda size: Measured(0, 0, size * 1e8))
    assert set(found.at) == {10}
    assert "memory" in found.left_out


@pytest.mark.parametrize("name", floors.FLOORS)
def test_a_floor_of_a_course_is_measured(name: str, tmp_path: Path) -> None:
    measured = module("benchmarks.floors", name, in_banks(tmp_path, 12))
    assert measured.processor > 0
    assert (measured.size > 3_000) is (name != "parse")


def test_every_changed_build_changes_one_item(tmp_path: Path) -> None:
    course = Course(in_banks(tmp_path / "course", 12), tmp_path / "out")
    course.cold()
    page = course.into / "students" / "html" / "bank-0.html"
    before = page.read_bytes()
    course.again()
    assert page.read_bytes() == before
    course.changed()
    once = page.read_text(encoding="utf-8")
    course.changed()
    assert page.read_text(encoding="utf-8").count("Indeed, ") == once.count("Indeed, ") + 1 > 1
