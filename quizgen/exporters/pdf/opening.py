"""How a paper and its key begin: the titles, with the form's letter large in a box at the right."""

from __future__ import annotations

import contextlib

from quizgen.exporters.pdf import marks
from quizgen.exporters.pdf.block import Cell, Mark, Row
from quizgen.exporters.pdf.drawing import Drawing
from quizgen.exporters.pdf.frame import Frame
from quizgen.exporters.pdf.setting import lines, width_in_one_line
from quizgen.exporters.pdf.tags import Tag
from quizgen.exporters.pdf.text import literal, prose
from quizgen.model import Form, Quiz

_BOX = 62.0


def titles(quiz: Quiz, form: Form, frame: Frame, *, key: bool = False) -> list[Row]:
    """The course's title over the quiz's, beside the box; the box of a key is black and says so."""
    look = frame.look
    measure = frame.width - _BOX - 24
    word = frame.words.key if key else frame.words.form
    course = Row.of(
        Cell.of(0, measure, prose(quiz.course_title), look.course, Tag("P")),
        marks=[_form_box(frame, word, form.letter, inverse=key)],
    )
    title = Row.of(Cell.of(0, measure, prose(quiz.title), look.title, Tag("H1")), above=1)
    missing = max(0.0, _BOX - course.height - title.height)
    return [course, title, Row.of(least=missing + 8)]


def _form_box(frame: Frame, word: str, letter: str, *, inverse: bool) -> Mark:
    """A square box with a word over the letter, its top level with the type area's."""
    look, left, tag = frame.look, frame.width - _BOX, Tag("P")
    rise = look.course.size
    large = look.title if len(letter) == 1 else look.part

    def draw(drawing: Drawing, edge: float, baseline: float) -> None:
        marks.box(left, _BOX, rise=rise, drop=_BOX - rise, filled=inverse)(drawing, edge, baseline)
        top = baseline + rise
        with drawing.in_white() if inverse else contextlib.nullcontext():
            for text, style, below in ((word, look.guide, 15.0), (letter, large, 49.0)):
                line = lines(literal(text), style, _BOX)[:1]
                middle = edge + left + (_BOX - line[0].width) / 2
                drawing.text(middle, top - below, line, style, tag=tag)

    return draw


def fields(frame: Frame) -> Row:
    """Name, date and section, each with a rule to write on."""
    gap, width, style = 14.0, frame.width, frame.look.guide
    widths = (width * 0.5, width * 0.23, width - width * 0.73 - 2 * gap)
    cells, rules, left = [], [], 0.0
    for label, room in zip((frame.words.name, frame.words.date, frame.words.section), widths, strict=True):
        said = width_in_one_line(literal(label), style) + 5
        cells.append(Cell.of(left, said, literal(label), style, Tag("P")))
        rules.append(marks.rule(left + said, left + room))
        left += room + gap
    return Row.of(*cells, marks=rules, above=10)
