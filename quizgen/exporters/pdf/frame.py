"""What the blocks of a file are made for: a look, a language, and how wide things are."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen import wording
from quizgen.exporters.pdf.setting import width_in_one_line
from quizgen.exporters.pdf.styles import Look
from quizgen.exporters.pdf.text import literal
from quizgen.model import Form
from quizgen.wording import Wording

_GAP = 12.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The look, the words, and in points the width of the type area and of the column that tells what items are worth.

    Texts of an item stay out of that column, and of the one at the left that numbers hang in. `on_sheet` says that what
    can be marked is marked on an answer sheet.
    """

    look: Look
    words: Wording
    width: float
    worth: float
    on_sheet: bool = False

    @classmethod
    def of(cls, look: Look, words: Wording, width: float, form: Form, *, on_sheet: bool = False) -> Frame:
        """The frame for a form, its column for points as wide as these need."""
        told = {wording.points(placed.question.points, words) for placed in form.placed}
        widest = max((width_in_one_line(literal(text), look.guide) for text in told), default=0)
        return cls(look, words, width, round(widest + _GAP), on_sheet)

    @property
    def measure(self) -> float:
        """The width of an item's texts, between its number and its worth."""
        return self.width - self.look.number - self.worth
