"""All subjects in turn, into `RESULTS.md`: `python -m benchmarks [SIZE …]`."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    building,
    canvas,
    checking,
    decks,
    exporting,
    machine,
    opening,
    printing,
    results,
    selftests,
    starting,
)
from benchmarks.telling import USUAL, Plan, Section

RESULTS = Path(__file__).parent / "RESULTS.md"
SUBJECTS: tuple[Callable[[Plan], Section], ...] = tuple(
    subject.measure
    for subject in (starting, checking, exporting, building, decks, printing, selftests, canvas, opening)
)


def main() -> None:
    """Measure everything, tell what comes of it as it comes, and write the page."""
    plan = Plan(tuple(sorted(map(int, sys.argv[1:]))) or USUAL)
    sections = []
    for measure in SUBJECTS:
        sections.append(measure(plan))
        print("\n".join(sections[-1].lines()), flush=True)
    today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    RESULTS.write_text(results.page(sections, machine.described(), today, plan), encoding="utf-8")
    print(f"written: {RESULTS.relative_to(RESULTS.parent.parent)}")


if __name__ == "__main__":
    main()
