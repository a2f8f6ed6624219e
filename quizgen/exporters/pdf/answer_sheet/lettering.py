"""Text on an answer sheet: set at a baseline, in mm from the page's top left, as large as its room allows.

Everything that is written on a sheet goes through here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Literal, TypeAlias

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm as _mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

from quizgen.exporters.pdf import faces, fonts  # noqa: F401 - fonts makes the faces known to reportlab
from quizgen.exporters.pdf.faces import SANS

PLAIN = SANS.regular
"""The face of what is not strong."""

Align: TypeAlias = Literal["left", "centre", "right"]

MM: float = _mm
"""A millimetre in points, the unit of PDF."""
_BOUNDLESS = 100_000.0
_ALIGNED: dict[Align, int] = {"left": 0, "centre": 1, "right": 2}
_CAPITALS = 0.66
"""The height of capitals and figures to the size of the type."""


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type in points, from line to line `leading`; all of a sheet is set in one family."""

    size: float
    leading: float = 0
    strong: bool = False

    @property
    def face(self) -> str:
        """The name that reportlab knows the face by."""
        return SANS.face(strong=self.strong)

    def style(self, align: Align = "left") -> ParagraphStyle:
        """What reportlab sets a paragraph by."""
        # every face is named: where one is left out, reportlab sets Helvetica and does not embed it
        return ParagraphStyle(
            f"{self.face}-{self.size}-{align}",
            fontName=self.face,
            bulletFontName=self.face,
            fontSize=self.size,
            leading=self.leading or self.size * 1.25,
            alignment=_ALIGNED[align],
        )


@dataclass(frozen=True, slots=True)
class Text:
    """A text, its lines broken to a width in mm."""

    paragraph: Paragraph
    size: float

    @classmethod
    def of(cls, text: str, type: Type, width: float, align: Align = "left") -> Text:
        """The text set in a type."""
        paragraph = Paragraph("".join(_faced(run, family) for run, family in faces.runs(text, SANS)), type.style(align))
        paragraph.wrap(width * MM, _BOUNDLESS)
        return cls(paragraph, type.size)

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return len(self.paragraph.blPara.lines)


def _faced(run: str, family: faces.Family) -> str:
    """A run for a reportlab paragraph, escaped, in a family that has its characters."""
    escaped = escape(run, quote=False)
    return escaped if family is SANS else f'<font name="{family.regular}">{escaped}</font>'


def width(text: str, type: Type) -> float:
    """How wide a text is in one line, in mm."""
    paragraph = Text.of(text, type, _BOUNDLESS).paragraph
    return float(max(paragraph.getActualLineWidths0(), default=0)) / MM


def fitted(text: str, types: Sequence[Type], room: float, lines: int = 1) -> Text:
    """The text in the first of the types in which it takes one line; in the last in as many lines as there may be, cut
    with … where it takes more.
    """
    for type in types:
        found = Text.of(text, type, room)
        if found.lines <= (lines if type is types[-1] else 1):
            return found
    return _cut(text, types[-1], room, lines)


def _cut(text: str, type: Type, room: float, lines: int) -> Text:
    """As much of the text as the lines hold, and …"""
    fits, too_much = 0, len(text)
    while too_much - fits > 1:
        middle = (fits + too_much) // 2
        if Text.of(text[:middle] + "…", type, room).lines <= lines:
            fits = middle
        else:
            too_much = middle
    return Text.of(text[:fits].rstrip() + "…", type, room)


@dataclass(frozen=True, slots=True)
class Page:
    """A canvas whose page is `height` mm high, to be written on from its top left."""

    canvas: Any
    height: float

    def x(self, x: float) -> float:
        """A distance from the left, in points."""
        return x * MM

    def y(self, y: float) -> float:
        """A distance from the top, in points from the bottom."""
        return (self.height - y) * MM

    def set(self, text: Text, x: float, baseline: float) -> None:
        """Draw a text, the baseline of its first line at `baseline`."""
        text.paragraph.drawOn(self.canvas, self.x(x), self.y(baseline) + text.size - text.paragraph.height)

    def write(self, text: str, type: Type, x: float, baseline: float, align: Align = "left") -> None:
        """Draw a text in one line that begins, is centred or ends at `x`."""
        wide = width(text, type) + 1
        start = {"left": x, "centre": x - wide / 2, "right": x - wide}[align]
        self.set(Text.of(text, type, wide, align), start, baseline)

    def sign(self, text: str, type: Type, x: float, y: float) -> None:
        """Draw a letter or figure, its middle at a point."""
        self.canvas.setFont(type.face, type.size)
        left = self.x(x) - stringWidth(text, type.face, type.size) / 2
        self.canvas.drawString(left, self.y(y) - type.size * _CAPITALS / 2, text)
