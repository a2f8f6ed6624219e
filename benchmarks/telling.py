"""What a subject hands over: tables of what was measured, and promises kept or not; all of it as Markdown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.measuring import ROUNDS

COMPARED = 1_000
"""So many items are put through peers."""
USUAL = (100, 1_000, 10_000, 100_000)


@dataclass(frozen=True)
class Plan:
    """For how many items each thing is measured, and how often; peers get 1,000, or as many as there are at most."""

    sizes: tuple[int, ...] = USUAL
    rounds: int = ROUNDS

    @property
    def compared(self) -> int:
        """How many items peers get."""
        return min(COMPARED, max(self.sizes))


@dataclass(frozen=True)
class Table:
    """Rows of what was measured, under heads; the first of each row is a name, the rest are figures as text."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    about: str = ""

    def lines(self) -> Iterator[str]:
        """The table in Markdown, its columns as wide as they need to be."""
        if self.about:
            yield from (self.about, "")
        widths = [max(map(len, column)) for column in zip(self.heads, *self.rows, strict=True)]
        yield _row(self.heads, widths)
        yield f"|{'|'.join(('-' * (width + 1)) + (':' if place else '-') for place, width in enumerate(widths))}|"
        yield from (_row(row, widths) for row in self.rows)


@dataclass(frozen=True)
class Promise:
    """A bound that quizgen promises to keep, what was found, and whether that keeps it; None where it is not known."""

    what: str
    found: str = "not measured"
    met: bool | None = None


def at_most(what: str, bound: float, found: float | None, unit: str = "") -> Promise:
    """A promise that a figure stays at or under its bound."""
    return Promise(what) if found is None else Promise(what, f"{found:,.2f}{unit}", found <= bound)


def at_least(what: str, bound: float, found: float | None, unit: str = "") -> Promise:
    """A promise that a figure reaches its bound."""
    return Promise(what) if found is None else Promise(what, f"{found:,.2f}{unit}", found >= bound)


@dataclass(frozen=True)
class Section:
    """What a subject found: what it is about, its tables, what was left out and why, and its promises."""

    title: str
    about: str
    tables: tuple[Table, ...]
    left_out: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = field(default=())

    def lines(self) -> Iterator[str]:
        """The section in Markdown."""
        yield from (f"## {self.title}", "", self.about, "")
        for table in self.tables:
            yield from (*table.lines(), "")
        if self.left_out:
            yield from (*(f"- Left out: {said}" for said in self.left_out), "")


def promised(promises: Sequence[Promise]) -> Table:
    """What was promised, with what was found."""
    verdicts = {True: "met", False: "**not met**", None: "–"}
    rows = tuple((promise.what, promise.found, verdicts[promise.met]) for promise in promises)
    return Table(("promise", "found", ""), rows)


def alone(measure: Callable[[Plan], Section]) -> None:
    """Run one subject and print what it found; the sizes may be named on the command line."""
    section = measure(Plan(tuple(map(int, sys.argv[1:])) or USUAL[:2]))
    kept = promised(section.promises).lines() if section.promises else ()
    print("\n".join([*section.lines(), *kept]))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """A row whose first cell stands left and whose figures stand right."""
    placed = (
        f" {cell:>{width}} " if place else f" {cell:<{width}} "
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"|{'|'.join(placed)}|"
