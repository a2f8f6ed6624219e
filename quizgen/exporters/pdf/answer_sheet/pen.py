"""What a sheet is drawn with: texts, frames, rings and black squares, placed in mm from the page's top left corner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from quizgen.exporters.pdf.answer_sheet.layout import Point
from quizgen.exporters.pdf.drawing import Drawing
from quizgen.exporters.pdf.setting import Line, lines, width_in_one_line
from quizgen.exporters.pdf.styles import Style
from quizgen.exporters.pdf.tags import Tag
from quizgen.exporters.pdf.text import literal

MM: float = mm
"""A millimetre in points, the unit of PDF."""
RING = 0.55
"""The line of a bubble, in points: thin, and yet a photocopier keeps it."""
_CAPITALS = 0.66
"""The height of capitals and figures, of the size of their type."""
_CORNER = 0.5
"""The radius of the corners of a square that stands for a bubble."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on the page of a file; the page is `height` mm high."""

    drawing: Drawing
    height: float

    def x(self, x: float) -> float:
        """A distance from the left, in points."""
        return x * MM

    def y(self, y: float) -> float:
        """A distance from the top, in points from the bottom."""
        return (self.height - y) * MM

    def set(self, told: Sequence[Line], style: Style, x: float, baseline: float, tag: Tag | None = None) -> None:
        """Draw lines, the first on a baseline."""
        self.drawing.text(self.x(x), self.y(baseline), told, style, tag=tag)

    def write(self, text: str, style: Style, x: float, baseline: float, tag: Tag | None = None) -> None:
        """Draw a text in one line that begins, is centred or ends at `x`, as its style is aligned."""
        self.drawing.text(self.x(x), self.y(baseline), lines(literal(text), style, 10_000), style, tag=tag)

    def sign(self, letters: str, style: Style, at: Point, tag: Tag | None = None) -> None:
        """Draw a letter or figure, its middle at a point."""
        (line,) = lines(literal(letters), style, 10_000)
        # those who listen hear it apart from the next by the space behind it
        pieces = tuple(piece._replace(text=f"{piece.text} ") for piece in line.pieces) if tag else line.pieces
        baseline = self.y(at.y) - style.size * _CAPITALS / 2
        self.drawing.text(self.x(at.x) - line.width / 2, baseline, [line._replace(pieces=pieces)], style, tag=tag)

    def rule(self, left: float, right: float, y: float) -> None:
        """Draw a level line."""
        self.drawing.rule(self.x(left), self.x(right), self.y(y), RING)

    def frame(self, x: float, y: float, width: float, height: float, weight: float = 0.7) -> None:
        """Draw a frame by its upper left corner."""
        self.drawing.rectangle(self.x(x), self.y(y + height), width * MM, height * MM, weight)

    def ring(self, at: Point, radius: float) -> None:
        """Draw a bubble."""
        self.drawing.ring(self.x(at.x), self.y(at.y), radius * MM, RING)

    def square(self, at: Point, half: float) -> None:
        """Draw the square that stands for a bubble."""
        with self.drawing.freely() as canvas:
            canvas.setLineWidth(RING)
            side = 2 * half * MM
            canvas.roundRect(self.x(at.x - half), self.y(at.y + half), side, side, _CORNER * MM)

    def disc(self, at: Point, radius: float) -> None:
        """Fill a circle."""
        with self.drawing.freely() as canvas:
            canvas.circle(self.x(at.x), self.y(at.y), radius * MM, stroke=0, fill=1)

    def strokes(self, *strokes: Sequence[tuple[float, float]]) -> None:
        """Draw lines from point to point, as a hand would."""
        with self.drawing.freely() as canvas:
            canvas.setLineWidth(1)
            for first, *others in strokes:
                path = canvas.beginPath()
                path.moveTo(self.x(first[0]), self.y(first[1]))
                for x, y in others:
                    path.lineTo(self.x(x), self.y(y))
                canvas.drawPath(path)

    def squares(self, corners: Iterable[tuple[float, float]], side: float, *, white: bool = False) -> None:
        """Fill squares, by their upper left corners, as one shape: no seam shows between them."""
        with self.drawing.freely() as canvas:
            path = canvas.beginPath()
            for x, y in corners:
                path.rect(self.x(x), self.y(y + side), side * MM, side * MM)
            canvas.setFillGray(int(white))
            canvas.drawPath(path, stroke=0, fill=1)
            canvas.setFillGray(0)


def width(text: str, style: Style) -> float:
    """How wide a text is in one line, in mm."""
    return width_in_one_line(literal(text), style) / MM


def fitted(text: str, styles: Sequence[Style], room: float, most: int = 1) -> tuple[tuple[Line, ...], Style]:
    """The text in the first of the styles in which a line of `room` mm holds it; in the last it may take more lines,
    and is cut with … where it takes more than the most.
    """
    for style in styles:
        told = lines(literal(text), style, room * MM)
        if len(told) <= (most if style is styles[-1] else 1):
            return told, style
    return _cut(text, styles[-1], room * MM, most), styles[-1]


def _cut(text: str, style: Style, room: float, most: int) -> tuple[Line, ...]:
    """As much of the text as so many lines hold, and …"""
    fits, too_much = 0, len(text)
    while too_much - fits > 1:
        middle = (fits + too_much) // 2
        if len(lines(literal(text[:middle] + "…"), style, room)) <= most:
            fits = middle
        else:
            too_much = middle
    return lines(literal(text[:fits].rstrip() + "…"), style, room)
