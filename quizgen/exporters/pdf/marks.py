"""The marks that stand beside texts: rules to write on, circles and squares to fill, the box of the form's letter."""

from __future__ import annotations

from typing import Any

from quizgen.exporters.pdf.block import Mark
from quizgen.exporters.pdf.styles import HAIRLINE

_X_HEIGHT = 5.3
"""Of the text: signs beside it are centred on half of that above its baseline."""


def rule(left: float, right: float, below: float = 2.0, weight: float = HAIRLINE) -> Mark:
    """A line, `below` points under the baseline."""

    def draw(canvas: Any, edge: float, baseline: float) -> None:
        canvas.setLineWidth(weight)
        canvas.line(edge + left, baseline - below, edge + right, baseline - below)

    return draw


def circle(centre: float, radius: float = 4.4) -> Mark:
    """A ring to mark where one option is to be chosen."""

    def draw(canvas: Any, edge: float, baseline: float) -> None:
        canvas.setLineWidth(0.7)
        canvas.circle(edge + centre, baseline + _X_HEIGHT / 2 + 0.8, radius)

    return draw


def square(centre: float, side: float = 8.4) -> Mark:
    """A box to mark where several options may be chosen, or, wider, to write a number in."""

    def draw(canvas: Any, edge: float, baseline: float) -> None:
        canvas.setLineWidth(0.7)
        middle = baseline + _X_HEIGHT / 2 + 0.8
        canvas.rect(edge + centre - side / 2, middle - side / 2, side, side)

    return draw


def box(left: float, width: float, rise: float, drop: float, filled: bool = False) -> Mark:
    """A frame from `rise` above the baseline to `drop` below it; `filled`, for white letters on black."""

    def draw(canvas: Any, edge: float, baseline: float) -> None:
        canvas.setLineWidth(1.2)
        canvas.rect(edge + left, baseline - drop, width, rise + drop, fill=int(filled))

    return draw
