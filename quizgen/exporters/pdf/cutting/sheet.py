"""Where cards lie on a sheet: two beside four, edge to edge, so that one cut parts two of them. All in points.

The cards stand in the middle of the sheet. So the back of each lies where its front is, seen from behind, once the
printer has turned the sheet over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib import pagesizes
from reportlab.lib.units import mm

from quizgen.model import Flip, Paper

WIDTH, HEIGHT = 88 * mm, 63 * mm
"""Of a card: that of a playing card, laid on its side."""
COLUMNS, ROWS = 2, 4
EACH = COLUMNS * ROWS
"""As many cards stand on a sheet."""
PRINTABLE = 8 * mm
"""As near to the paper's edges may anything be printed."""
_CLEAR = 1.5 * mm
"""From the end of a cut mark to the nearest card."""
_SIZES = {"letter": pagesizes.LETTER, "a4": pagesizes.A4}


@dataclass(frozen=True, slots=True)
class Place:
    """The upper left corner of a card's face."""

    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper with its cards, and the edge that it is turned over on."""

    paper: Paper
    flip: Flip

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the paper."""
        width, height = _SIZES[self.paper]
        return float(width), float(height)

    @property
    def corner(self) -> Place:
        """Where the cards begin, at the upper left."""
        width, height = self.size
        return Place((width - COLUMNS * WIDTH) / 2, (height + ROWS * HEIGHT) / 2)

    def front(self, index: int) -> Place:
        """Where the front of the sheet's card of that index, from 0, lies; cards run along the rows."""
        row, column = divmod(index, COLUMNS)
        return self._at(row, column)

    def back(self, index: int) -> Place:
        """Where its back lies on the sheet's other side."""
        row, column = divmod(index, COLUMNS)
        return self._at(row, COLUMNS - 1 - column) if self.flip == "long-edge" else self._at(ROWS - 1 - row, column)

    def _at(self, row: int, column: int) -> Place:
        return Place(self.corner.left + column * WIDTH, self.corner.top - row * HEIGHT)

    def cut_marks(self) -> Iterator[tuple[float, float, float, float]]:
        """A line from x, y to x, y at both ends of every cut, between the cards and what can be printed."""
        width, height = self.size
        left, top = self.corner.left, self.corner.top
        for column in range(COLUMNS + 1):
            x = left + column * WIDTH
            yield x, PRINTABLE, x, height - top - _CLEAR
            yield x, top + _CLEAR, x, height - PRINTABLE
        for row in range(ROWS + 1):
            y = top - row * HEIGHT
            yield PRINTABLE, y, left - _CLEAR, y
            yield width - left + _CLEAR, y, width - PRINTABLE, y
