"""How long a whole build takes: cold, with nothing changed, with one item changed; how much memory; beside floors."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE

from benchmarks import floors
from benchmarks.courses import in_banks
from benchmarks.measuring import REPOSITORY, FailedError, Measured, best, command
from benchmarks.sizes import Sized, seconds, sized
from benchmarks.telling import COMPARED, Plan, Promise, Section, Table, alone, at_most

MANY = 10_000
HEADS = (
    "items",
    "cold, s",
    "processor, s",
    "nothing changed, s",
    "one item changed, s",
    "watching, s",
    "memory, MiB",
    "files, MB",
)
ABOUT = (
    "`quizgen build` from its start to its end: anki, pdf and html, one form, each check made, with whatever "
    "processors there are. Courses are in banks of 500. `watching` is from the moment that one item is saved to the "
    "word that all is built, by `quizgen build --watch`. Memory is that of the largest process of a cold build."
)


_CHANGED = "one changed item in this repository's course"
_QUARTER = "a quarter of a cold build at most, by the clock"


@dataclass(frozen=True)
class Course:
    """A course on disk, and where it is built to; every cold build gets a folder of its own."""

    folder: Path
    into: Path

    def cold(self) -> Measured:
        """A build into an empty folder."""
        shutil.rmtree(self.into, ignore_errors=True)
        return self.again()

    def again(self) -> Measured:
        """A build over what is there."""
        return command(_build(self.folder, self.into))

    def changed(self) -> Measured:
        """A build after one item has another reason than before."""
        self.change()
        return self.again()

    def change(self) -> None:
        """Give one item another reason."""
        bank = sorted((self.folder / "questions").glob("*.yaml"))[0]
        text = bank.read_text(encoding="utf-8")
        bank.write_text(re.sub(r"(rationale: (?:>-\n +)?[\"']?)", r"\1Indeed, ", text, count=1), encoding="utf-8")

    def watched(self, rounds: int) -> Iterator[float]:
        """Seconds from the moment that one item is saved to the word that all is built, by a build that watches."""
        command = (*_build(self.folder, self.into), "--watch")
        environment = os.environ | {"PYTHONPATH": str(REPOSITORY)}
        with subprocess.Popen(command, env=environment, stdout=PIPE, stderr=DEVNULL, text=True) as watching:
            try:
                _wait_for("Built again", watching)
                for _ in range(rounds + 1):  # the first time something is checked that nothing else has loaded for it
                    time.sleep(1)
                    before = time.perf_counter()
                    self.change()
                    _wait_for("Built ", watching)
                    yield time.perf_counter() - before
            finally:
                watching.terminate()

    @property
    def megabytes(self) -> float:
        """What all the files that were built take on disk."""
        return sum(path.stat().st_size for path in self.into.rglob("*") if path.is_file()) / 1e6


def _wait_for(said: str, process: subprocess.Popen[str]) -> None:
    """Wait for a line that begins so."""
    assert process.stdout is not None
    if not any(line.startswith(said) for line in process.stdout):
        raise FailedError(f"a build that watches ended before it said “{said}”")


def _build(folder: Path, into: Path) -> tuple[str | Path, ...]:
    return (sys.executable, "-m", "quizgen", "build", "--forms", "1", "--course", folder, "--output", into)


def measure(plan: Plan) -> Section:
    """Builds of each size, the floors of a thousand items, and this repository's own course."""
    with tempfile.TemporaryDirectory() as name:
        made = functools.cache(lambda size: Course(in_banks(Path(name, str(size)), size), Path(name, f"out-{size}")))
        cold = sized(plan, lambda size: made(size).cold())
        rows = tuple(_row(f"{size:,}", cold.at[size], made(size), plan.rounds) for size in cold.at)
        own = _of_repository(Path(name))
        owned = best([own.cold() for _ in range(plan.rounds)])
        later = _later(own, plan.rounds)
        own_row = _cells("this repository", owned, later, own)
        least = floors.of_course(made(plan.compared).folder, plan.rounds)
    tables = Table(HEADS, (*rows, own_row)), _floors(cold.at[plan.compared], least, plan.compared)
    promises = _promises(cold, least, plan, later.of(owned))
    return Section("Whole builds", ABOUT, tables, (cold.left_out,) if cold.left_out else (), promises)


def _of_repository(folder: Path) -> Course:
    for part in ("corpus", "questions"):
        shutil.copytree(REPOSITORY / part, folder / "own" / part)
    return Course(folder / "own", folder / "out-own")


@dataclass(frozen=True)
class Later:
    """Seconds by the clock of builds over what is there: nothing changed, one item changed, and that while watching."""

    unchanged: float
    changed: float
    watched: float

    def of(self, cold: Measured) -> tuple[float, float]:
        """What part of a cold build it takes when one item has changed: to build, and while watching."""
        return self.changed / cold.clock, self.watched / cold.clock


def _row(name: str, cold: Measured, course: Course, rounds: int) -> tuple[str, ...]:
    return _cells(name, cold, _later(course, rounds), course)


def _later(course: Course, rounds: int) -> Later:
    unchanged = best([course.again() for _ in range(rounds)])
    changed = best([course.changed() for _ in range(rounds)])
    return Later(unchanged.clock, changed.clock, min(course.watched(rounds)))


def _cells(name: str, cold: Measured, later: Later, course: Course) -> tuple[str, ...]:
    times = (cold.clock, cold.processor, later.unchanged, later.changed, later.watched)
    return (name, *map(seconds, times), f"{cold.memory:,.0f}", f"{course.megabytes:,.1f}")


def _floors(cold: Measured, least: dict[str, Measured], items: int) -> Table:
    """What each floor takes, and the build beside their sum."""
    total = _sum(least)
    rows = [(floors.FLOORS[name].about, seconds(one.clock), seconds(one.processor)) for name, one in least.items()]
    rows += [
        ("all of these, one after the other", seconds(total.clock), seconds(total.processor)),
        (
            "the cold build",
            f"{seconds(cold.clock)} ({cold.clock / total.clock:.2f} times)",
            f"{seconds(cold.processor)} ({cold.processor / total.processor:.2f} times)",
        ),
    ]
    heads = ("floor", "clock, s", "processor, s")
    return Table(heads, tuple(rows), f"What a build of {items:,} items cannot do without:")


def _sum(least: dict[str, Measured]) -> Measured:
    return Measured(sum(one.clock for one in least.values()), sum(one.processor for one in least.values()))


def _promises(cold: Sized, least: dict[str, Measured], plan: Plan, changed: tuple[float, float]) -> tuple[Promise, ...]:
    one, many = cold.at.get(COMPARED), cold.at.get(MANY)
    at_size = one is not None and plan.compared == COMPARED
    return (
        at_most(
            "cold build of 1,000 items: 4 s at most by the clock, on two cores", 4, one.clock if one else None, " s"
        ),
        at_most(
            "cold build of 1,000 items: 1.5 times the sum of its floors at most, by the clock, on two cores",
            1.5,
            one.clock / _sum(least).clock if one and at_size else None,
        ),
        at_most(
            "cold build of 10,000 items: 12 times that of 1,000 at most, by the clock",
            12,
            many.clock / one.clock if one and many else None,
        ),
        at_most("largest process at 10,000 items: less than 400 MiB", 400, many.memory if many else None, " MiB"),
        at_most(f"{_CHANGED}, by `quizgen build`: {_QUARTER}", 0.25, changed[0]),
        at_most(f"{_CHANGED}, by `quizgen build --watch`: {_QUARTER}", 0.25, changed[1]),
    )


if __name__ == "__main__":
    alone(measure)
