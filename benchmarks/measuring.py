"""What a piece of work takes: seconds by the clock and of the processor, memory, bytes. In processes of its own.

This module needs nothing but Python, since peers are measured by it in an environment without quizgen.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
ROUNDS = 3


@dataclass(frozen=True)
class Measured:
    """What one run took; memory in MiB is that of the largest process of the run."""

    clock: float
    processor: float
    memory: float = 0.0
    size: int = 0


class FailedError(Exception):
    """A program that was to be measured ended with an error; the message is what it said."""


def here(work: Callable[[], object]) -> Measured:
    """What work takes in this process and in those that it begins; the size is that of the bytes that it returns."""
    before, used = time.perf_counter(), _processor()
    made = work()
    return Measured(
        time.perf_counter() - before, _processor() - used, _memory(), len(made) if isinstance(made, bytes) else 0
    )


def tell(measured: Measured) -> None:
    """Print what was measured here, for the process that asked for it."""
    print(json.dumps(asdict(measured)))


def command(arguments: Sequence[str | Path], folder: Path = REPOSITORY, allowed: Iterable[int] = (0,)) -> Measured:
    """What a program takes from its start to its end."""
    return _run(arguments, folder, allowed)[0]


def module(name: str, *arguments: object, python: Path | str = sys.executable) -> Measured:
    """What a module measures in a process of its own and tells of; the memory is that of the whole process."""
    around, said = _run([python, "-m", name, *map(str, arguments)], REPOSITORY, (0,))
    inside = Measured(**json.loads(said))
    return Measured(inside.clock, inside.processor, around.memory, inside.size)


def in_turns(runs: Mapping[str, Callable[[], Measured]], rounds: int = ROUNDS) -> dict[str, Measured]:
    """The best of a few rounds, in each of which all take their turn, so that a busy minute strikes all alike."""
    found = [{name: run() for name, run in runs.items()} for _ in range(rounds)]
    return {name: best([results[name] for results in found]) for name in runs}


def best(runs: Sequence[Measured]) -> Measured:
    """The least of each figure."""
    return Measured(
        min(run.clock for run in runs),
        min(run.processor for run in runs),
        min(run.memory for run in runs),
        min(run.size for run in runs),
    )


def _run(arguments: Sequence[str | Path], folder: Path, allowed: Iterable[int]) -> tuple[Measured, str]:
    """Run a program behind a small process that waits for it: the memory that a program begins with is its parent's."""
    waiting = [sys.executable, "-S", "-E", __file__, *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(waiting, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FailedError(f"{' '.join(waiting)}: {done.stderr[-2000:]}")
    told = json.loads(done.stdout)
    if told["status"] not in allowed:
        raise FailedError(f"{' '.join(map(str, arguments))} ended with {told['status']}: {told['errors'][-2000:]}")
    return Measured(**told["measured"]), told["said"]


def _wait_for(arguments: Sequence[str]) -> None:
    """Run a program to its end, and print what it took, with what it printed."""
    before = time.perf_counter()
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    clock = time.perf_counter() - before
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    measured = Measured(clock, used.ru_utime + used.ru_stime, _mebibytes(used))
    told = {"measured": asdict(measured), "status": done.returncode, "said": done.stdout, "errors": done.stderr}
    print(json.dumps(told))


def _processor() -> float:
    """Seconds of the processor so far, of this process and of those that have ended in it."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def _memory() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(map(_mebibytes, both))


def _mebibytes(used: resource.struct_rusage) -> float:
    """The most that the largest process has held; the system counts kilobytes, on macOS bytes."""
    return used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    _wait_for(sys.argv[1:])
