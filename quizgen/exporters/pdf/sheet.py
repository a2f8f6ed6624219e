"""The student's paper of a form: what to answer, with room to answer it, and nothing of the key."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen import wording
from quizgen.exporters.pdf import marks, shapes
from quizgen.exporters.pdf.block import Block, Cell, Row
from quizgen.exporters.pdf.frame import Frame
from quizgen.exporters.pdf.opening import fields, titles
from quizgen.exporters.pdf.page import Document
from quizgen.exporters.pdf.setting import width_in_one_line
from quizgen.exporters.pdf.styles import STANDARD, Look
from quizgen.exporters.pdf.tags import Tag, entry
from quizgen.exporters.pdf.text import literal, prose, said
from quizgen.model import Form, Part, Placed, Quiz, Settings
from quizgen.wording import Wording


def sheet(quiz: Quiz, form: Form, settings: Settings, look: Look = STANDARD) -> bytes:
    """The paper to hand out."""
    document = Document.of(quiz, form, wording.for_language(quiz.language), settings, look)
    return document.pdf(blocks(quiz, form, document.frame(form)))


def blocks(quiz: Quiz, form: Form, frame: Frame) -> Iterator[Block]:
    """All that stands on the paper, from the top."""
    yield _opening(quiz, form, frame)
    for part in form.parts:
        section = Tag("Sect") if part.title or part.instructions else None
        if section:
            yield heading(part, frame, section)
        items = Tag("L", section, numbering="Decimal")
        for placed in part.placed:
            yield _item(placed, frame, items)


def _opening(quiz: Quiz, form: Form, frame: Frame) -> Block:
    """Titles, the fields to fill in, what the paper is worth and how to mark it."""
    words, width, look = frame.words, frame.width, frame.look
    facts = [total(form, words), (words.questions if len(form.placed) != 1 else words.question_one)]
    facts[1] = facts[1].format(count=len(form.placed))
    if quiz.minutes is not None:
        facts.append(words.minutes.format(minutes=quiz.minutes))
    rule = marks.rule(0, width, below=7)
    return Block(
        (
            *titles(quiz, form, frame),
            fields(frame),
            Row.of(Cell.of(0, width, literal(" · ".join(facts)), look.guide_strong, Tag("P")), above=14),
            Row.of(Cell.of(0, width, literal(words.how_to_mark), look.small, Tag("P")), marks=[rule]),
        ),
        above=0,
    )


def total(form: Form, words: Wording) -> str:
    """What a form is worth, said in full."""
    points = sum(placed.question.points for placed in form.placed)
    return (words.total_point if points == 1 else words.total_points).format(points=wording.amount(points))


def heading(part: Part, frame: Frame, section: Tag) -> Block:
    """The title and instructions of a part; it never stands alone at the foot of a page."""
    rows = []
    if part.title:
        rows.append(Row.of(Cell.of(0, frame.width, prose(part.title), frame.look.part, Tag("H2", section))))
    if part.instructions:
        width = frame.width - frame.worth
        told = Cell.of(0, width, prose(part.instructions), frame.look.instruction, Tag("P", section))
        rows.append(Row.of(told, above=2))
    return Block(tuple(rows), above=32, heads=True, bookmark=said(prose(part.title or "")))


def _item(placed: Placed, frame: Frame, items: Tag) -> Block:
    """An item with its number hanging at the left and its worth at the right."""
    question, look, words = placed.question, frame.look, frame.words
    label, body = entry(items)
    asked, style = shapes.stem(question, frame)
    number = hanging(placed.number, frame, label)
    worth = Cell.of(
        frame.width - frame.worth, frame.worth, literal(wording.points(question.points, words)), look.guide_right, body
    )
    task = Cell.of(look.number, frame.measure, literal(shapes.task(question.answer, words)), look.instruction, body)
    continued = Cell.of(look.number, frame.measure, literal(words.continued), look.instruction)
    return Block(
        (
            Row.of(number, Cell.of(look.number, frame.measure, asked, style, body), worth),
            Row.of(task, above=1 - (style.leading - look.text.leading)),
            *shapes.rows(question.answer, frame, body),
        ),
        above=look.between_items,
        again=Row.of(hanging(placed.number, frame), continued, least=look.continued),
        bookmark=f"{placed.number}",
    )


def hanging(number: int, frame: Frame, tag: Tag | None = None) -> Cell:
    """An item's number, in the column at the left; a number of four figures is set smaller, to stay in it."""
    text, look = literal(f"{number}."), frame.look
    fits = width_in_one_line(text, look.item_number) <= look.number - 2
    return Cell.of(0, look.number, text, look.item_number if fits else look.fine, tag)
