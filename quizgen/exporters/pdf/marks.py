"""The marks that stand beside texts: rules to write on, circles and squares to fill, the box of the form's letter."""

from __future__ import annotations

from quizgen.exporters.pdf.block import Mark
from quizgen.exporters.pdf.drawing import THIN, Drawing

_MIDDLE = 0.31
"""Signs are centred so far above the baseline, of the size of the text that they stand beside."""
_WEIGHT = 0.064
"""How thick the lines of signs are, of that size."""


def rule(left: float, right: float, below: float = 2.0, weight: float = THIN) -> Mark:
    """A line, `below` points under the baseline."""

    def draw(drawing: Drawing, edge: float, baseline: float) -> None:
        drawing.rule(edge + left, edge + right, baseline - below, weight)

    return draw


def circle(centre: float, size: float) -> Mark:
    """A ring to mark where one option is to be chosen, beside text of a size."""

    def draw(drawing: Drawing, edge: float, baseline: float) -> None:
        drawing.ring(edge + centre, baseline + size * _MIDDLE, size * 0.4, size * _WEIGHT)

    return draw


def square(centre: float, size: float, side: float = 0.76) -> Mark:
    """A box to mark where several options may be chosen, or, wider, to write a number in; its side is of the size."""

    def draw(drawing: Drawing, edge: float, baseline: float) -> None:
        half = size * side / 2
        drawing.rectangle(edge + centre - half, baseline + size * _MIDDLE - half, 2 * half, 2 * half, size * _WEIGHT)

    return draw


def filled(centre: float, size: float) -> Mark:
    """A circle that is filled in: an answer that counts."""

    def draw(drawing: Drawing, edge: float, baseline: float) -> None:
        drawing.ring(edge + centre, baseline + size * _MIDDLE, size * 0.4, filled=True)

    return draw


def crossed_out(centre: float, size: float) -> Mark:
    """A circle that is filled in and crossed out: an answer that is taken back."""

    def draw(drawing: Drawing, edge: float, baseline: float) -> None:
        middle, height, reach = edge + centre, baseline + size * _MIDDLE, size * 0.56
        drawing.ring(middle, height, size * 0.4, filled=True)
        for rise in (reach, -reach):
            drawing.line(middle - reach, height - rise, middle + reach, height + rise, 1)

    return draw


def box(left: float, width: float, rise: float, drop: float, filled: bool = False, weight: float = 1.2) -> Mark:
    """A frame from `rise` above the baseline to `drop` below it; `filled`, for white letters on black."""

    def draw(drawing: Drawing, edge: float, baseline: float) -> None:
        drawing.rectangle(edge + left, baseline - drop, width, rise + drop, weight, filled=filled)

    return draw
