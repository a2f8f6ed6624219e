"""How a paper and its key begin: the titles, with the form's letter large in a box at the right."""

from __future__ import annotations

from typing import Any

from quizgen.exporters.pdf import fonts, marks
from quizgen.exporters.pdf.block import Cell, Mark, Row, width_in_one_line
from quizgen.exporters.pdf.fonts import literal, prose
from quizgen.exporters.pdf.styles import COURSE, SMALL, TITLE
from quizgen.model import Form, Quiz
from quizgen.wording import Wording

_BOX = 62.0


def titles(quiz: Quiz, form: Form, words: Wording, width: float, *, key: bool = False) -> list[Row]:
    """The course's title over the quiz's, beside the box; the box of a key is black and says so."""
    measure = width - _BOX - 24
    course = Row.of(
        Cell.of(0, measure, prose(quiz.course_title), COURSE),
        marks=[_form_box(width - _BOX, words.key if key else words.form, form.letter, inverse=key)],
    )
    title = Row.of(Cell.of(0, measure, prose(quiz.title), TITLE), above=1)
    missing = max(0.0, _BOX - course.height - title.height)
    return [course, title, Row.of(least=missing + 8)]


def _form_box(left: float, word: str, letter: str, *, inverse: bool) -> Mark:
    """A square box with a word over the letter, its top level with the type area's."""

    def draw(canvas: Any, edge: float, baseline: float) -> None:
        top = baseline + COURSE.fontSize
        marks.box(left, _BOX, rise=COURSE.fontSize, drop=_BOX - COURSE.fontSize, filled=inverse)(canvas, edge, baseline)
        canvas.setFillGray(1 if inverse else 0)
        middle = edge + left + _BOX / 2
        canvas.setFont(fonts.BOLD if inverse else fonts.BODY, 11 if inverse else 9.5)
        canvas.drawCentredString(middle, top - 15, word)
        size = 32 if len(letter) == 1 else 22
        canvas.setFont(fonts.BOLD, size)
        canvas.drawCentredString(middle, top - 49, letter)

    return draw


def fields(words: Wording, width: float) -> Row:
    """Name, date and section, each with a rule to write on."""
    gap = 14.0
    widths = (width * 0.5, width * 0.23, width - width * 0.73 - 2 * gap)
    cells, rules, left = [], [], 0.0
    for label, room in zip((words.name, words.date, words.section), widths, strict=True):
        said = width_in_one_line(literal(label), SMALL) + 5
        cells.append(Cell.of(left, said, literal(label), SMALL))
        rules.append(marks.rule(left + said, left + room))
        left += room + gap
    return Row.of(*cells, marks=rules, above=10)
