"""What a page is made of: rows of text with marks beside them, kept together in blocks such as an item.

Measured once, when a row is made, so that pages can be filled before anything is drawn. All measures are in points;
`left` counts from the left edge of the type area.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from quizgen.exporters.pdf.drawing import Drawing
from quizgen.exporters.pdf.setting import Line, lines
from quizgen.exporters.pdf.styles import Style
from quizgen.exporters.pdf.tags import Tag
from quizgen.exporters.pdf.text import Text

HAIR = 0.01
"""What sums of the same heights may differ by."""
_BEGINNING = 4
START = 120.0
"""As many rows of a block that is taller than a page stand together before it goes on overleaf, or as much of them."""

Mark: TypeAlias = Callable[[Drawing, float, float], None]
"""Draws something beside a text; told the drawing, the left edge of the type area, and the text's first baseline."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in its place: how far from the left, and how wide it may be; without a tag it is decoration."""

    left: float
    width: float
    lines: tuple[Line, ...]
    style: Style
    tag: Tag | None = None

    @classmethod
    def of(cls, left: float, width: float, text: Text, style: Style, tag: Tag | None = None) -> Cell:
        """A text (as `text.prose` and `text.literal` make it) set in a style, its lines broken."""
        return cls(left, width, lines(text, style, width), style, tag)

    @property
    def baseline(self) -> float:
        """How far the first baseline lies below the top."""
        return self.style.size if self.lines else 0

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return len(self.lines) * self.style.leading

    def draw(self, drawing: Drawing, left: float, baseline: float) -> None:
        """Draw the lines, the first on the baseline; the type area begins at `left`."""
        drawing.text(left + self.left, baseline, self.lines, self.style, self.width, self.tag)

    def split(self, room: float) -> tuple[Cell, Cell | None] | None:
        """The lines that go in the room, and those left over; None where none goes."""
        count = int(room / self.style.leading + HAIR)
        if count < 1 or not self.lines:
            return None
        first, rest = (replace(self, lines=part) for part in (self.lines[:count], self.lines[count:]))
        return first, (rest if rest.lines else None)


@dataclass(frozen=True, slots=True)
class Row:
    """Texts side by side on one baseline, with their marks; never parted unless it is taller than a page."""

    cells: tuple[Cell, ...]
    marks: tuple[Mark, ...]
    above: float
    baseline: float
    height: float

    @classmethod
    def of(cls, *cells: Cell, marks: Iterable[Mark] = (), above: float = 0, least: float = 0) -> Row:
        """A row `above` points below the one before it and at least `least` high."""
        baseline = max((cell.baseline for cell in cells), default=least)
        height = max((baseline - cell.baseline + cell.height for cell in cells), default=0)
        return cls(cells, tuple(marks), above, baseline, max(height, least))

    def draw(self, drawing: Drawing, left: float, top: float) -> None:
        """Draw the texts and marks, the row's top at `top`."""
        baseline = top - self.baseline
        for mark in self.marks:
            mark(drawing, left, baseline)
        for cell in self.cells:
            cell.draw(drawing, left, baseline)

    def split(self, room: float) -> tuple[Row, Row] | None:
        """The part that goes in the room and the rest; None where it cannot be parted so."""
        parted = [cell.split(room - self.baseline + cell.baseline) for cell in self.cells]
        halves = [half for half in parted if half is not None]
        rest = [second for _, second in halves if second is not None]
        if len(halves) < len(parted) or not rest:
            return None
        first = Row.of(*(first for first, _ in halves), marks=self.marks, above=self.above)
        return first, Row.of(*rest)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that stand on one page, such as an item; one that heads others (`heads`) stands on the next one's page.

    `above` is the space before it, unless it comes first on its page; `again` is the row that begins each further page
    where a block is taller than a page. One that is `loose` goes on overleaf too where it would fit on a page: it asks
    for room for its first `loose` rows alone. `bookmark` is the name under which readers can jump to it;
    where it is `under`, it lies under that of the heading before it.
    """

    rows: tuple[Row, ...]
    above: float
    heads: bool = False
    again: Row | None = None
    loose: int = 0
    bookmark: str = ""
    under: bool = False

    @property
    def height(self) -> float:
        """How high it is, without the space before it."""
        return self._upto(len(self.rows))

    def needed(self, page: float) -> float:
        """How much of it must stand together where pages are `page` high."""
        together = self._upto(self.loose or len(self.rows))
        return together if together <= page else min(self._upto(_BEGINNING), START)

    def _upto(self, count: int) -> float:
        return sum(row.above + row.height for row in self.rows[:count])

    def draw(self, drawing: Drawing, left: float, top: float) -> None:
        """Draw the rows one below the other from `top`."""
        if self.bookmark:
            drawing.bookmark(self.bookmark, top, level=1 if self.under else 0)
        for row in self.rows:
            top -= row.above
            row.draw(drawing, left, top)
            top -= row.height

    def split(self, room: float, page: float) -> tuple[Block, Block | None]:
        """What goes in the room, parted between two rows where one can, and the rest, said to be continued."""
        heights = itertools.accumulate(row.above + row.height for row in self.rows)
        count = sum(1 for _ in itertools.takewhile(lambda height: height <= room + HAIR, heights))
        first, rest = self._parted(count, room, page)
        again = (self.again,) if self.again else ()
        return replace(self, rows=first), replace(self, rows=(*again, *rest), above=0, bookmark="") if rest else None

    def _parted(self, count: int, room: float, page: float) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """The rows up to `count`; with lines of the next one where that is no headway, or it is taller than a page."""
        next_one = self.rows[count]
        headway = count > (1 if self.rows[0] is self.again else 0)
        halves = None
        if not headway or next_one.height > page:
            halves = next_one.split(room - self._upto(count) - next_one.above)
        if halves is not None:
            return (*self.rows[:count], halves[0]), (halves[1], *self.rows[count + 1 :])
        if not headway:  # it cannot be parted: it runs over, rather than be tried for ever
            count += 1
        return self.rows[:count], self.rows[count:]
