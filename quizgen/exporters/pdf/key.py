"""The key of a form, for the instructor: a grid of answers, then for each item why, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen import wording
from quizgen.exporters.pdf import marks
from quizgen.exporters.pdf.block import Block, Cell, Row
from quizgen.exporters.pdf.frame import Frame
from quizgen.exporters.pdf.opening import titles
from quizgen.exporters.pdf.page import Document
from quizgen.exporters.pdf.setting import widest_word, width_in_one_line
from quizgen.exporters.pdf.sheet import hanging, heading
from quizgen.exporters.pdf.tags import Tag, entry
from quizgen.exporters.pdf.text import Text, dressed, literal, prose, scaled, strong
from quizgen.model import Form, Gaps, Placed, Question, Quiz, Settings
from quizgen.presenting.keys import Line, lines, reasons, scoring, short

_TOGETHER = 3
"""As many rows of a long item stand together at the foot of a page, so that keys do not grow half empty."""
_LONG = 180.0
"""From this height on, an item of the key may go on overleaf."""
_NAME = 20.0
"""From the letter or number of an entry to its text."""
_GUTTER = 10.0


def key(quiz: Quiz, form: Form, settings: Settings) -> bytes:
    """The key to a paper."""
    document = Document.of(quiz, form, wording.for_language(quiz.language), settings, key=True)
    return document.pdf(_blocks(quiz, form, document.frame(form)))


def _blocks(quiz: Quiz, form: Form, frame: Frame) -> Iterator[Block]:
    yield _opening(quiz, form, frame)
    yield from _grid(form, frame)
    for part in form.parts:
        section = Tag("Sect") if part.title or part.instructions else None
        if section:
            yield heading(part, frame, section)
        items = Tag("L", section, numbering="Decimal")
        for placed in part.placed:
            yield replace(_item(placed, quiz, frame, items), under=bool(part.title))


def _opening(quiz: Quiz, form: Form, frame: Frame) -> Block:
    facts = literal(f"{wording.total(form.points, frame.words)} · {frame.words.key_note}")
    told = Cell.of(0, frame.width, facts, frame.look.small, Tag("P"))
    rows = (*titles(quiz, form, frame, key=True), Row.of(told, marks=[marks.rule(0, frame.width, below=7)]))
    return Block(rows, above=0)


def _grid(form: Form, frame: Frame) -> Iterator[Block]:
    """Number and answer of every item, for marking at a glance; each row of it a block, so that a long one parts."""
    small, width = frame.look.small, frame.width
    answers = [
        (literal(f"{placed.number}"), dressed(short(placed.question.answer, frame.words))) for placed in form.placed
    ]
    indent = max((width_in_one_line(number, small) for number, _ in answers), default=0) + 7
    columns = _grid_columns([answer for _, answer in answers], frame, indent)
    column = width / columns
    grid = Tag("L", numbering="Decimal")
    for first in range(0, len(answers), columns):
        cells = []
        for index, (number, answer) in enumerate(answers[first : first + columns]):
            label, told = entry(grid)
            left = index * column
            cells.append(Cell.of(left, indent, number, small, label))
            cells.append(Cell.of(left + indent, column - indent - _GUTTER, answer, frame.look.small_strong, told))
        yield Block((Row.of(*cells),), above=2 if first else 16)
    yield Block((Row.of(marks=[marks.rule(0, width, below=0)], least=6),), above=0)


def _grid_columns(answers: Sequence[Text], frame: Frame, indent: float) -> int:
    """The most columns in which three in four answers stay on one line, and no word is broken."""
    style = frame.look.small_strong
    widths = sorted(width_in_one_line(answer, style) for answer in answers)
    usual = widths[(len(widths) * 3 - 1) // 4] if widths else 0
    needed = max([usual, *(widest_word(answer, style) for answer in answers)])
    return next((columns for columns in (8, 6, 5, 4, 3, 2) if needed <= frame.width / columns - indent - _GUTTER), 1)


def _item(placed: Placed, quiz: Quiz, frame: Frame, items: Tag) -> Block:
    """An item's answer, the reasons for it and the passages it rests on, each labelled at the left."""
    question, look = placed.question, frame.look
    label, body = entry(items)
    number = hanging(placed.number, frame, label)
    points = literal(wording.points(question.points, frame.words))
    worth = Cell.of(frame.width - frame.worth, frame.worth, points, look.guide_right, body)
    continued = Cell.of(look.number, frame.measure, literal(frame.words.continued), look.instruction)
    told = [
        *lines(question.answer, frame.words),
        *scoring(question, frame.words),
        *reasons(question, quiz, frame.words),
    ]
    labels = _label_width(frame)
    rows = (
        Row.of(number, Cell.of(look.number, frame.measure, _reminder(question, frame), look.small, body), worth),
        *(_told(line, labels, frame, body) for line in told),
    )
    again = Row.of(hanging(placed.number, frame), continued, least=look.continued)
    block = Block(rows, above=16, again=again, bookmark=f"{placed.number}")
    return replace(block, loose=_TOGETHER) if block.height > _LONG else block


def _reminder(question: Question, frame: Frame) -> Text:
    """The stem, or a text with its blanks; then the item's id, to find it in its bank."""
    asked = _with_blanks(question.answer) if isinstance(question.answer, Gaps) else prose(question.stem)
    fine = frame.look.fine.size / frame.look.small.size
    return strong(asked) + scaled(literal(f" \u2002{question.id}"), fine)


def _with_blanks(gaps: Gaps) -> Text:
    """A text with short lines for its blanks; these are none of its marks, whatever stands beside them."""
    text: Text = ()
    for part in gaps.parts:
        text += prose(part) if isinstance(part, str) else literal("____")
    return text


def _label_width(frame: Frame) -> float:
    """The column that says what a line tells, as wide as its longest label needs."""
    words = frame.words
    labels = (
        words.answer,
        words.answers,
        words.rationale,
        words.evidence,
        words.right_order,
        words.model_answer,
        words.scoring,
    )
    return max(width_in_one_line(literal(label), frame.look.guide) for label in labels) + 14


def _told(line: Line, label: float, frame: Frame, body: Tag) -> Row:
    """A line of the key: its label where it has one, the letter or number of an entry where it has one, the text."""
    look = frame.look
    left = look.number + label
    cells = []
    if line.label:
        cells.append(Cell.of(look.number, label, literal(line.label), look.guide, body))
    if line.name:
        style = look.small_strong if line.right else look.small
        cells.append(Cell.of(left, _NAME, literal(line.name), style, body))
        left += _NAME
    cells.append(Cell.of(left, frame.width - left, dressed(line.text), look.small, body))
    return Row.of(*cells, above=3 if line.label or not line.name else 1)
