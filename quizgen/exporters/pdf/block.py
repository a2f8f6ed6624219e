"""What a page is made of: rows of text with marks beside them, kept together in blocks such as an item.

Measured once, when a row is made, so that pages can be filled before anything is drawn. All measures are in points;
`left` counts from the left edge of the type area.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

_BOUNDLESS = 100_000.0
_HAIR = 0.01
"""What sums of the same heights may differ by."""
_BEGINNING = 4
_START = 120.0
"""As many rows of a block that is taller than a page stand together before it goes on overleaf, or as much of them."""

Mark: TypeAlias = Callable[[Any, float, float], None]
"""Draws something beside a text; told the canvas, the left edge of the type area, and the text's first baseline."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A paragraph in its place: how far from the left, and how wide it may be."""

    left: float
    width: float
    paragraph: Paragraph

    @classmethod
    def of(cls, left: float, width: float, marked: str, style: ParagraphStyle) -> Cell:
        """A text (as `fonts.prose` and `fonts.literal` make it) set in a style, its lines broken."""
        return cls(left, width, _wrapped(Paragraph(marked, style), width))

    @property
    def baseline(self) -> float:
        """How far the first baseline lies below the top."""
        broken = self.paragraph.blPara
        if not broken.lines:
            return 0.0
        return float(broken.fontSize if broken.kind == 0 else broken.lines[0].fontSize)

    def split(self, room: float) -> tuple[Cell, Cell | None] | None:
        """The lines that go in the room, and those left over; None where none goes."""
        parts = self.paragraph.split(self.width, room)
        if not parts:
            return None
        first, *rest = (replace(self, paragraph=_wrapped(part, self.width)) for part in parts)
        return first, (rest[0] if rest else None)


def _wrapped(paragraph: Paragraph, width: float) -> Paragraph:
    paragraph.wrap(width, _BOUNDLESS)
    return paragraph


def width_in_one_line(marked: str, style: ParagraphStyle) -> float:
    """How wide a text is when nothing breaks it; boundless where it breaks its lines itself."""
    paragraph = _wrapped(Paragraph(marked, style), _BOUNDLESS)
    if len(paragraph.blPara.lines) > 1:
        return _BOUNDLESS
    return float(max(paragraph.getActualLineWidths0(), default=0))


def widest_word(marked: str, style: ParagraphStyle) -> float:
    """How wide a column must be so that no word of a text is broken."""
    return float(Paragraph(marked, style).minWidth())


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
        height = max((baseline - cell.baseline + cell.paragraph.height for cell in cells), default=0)
        return cls(cells, tuple(marks), above, baseline, max(height, least))

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the texts and marks, the row's top at `top`."""
        for mark in self.marks:
            canvas.saveState()
            mark(canvas, left, top - self.baseline)
            canvas.restoreState()
        for cell in self.cells:
            bottom = top - self.baseline + cell.baseline - cell.paragraph.height
            cell.paragraph.drawOn(canvas, left + cell.left, bottom)

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
    for room for its first `loose` rows alone.
    """

    rows: tuple[Row, ...]
    above: float
    heads: bool = False
    again: Row | None = None
    loose: int = 0

    @property
    def height(self) -> float:
        """How high it is, without the space before it."""
        return self._upto(len(self.rows))

    def needed(self, page: float) -> float:
        """How much of it must stand together where pages are `page` high."""
        if self.height > page:
            return min(self._upto(_BEGINNING), _START)
        return self._upto(self.loose or len(self.rows))

    def _upto(self, count: int) -> float:
        return sum(row.above + row.height for row in self.rows[:count])

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the rows one below the other from `top`."""
        for row in self.rows:
            top -= row.above
            row.draw(canvas, left, top)
            top -= row.height

    def split(self, room: float, page: float) -> tuple[Block, Block | None]:
        """What goes in the room, parted between two rows where one can, and the rest, said to be continued."""
        count = sum(self._upto(number) <= room + _HAIR for number in range(1, len(self.rows) + 1))
        first, rest = self._parted(count, room, page)
        again = (self.again,) if self.again else ()
        return replace(self, rows=first), replace(self, rows=(*again, *rest), above=0) if rest else None

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


def paginate(blocks: Iterable[Block], room: float) -> tuple[tuple[Block, ...], ...]:
    """The blocks by page, each page `room` points high; there is at least one page.

    A block that fits on a page is not parted, unless headings before it leave too little: those stand with its start.
    """
    pages: list[list[Block]] = [[]]
    left = room
    for group in _with_headings(blocks):
        if pages[-1] and sum(block.above + block.needed(room) for block in group) > left + _HAIR:
            pages.append([])
            left = room
        for block in group:
            rest: Block | None = block
            while rest is not None:
                rest, left = _placed(rest, pages, left, room)
    return tuple(map(tuple, pages))


def _placed(block: Block, pages: list[list[Block]], left: float, room: float) -> tuple[Block | None, float]:
    """Put a block, or what goes in of it, on the last page; what is left of it and of the page's room."""
    if pages[-1] and block.above + min(block.rows[0].height, _START) > left + _HAIR:
        pages.append([])
        left = room
    above = block.above if pages[-1] else 0
    if above + block.height <= left + _HAIR:
        pages[-1].append(block)
        return None, left - above - block.height
    first, rest = block.split(left - above, room)
    pages[-1].append(first)
    if rest is None:
        return None, 0
    pages.append([])
    return rest, room


def _with_headings(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Each block with the headings before it, since these must not stand alone at the foot of a page."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.heads:
            yield group
            group = []
    if group:
        yield group
