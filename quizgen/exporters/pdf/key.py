"""The key of a form, for the instructor: a grid of answers, then for each item why, and what it rests on."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen import citation, wording
from quizgen.exporters.pdf import marks
from quizgen.exporters.pdf.answers import Line, lines, short
from quizgen.exporters.pdf.block import Block, Cell, Row, widest_word, width_in_one_line
from quizgen.exporters.pdf.fonts import literal, prose
from quizgen.exporters.pdf.opening import titles
from quizgen.exporters.pdf.page import Document
from quizgen.exporters.pdf.sheet import hanging, heading, total
from quizgen.exporters.pdf.styles import (
    CONTINUED,
    FINE,
    INSTRUCTION,
    LABEL,
    NUMBER,
    SMALL,
    SMALL_BOLD,
    SMALL_RIGHT,
    WORTH,
)
from quizgen.markup import plain
from quizgen.model import Form, Gaps, Placed, Question, Quiz, Settings
from quizgen.wording import Wording

_TOGETHER = 3
"""As many rows of a long item stand together at the foot of a page, so that keys do not grow half empty."""
_LONG = 180.0
"""From this height on, an item of the key may go on overleaf."""
_NAME = 20.0
"""From the letter or number of an entry to its text."""
_STEM = 180
"""As many characters of a stem as remind of the item."""
_GUTTER = 10.0


def key(quiz: Quiz, form: Form, settings: Settings) -> bytes:
    """The key to a paper."""
    words = wording.for_language(quiz.language)
    document = Document.of(quiz, form, words, settings, key=True)
    return document.pdf(_blocks(quiz, form, words, document.width))


def _blocks(quiz: Quiz, form: Form, words: Wording, width: float) -> Iterator[Block]:
    yield _opening(quiz, form, words, width)
    yield from _grid(form, words, width)
    for part in form.parts:
        if part.title or part.instructions:
            yield heading(part, width)
        for placed in part.placed:
            yield _item(placed, quiz, words, width)


def _opening(quiz: Quiz, form: Form, words: Wording, width: float) -> Block:
    facts = f"{total(form, words)} · {words.key_note}"
    rule = marks.rule(0, width, below=7)
    return Block(
        (*titles(quiz, form, words, width, key=True), Row.of(Cell.of(0, width, literal(facts), SMALL), marks=[rule])),
        above=0,
    )


def _grid(form: Form, words: Wording, width: float) -> Iterator[Block]:
    """Number and answer of every item, for marking at a glance; each row of it a block, so that a long one parts."""
    answers = [(f"{placed.number}", short(placed.question.answer, words)) for placed in form.placed]
    indent = max((width_in_one_line(number, SMALL) for number, _ in answers), default=0) + 7
    columns = _grid_columns([answer for _, answer in answers], width, indent)
    column = width / columns
    for first in range(0, len(answers), columns):
        cells = []
        for index, (number, answer) in enumerate(answers[first : first + columns]):
            cells.append(Cell.of(index * column, indent, number, SMALL))
            cells.append(Cell.of(index * column + indent, column - indent - _GUTTER, answer, SMALL_BOLD))
        yield Block((Row.of(*cells),), above=2 if first else 16)
    yield Block((Row.of(marks=[marks.rule(0, width, below=0)], least=6),), above=0)


def _grid_columns(answers: Sequence[str], width: float, indent: float) -> int:
    """The most columns in which three in four answers stay on one line, and no word is broken."""
    widths = sorted(width_in_one_line(answer, SMALL_BOLD) for answer in answers)
    usual = widths[(len(widths) * 3 - 1) // 4] if widths else 0
    needed = max([usual, *(widest_word(answer, SMALL_BOLD) for answer in answers)])
    return next((columns for columns in (8, 6, 5, 4, 3, 2) if needed <= width / columns - indent - _GUTTER), 1)


def _item(placed: Placed, quiz: Quiz, words: Wording, width: float) -> Block:
    """An item's answer, the reasons for it and the passages it rests on, each labelled at the left."""
    question = placed.question
    measure = width - NUMBER - WORTH
    number = hanging(placed.number)
    worth = Cell.of(width - WORTH, WORTH, literal(wording.points(question.points, words)), SMALL_RIGHT)
    continued = Cell.of(NUMBER, measure, literal(words.continued), INSTRUCTION)
    told = [*lines(question.answer, words), *_reasons(question, quiz, words)]
    label = _label_width(quiz.language)
    rows = (
        Row.of(number, Cell.of(NUMBER, measure, _reminder(question), SMALL), worth),
        *(_told(line, label, width) for line in told),
    )
    block = Block(rows, above=16, again=Row.of(number, continued, least=CONTINUED))
    return replace(block, loose=_TOGETHER) if block.height > _LONG else block


def _reminder(question: Question) -> str:
    """The stem, cut where it is long, or a text with its blanks; then the item's id, to find it in its bank."""
    if isinstance(question.answer, Gaps):
        text = "".join(part if isinstance(part, str) else "____" for part in question.answer.parts)
    else:
        text = question.stem
    long = len(plain(text)) > _STEM
    asked = literal(plain(text)[:_STEM].rsplit(" ", 1)[0].rstrip(",;: ") + " …") if long else prose(text)
    return f'<b>{asked}</b> <font size="{FINE.fontSize}">\u2002{literal(question.id)}</font>'


def _reasons(question: Question, quiz: Quiz, words: Wording) -> Iterator[Line]:
    if question.rationale:
        yield Line(words.rationale, prose(question.rationale))
    for index, source in enumerate(citation.sources(question, quiz, words)):
        said = f"{literal(source.text)}<br/><i>{literal(source.reference)}</i>"
        yield Line("" if index else words.evidence, said)


@functools.cache
def _label_width(language: str) -> float:
    """The column that says what a line tells, as wide as its longest label needs."""
    words = wording.for_language(language)
    labels = (words.answer, words.answers, words.rationale, words.evidence, words.right_order, words.model_answer)
    return max(width_in_one_line(literal(label), LABEL) for label in labels) + 14


def _told(line: Line, label: float, width: float) -> Row:
    """A line of the key: its label where it has one, the letter or number of an entry where it has one, the text."""
    left = NUMBER + label
    cells = []
    if line.label:
        cells.append(Cell.of(NUMBER, label, literal(line.label), LABEL))
    if line.name:
        cells.append(Cell.of(left, _NAME, literal(line.name), SMALL_BOLD if line.right else SMALL))
        left += _NAME
    cells.append(Cell.of(left, width - left, line.text, SMALL))
    return Row.of(*cells, above=3 if line.label or not line.name else 1)
