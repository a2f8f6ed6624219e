"""How fast a course is read and checked, against the floor: the same files through PyYAML's C events alone."""

from __future__ import annotations

import functools
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.courses import in_banks, in_one_bank, spread
from benchmarks.floors import parse
from benchmarks.measuring import Measured, command, here, module, tell
from benchmarks.sizes import Sized, seconds, sized
from benchmarks.telling import Plan, Section, Table, alone
from quizgen.banks import MOST_ITEMS
from quizgen.course import load

CHECK = (sys.executable, "-m", "quizgen", "check", "--format", "json")
Maker = Callable[[Path, int], Path]
SHAPES: dict[str, Maker] = {"banks of 500": in_banks, "banks of thirty-odd": spread, "one bank": in_one_bank}
MOST = {"one bank": MOST_ITEMS}
"""As many items a bank may have; one of more is refused, and that is no measure of a check."""
MEASURES: dict[str, Callable[[Path], object]] = {"load": load, "parse": parse}


HEADS = ("course", "items", "load, s", "check, s", "processor, s", "items/s", "floor, s", "times", "memory, MiB")
ABOUT = (
    "`load` is reading alone, in a process of its own; `check` the whole of `quizgen check`, its start too. The floor"
    " is the same banks through PyYAML's C events, and `times` how often that goes into the processor's time of "
    "`check`."
)


def measure(plan: Plan) -> Section:
    """Each size of each shape of course: reading it, checking it by the command, and the floor."""
    rows, left_out = list[tuple[str, ...]](), list[str]()
    for shape in SHAPES:
        reading, checking, floor = _of_shape(shape, plan)
        left_out += [f"{shape}, {one.left_out}" for one in (checking,) if one.left_out]
        rows += [(shape, f"{size:,}", *_figures(size, reading, checking, floor)) for size in checking.at]
    return Section("Load and check", ABOUT, (Table(HEADS, tuple(rows)),), tuple(left_out))


def _of_shape(shape: str, plan: Plan) -> tuple[Sized, Sized, Sized]:
    """Reading, checking and the floor, for courses of this shape."""
    with tempfile.TemporaryDirectory() as name:
        course = functools.cache(lambda size: SHAPES[shape](Path(name, str(size)), size))
        most = MOST.get(shape)
        checking = sized(plan, lambda size: command(CHECK, course(size), allowed=(0, 1)), most)
        reached = replace(plan, sizes=tuple(checking.at))
        reading = sized(reached, lambda size: module("benchmarks.checking", "load", course(size)))
        floor = sized(reached, lambda size: module("benchmarks.checking", "parse", course(size)))
    return reading, checking, floor


def _figures(size: int, reading: Sized, checking: Sized, floor: Sized) -> tuple[str, ...]:
    checked, least = checking.at[size], floor.at[size].processor
    rate, times = f"{size / checked.clock:,.0f}", f"{checked.processor / least:.1f}"
    ours = (reading.clock(size), checking.clock(size), seconds(checked.processor), rate)
    return (*ours, seconds(least), times, f"{checked.memory:,.0f}")


def _measured(what: str, course: Path) -> Measured:
    """What is measured in this process."""
    return here(lambda: MEASURES[what](course))


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in MEASURES:
        tell(_measured(sys.argv[1], Path(sys.argv[2])))
    else:
        alone(measure)
