"""Which items an answer sheet has bubbles for, and in which column and row of which page they stand.

Two items never share a row of a column; one with more options than a row holds goes on in the next rows of its column.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.model import Choices, Form, Placed

MOST_OPTIONS = 26
"""There are as many letters; an item with more options is answered on the paper."""
MOST_PAGES = 4


@dataclass(frozen=True, slots=True)
class Grid:
    """So many columns of so many rows; `across` is how many bubbles a row holds."""

    columns: int
    rows: int
    across: int


GRIDS = (Grid(2, 10, 13), Grid(2, 20, 13), Grid(3, 20, 8), Grid(4, 20, 6), Grid(4, 25, 6))
"""A page takes the first in which all that is left finds room, or fills the last."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An item with the column and row that it begins in, counted from 0."""

    placed: Placed
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A page's grid with its items, and the numbers of the items before and between them that have no bubbles."""

    grid: Grid
    spots: tuple[Spot, ...]
    written: tuple[int, ...]


def pages(form: Form) -> tuple[Filled, ...]:
    """The pages of a form's sheet: one at least, and no more than the most. An item for which none is left is among
    those that are written on the paper.
    """
    filled = tuple(_filled(form))
    written = _written(form, [spots for _, spots in filled])
    return tuple(Filled(grid, spots, numbers) for (grid, spots), numbers in zip(filled, written, strict=True))


def left_over(form: Form) -> int:
    """How many items would have bubbles if there were more pages."""
    return len(_marked(form)) - sum(len(spots) for _, spots in _filled(form))


def _filled(form: Form) -> Iterator[tuple[Grid, tuple[Spot, ...]]]:
    left = _marked(form)
    for _ in range(MOST_PAGES):
        grid, spots = _page(left)
        yield grid, spots
        left = left[len(spots) :]
        if not left:
            return


def _marked(form: Form) -> Sequence[Placed]:
    """The items that are answered by filling bubbles, unless there are too many."""
    return [placed for placed in form.placed if _has_letters(placed)]


def _has_letters(placed: Placed) -> bool:
    answer = placed.question.answer
    return isinstance(answer, Choices) and len(answer.options) <= MOST_OPTIONS


def options(placed: Placed) -> int:
    """How many bubbles an item has."""
    answer = placed.question.answer
    return len(answer.options) if isinstance(answer, Choices) else 0


def _page(left: Sequence[Placed]) -> tuple[Grid, tuple[Spot, ...]]:
    """The smallest grid that holds all of the items; the largest with as many as it holds where none does."""
    for grid in GRIDS:
        spots = tuple(_spots(grid, left))
        if len(spots) == len(left):
            break
    return grid, spots


def _spots(grid: Grid, items: Sequence[Placed]) -> Iterator[Spot]:
    column, row = 0, 0
    for placed in items:
        needed = math.ceil(options(placed) / grid.across)
        if row + needed > grid.rows:
            column, row = column + 1, 0
        if column == grid.columns:
            return
        yield Spot(placed, column, row)
        row += needed


def _written(form: Form, spots: Sequence[Sequence[Spot]]) -> Iterator[tuple[int, ...]]:
    """For each page the numbers of items without bubbles, up to its last item; on the last page all that are left."""
    marked = {spot.placed.number for page in spots for spot in page}
    written = [placed.number for placed in form.placed if placed.number not in marked]
    for index, page in enumerate(spots):
        last = index == len(spots) - 1
        here = [number for number in written if last or number < page[-1].placed.number]
        written = written[len(here) :]
        yield tuple(here)
