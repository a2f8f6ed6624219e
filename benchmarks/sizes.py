"""The same measurement at one size after another, for as long as it can be waited for and fits, and beside others."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.measuring import Measured, best
from benchmarks.telling import Plan, Table

PATIENCE = 180.0
"""So many seconds one measurement may take, by what it took at the size before."""
OFTEN = 1_000
"""Up to so many items it is made a few times."""


@dataclass(frozen=True)
class Sized:
    """What was measured at each size that was reached, and why there is no more."""

    at: dict[int, Measured]
    left_out: str = ""

    def clock(self, size: int) -> str:
        """Seconds by the clock, as a cell of a table."""
        return seconds(self.at[size].clock) if size in self.at else "–"


def sized(plan: Plan, measure: Callable[[int], Measured], most: int | None = None) -> Sized:
    """The measurement at each size of the plan up to the one that would take too long or too much memory."""
    found: dict[int, Measured] = {}
    for size in sorted(plan.sizes):
        why = f"more than {most:,} do not fit" if most is not None and size > most else _too_much(found, size)
        if why:
            return Sized(found, f"{size:,} items and more ({why})")
        found[size] = best([measure(size) for _ in range(plan.rounds if size <= OFTEN else 1)])
    return Sized(found)


def _too_much(found: dict[int, Measured], size: int) -> str:
    if not found:
        return ""
    last = max(found)
    seconds, memory = (figure * size / last for figure in (found[last].clock, found[last].memory))
    if seconds > PATIENCE:
        return f"that would take about {seconds / 60:,.0f} minutes"
    room = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**20
    return f"that would take about {memory / 1024:,.1f} GiB of memory" if memory > room / 2 else ""


def beside(made: str, found: Mapping[str, Measured], base: str, items: int) -> Table:
    """What was measured of one size, with how many times the processor time of one of them each took."""
    rows = []
    for name, one in found.items():
        times = f"{one.processor / found[base].processor:.2f}"
        figures = (seconds(one.clock), seconds(one.processor), times, f"{one.memory:,.0f}", f"{one.size / 1000:,.0f}")
        rows.append((name, f"{items:,}", *figures))
    return Table((made, "items", "clock, s", "processor, s", "times", "memory, MiB", "kB"), tuple(rows))


def seconds(figure: float) -> str:
    """Seconds, as a cell of a table."""
    return f"{figure:,.2f}"
