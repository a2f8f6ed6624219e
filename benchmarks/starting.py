"""How soon the command answers, beside Python that does nothing."""

from __future__ import annotations

import sys
from functools import partial

from benchmarks.measuring import Measured, command, in_turns
from benchmarks.telling import Plan, Section, Table, alone, at_most

OFTEN = 5
"""So many times as many rounds as usual, since each is short."""
PROGRAMS = {
    "python -c pass": ("-c", "pass"),
    "quizgen --help": ("-m", "quizgen", "--help"),
    "quizgen build --help": ("-m", "quizgen", "build", "--help"),
    "quizgen explain": ("-m", "quizgen", "explain"),
}


def measure(plan: Plan) -> Section:
    """Each program from its start to its end, and how many times as long as Python alone it takes."""
    runs = {name: partial(command, (sys.executable, *given)) for name, given in PROGRAMS.items()}
    found: dict[str, Measured] = in_turns(runs, plan.rounds * OFTEN)
    least, helped = found["python -c pass"], found["quizgen --help"]
    rows = tuple(
        (
            name,
            f"{one.clock * 1000:,.0f}",
            f"{one.processor * 1000:,.0f}",
            f"{one.clock / least.clock:.1f}",
            f"{one.memory:,.0f}",
        )
        for name, one in found.items()
    )
    heads = ("command", "clock, ms", "processor, ms", "times", "memory, MiB")
    promise = at_most("`quizgen --help`: 8 times `python -c pass` at most, by the clock", 8, helped.clock / least.clock)
    about = "From the start of the process to its end; the best of several rounds in turns."
    return Section("Start-up", about, (Table(heads, rows),), (), (promise,))


if __name__ == "__main__":
    alone(measure)
