"""The student's paper of a form: what to answer, with room to answer it, and nothing of the key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen import wording
from quizgen.exporters.pdf import shapes
from quizgen.exporters.pdf.block import Block, Cell, Row
from quizgen.exporters.pdf.frame import Frame
from quizgen.exporters.pdf.opening import opening
from quizgen.exporters.pdf.page import Document
from quizgen.exporters.pdf.setting import width_in_one_line
from quizgen.exporters.pdf.styles import STANDARD, Look
from quizgen.exporters.pdf.tags import Tag, entry
from quizgen.exporters.pdf.text import Text, emphasised, literal, prose, said, scaled
from quizgen.model import Essay, Form, Part, Placed, Quiz, Settings
from quizgen.presenting.explaining import common_task, is_said, task_on_paper

_TOGETHER = 6
"""As many rows of an essay, its stem and some lines, stand together; the other lines may go on overleaf."""

_SHORT = 20
"""A task of fewer letters stands on one line."""


def sheet(quiz: Quiz, form: Form, settings: Settings, look: Look = STANDARD) -> bytes:
    """The paper to hand out."""
    document = Document.of(quiz, form, wording.for_language(quiz.language), settings, look)
    return document.pdf(blocks(quiz, form, document.frame(form)))


def blocks(quiz: Quiz, form: Form, frame: Frame) -> Iterator[Block]:
    """All that stands on the paper, from the top."""
    yield opening(quiz, form, frame)
    for part in form.parts:
        task = common_task(part, frame.words)
        section = Tag("Sect") if part.title or part.instructions or task else None
        if section:
            yield heading(part, frame, section, "" if is_said(task, part) else task)
        items = Tag("L", section, numbering="Decimal")
        for placed in part.placed:
            yield replace(_item(placed, frame, items, with_task=not task), under=bool(part.title))


def heading(part: Part, frame: Frame, section: Tag, task: str = "") -> Block:
    """The title and instructions of a part, and its task; it never stands alone at the foot of a page."""
    rows = []
    if part.title:
        rows.append(Row.of(Cell.of(0, frame.width, prose(part.title), frame.look.part, Tag("H2", section))))
    instructions = prose(part.instructions or "")
    if task:
        instructions += literal(f" {task}" if instructions else task)
    if instructions:
        width = frame.width - frame.worth
        rows.append(Row.of(Cell.of(0, width, instructions, frame.look.instruction, Tag("P", section)), above=2))
    return Block(tuple(rows), above=frame.look.before_part, heads=True, bookmark=said(prose(part.title or "")))


def _item(placed: Placed, frame: Frame, items: Tag, *, with_task: bool) -> Block:
    """An item with its number hanging at the left and its worth at the right."""
    question, look, words = placed.question, frame.look, frame.words
    label, body = entry(items)
    asked, style = shapes.stem(question, frame)
    if with_task:
        asked += _in_passing(task_on_paper(question.answer, words), frame)
    number = hanging(placed.number, frame, label)
    points = literal(wording.points(question.points, words))
    worth = Cell.of(frame.width - frame.worth, frame.worth, points, look.guide_right, body)
    continued = Cell.of(look.number, frame.measure, literal(words.continued), look.instruction)
    return Block(
        (
            Row.of(number, Cell.of(look.number, frame.measure, asked, style, body), worth),
            *shapes.rows(question.answer, frame, body),
        ),
        above=look.between_items,
        again=Row.of(hanging(placed.number, frame), continued, least=look.continued),
        bookmark=f"{placed.number}",
        loose=_TOGETHER if isinstance(question.answer, Essay) else 0,
    )


def _in_passing(task: str, frame: Frame) -> Text:
    """What to do, in brackets behind what is asked."""
    style = frame.look.instruction
    task = task.replace(" ", "\u00a0") if len(task) < _SHORT else task
    told = scaled(literal(f"({task})"), style.size / frame.look.text.size)
    return literal(" ") + (emphasised(told) if style.emphasis else told)


def hanging(number: int, frame: Frame, tag: Tag | None = None) -> Cell:
    """An item's number, in the column at the left; a number of four figures is set smaller, to stay in it."""
    text, look = literal(f"{number}."), frame.look
    fits = width_in_one_line(text, look.item_number) <= look.number - 2
    return Cell.of(0, look.number, text, look.item_number if fits else look.fine, tag)
