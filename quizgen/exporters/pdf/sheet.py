"""The student's paper of a form: what to answer, with room to answer it, and nothing of the key."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen import wording
from quizgen.exporters.pdf import marks, shapes
from quizgen.exporters.pdf.block import Block, Cell, Row, width_in_one_line
from quizgen.exporters.pdf.fonts import literal, prose
from quizgen.exporters.pdf.opening import fields, titles
from quizgen.exporters.pdf.page import Document
from quizgen.exporters.pdf.styles import (
    CONTINUED,
    FINE,
    INSTRUCTION,
    ITEM_NUMBER,
    NUMBER,
    PART,
    SMALL,
    SMALL_BOLD,
    SMALL_RIGHT,
    TEXT,
    WORTH,
)
from quizgen.model import Form, Part, Placed, Quiz, Settings
from quizgen.wording import Wording

_BETWEEN_ITEMS = 20.0


def sheet(quiz: Quiz, form: Form, settings: Settings) -> bytes:
    """The paper to hand out."""
    words = wording.for_language(quiz.language)
    document = Document.of(quiz, form, words, settings)
    return document.pdf(_blocks(quiz, form, words, document.width))


def _blocks(quiz: Quiz, form: Form, words: Wording, width: float) -> Iterator[Block]:
    yield _opening(quiz, form, words, width)
    for part in form.parts:
        if part.title or part.instructions:
            yield heading(part, width)
        for placed in part.placed:
            yield _item(placed, words, width)


def _opening(quiz: Quiz, form: Form, words: Wording, width: float) -> Block:
    """Titles, the fields to fill in, what the paper is worth and how to mark it."""
    facts = [total(form, words), (words.questions if len(form.placed) != 1 else words.question_one)]
    facts[1] = facts[1].format(count=len(form.placed))
    if quiz.minutes is not None:
        facts.append(words.minutes.format(minutes=quiz.minutes))
    rule = marks.rule(0, width, below=7)
    return Block(
        (
            *titles(quiz, form, words, width),
            fields(words, width),
            Row.of(Cell.of(0, width, literal(" · ".join(facts)), SMALL_BOLD), above=14),
            Row.of(Cell.of(0, width, literal(words.how_to_mark), SMALL), marks=[rule]),
        ),
        above=0,
    )


def total(form: Form, words: Wording) -> str:
    """What a form is worth, said in full."""
    points = sum(placed.question.points for placed in form.placed)
    return (words.total_point if points == 1 else words.total_points).format(points=wording.amount(points))


def heading(part: Part, width: float) -> Block:
    """The title and instructions of a part; it never stands alone at the foot of a page."""
    rows = []
    if part.title:
        rows.append(Row.of(Cell.of(0, width, prose(part.title), PART)))
    if part.instructions:
        rows.append(Row.of(Cell.of(0, width - WORTH, prose(part.instructions), INSTRUCTION), above=2))
    return Block(tuple(rows), above=32, heads=True)


def _item(placed: Placed, words: Wording, width: float) -> Block:
    """An item with its number hanging at the left and its worth at the right."""
    question = placed.question
    measure = width - NUMBER - WORTH
    asked, style = shapes.stem(question)
    number = hanging(placed.number)
    worth = Cell.of(width - WORTH, WORTH, literal(wording.points(question.points, words)), SMALL_RIGHT)
    task = Cell.of(NUMBER, measure, literal(shapes.task(question.answer, words)), INSTRUCTION)
    continued = Cell.of(NUMBER, measure, literal(words.continued), INSTRUCTION)
    return Block(
        (
            Row.of(number, Cell.of(NUMBER, measure, asked, style), worth),
            Row.of(task, above=1 - (style.leading - TEXT.leading)),
            *shapes.rows(question.answer, width),
        ),
        above=_BETWEEN_ITEMS,
        again=Row.of(number, continued, least=CONTINUED),
    )


def hanging(number: int) -> Cell:
    """An item's number, in the column at the left; a number of four figures is set smaller, to stay in it."""
    text = f"{number}."
    fits = width_in_one_line(text, ITEM_NUMBER) <= NUMBER - 2
    return Cell.of(0, NUMBER, text, ITEM_NUMBER if fits else FINE)
