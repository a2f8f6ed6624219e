"""How a paper and its key begin: the titles beside the form's letter, the boxes to fill in, how to mark an answer."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from quizgen.exporters.pdf import marks
from quizgen.exporters.pdf.block import Block, Cell, Mark, Row
from quizgen.exporters.pdf.drawing import THIN, Drawing
from quizgen.exporters.pdf.frame import Frame
from quizgen.exporters.pdf.setting import lines, width_in_one_line
from quizgen.exporters.pdf.tags import Tag
from quizgen.exporters.pdf.text import literal, prose
from quizgen.model import Choices, Form, Quiz
from quizgen.presenting.explaining import facts, takes_back

_BOX = 62.0
_WRITING = 19.0
"""The room to write in under the label of a box."""
_PAD = 4.0
_UNDER = 14.0
"""Under the titles."""


def opening(quiz: Quiz, form: Form, frame: Frame) -> Block:
    """Titles, boxes to fill in, what the paper is worth, and how to mark it."""
    words, look = frame.words, frame.look
    told = Cell.of(0, frame.width, literal(facts(quiz, form, words)), look.guide_strong, Tag("P"))
    rows = [*titles(quiz, form, frame), *_fields(frame), Row.of(told, above=12)]
    marked = [isinstance(placed.question.answer, Choices) for placed in form.placed]
    if any(marked):
        rows += [_where_to_mark(frame, alone=all(marked))] if frame.on_sheet else _how_to_mark(frame)
    if said := takes_back(form, words):
        rows.append(Row.of(Cell.of(0, frame.width, literal(said), look.small, Tag("P")), above=3))
    return Block((*rows, Row.of(marks=[marks.rule(0, frame.width, below=0, weight=1)], least=8)), above=0)


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
    return [course, title, Row.of(least=missing + _UNDER)]


def _form_box(frame: Frame, word: str, letter: str, *, inverse: bool) -> Mark:
    """A square box with a word over the letter, its top level with the type area's."""
    look, left, tag = frame.look, frame.width - _BOX, Tag("P")
    rise = look.course.size

    # that of the key to several forms says from which to which
    sizes = (look.box_letter, look.title, look.part)
    large = next((style for style in sizes if width_in_one_line(literal(letter), style) < _BOX - 12), look.part)

    def draw(drawing: Drawing, edge: float, baseline: float) -> None:
        marks.box(left, _BOX, rise=rise, drop=_BOX - rise, filled=inverse)(drawing, edge, baseline)
        top = baseline + rise
        with drawing.in_white() if inverse else contextlib.nullcontext():
            for text, style, below in ((word, look.box_word, 14.0), (letter, large, 49.0)):
                line = lines(literal(text), style, _BOX)[:1]
                middle = edge + left + (_BOX - line[0].width) / 2
                drawing.text(middle, top - below, line, style, tag=tag)

    return draw


_FIELDS = (("name", 9.0), ("student_id", 5.0), ("section", 3.5), ("date", 3.5))
"""What students fill in, and how wide each box is beside the others."""


def _fields(frame: Frame) -> Iterator[Row]:
    """The boxes to fill in: in one row, or where the type is large in two."""
    style = frame.look.guide
    whole = sum(share for _, share in _FIELDS)
    said = [width_in_one_line(literal(getattr(frame.words, name)), style) + 2 * _PAD for name, _ in _FIELDS]
    narrow = any(width > frame.width * share / whole for width, (_, share) in zip(said, _FIELDS, strict=True))
    for together in (_FIELDS[:2], _FIELDS[2:]) if narrow else (_FIELDS,):
        yield _boxes(together, frame)


def _boxes(together: tuple[tuple[str, float], ...], frame: Frame) -> Row:
    """Boxes side by side, each with a label in its upper corner."""
    style, whole = frame.look.guide, sum(share for _, share in together)
    height = style.leading + _WRITING
    cells, frames, left = [], [], 0.0
    for name, share in together:
        width = frame.width * share / whole
        cells.append(Cell.of(left + _PAD, width - _PAD, literal(getattr(frame.words, name)), style, Tag("P")))
        frames.append(marks.box(left, width, rise=style.size + 2, drop=height - style.size - 2, weight=THIN))
        left += width
    return Row.of(*cells, marks=frames, least=height)


def _where_to_mark(frame: Frame, *, alone: bool) -> Row:
    """That answers go on the answer sheet; those that cannot be marked there, where there are any, stay here."""
    said = frame.words.mark_on_sheet if alone else f"{frame.words.mark_on_sheet} {frame.words.write_here}"
    return Row.of(Cell.of(0, frame.width, literal(said), frame.look.small, Tag("P")), above=3)


def _how_to_mark(frame: Frame) -> Iterator[Row]:
    """A circle that is filled in, and one that is filled in and crossed out, each with what it means."""
    style = frame.look.small
    indent = style.size * 1.6
    for index, (said, sign) in enumerate(
        ((frame.words.how_to_mark, marks.filled), (frame.words.how_to_correct, marks.crossed_out))
    ):
        told = Cell.of(indent, frame.width - indent, literal(said), style, Tag("P"))
        yield Row.of(told, marks=[sign(style.size * 0.5, style.size)], above=1 if index else 3)
