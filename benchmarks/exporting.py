"""How fast each format is made of many items, alone and on one processor, from values to bytes."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from functools import partial

from benchmarks import copies
from benchmarks.measuring import here, module, tell
from benchmarks.sizes import sized
from benchmarks.telling import Plan, Section, Table, alone
from quizgen import exporters

ABOUT = (
    "Seconds by the clock for all files of a format, made in one process from quizzes of 500 items with every answer "
    "shape; memory is that of this process at the largest size, and the file sizes are there too."
)


def measure(plan: Plan) -> Section:
    """Each format at each size."""
    rows, left_out = list[tuple[str, ...]](), list[str]()
    for listed in exporters.ALL:
        found = sized(plan, partial(module, "benchmarks.exporting", listed.NAME))
        most = max(found.at)
        times = tuple(found.clock(size) for size in sorted(plan.sizes))
        each = f"{found.at[most].clock / most * 1e6:,.0f}"
        rows.append((listed.NAME, *times, each, f"{found.at[most].memory:,.0f}", f"{found.at[most].size / 1e6:,.1f}"))
        left_out += [f"{listed.NAME}, {found.left_out}"] if found.left_out else []
    heads = ("format", *(f"{size:,}, s" for size in sorted(plan.sizes)), "µs/item", "memory, MiB", "files, MB")
    return Section("Each format", ABOUT, (Table(heads, tuple(rows)),), tuple(left_out))


def main() -> None:
    """Measure one format at one size here; what it imports is there before the time is taken."""
    name, items = sys.argv[1], int(sys.argv[2])
    gc.set_threshold(100_000)  # as the command line has it
    exporter, quizzes = exporters.BY_NAME[name], copies.quizzes(items)
    list(exporter.export(copies.quizzes(10), copies.SETTINGS))
    sizes: list[int] = []
    measured = here(lambda: sizes.extend(len(output.data) for output in exporter.export(quizzes, copies.SETTINGS)))
    tell(replace(measured, size=sum(sizes)))


if __name__ == "__main__":
    main() if sys.argv[1:2] and sys.argv[1] in exporters.BY_NAME else alone(measure)
