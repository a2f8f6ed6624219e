"""The student's paper as a document: what to answer, with room to answer it, and nothing of the key."""

from __future__ import annotations

from docx.document import Document as Word
from docx.shared import Emu

from quizgen import wording
from quizgen.exporters.docx import shapes, tables
from quizgen.exporters.docx.document import blank, data, measure
from quizgen.exporters.docx.text import add, fill, let_go, write
from quizgen.markup import spans
from quizgen.model import Choices, Form, Gaps, Part, Placed, Quiz, Settings
from quizgen.presenting.explaining import common_task, facts, is_said, takes_back, task_on_paper
from quizgen.wording import Wording

_FIELDS = (("name", 9.0), ("student_id", 5.0), ("section", 3.5), ("date", 3.5))
"""What students fill in, and how wide each box is beside the others."""


def sheet(quiz: Quiz, form: Form, settings: Settings) -> bytes:
    """The paper to hand out."""
    words = wording.for_language(quiz.language)
    document = blank(quiz, form, settings)
    titles(document, quiz)
    _fields(document, words)
    add(document, "Facts", f"{words.form} {form.letter} · {facts(quiz, form, words)}")
    if any(isinstance(placed.question.answer, Choices) for placed in form.placed):
        said = (words.how_to_mark, words.how_to_correct, takes_back(form, words))
        add(document, "Instructions", " ".join(filter(None, said)))
    for part in form.parts:
        task = common_task(part, words)
        heading(document, part, "" if is_said(task, part) else task)
        for placed in part.placed:
            _item(document, placed, words, with_task=not task)
    return data(document)


def titles(document: Word, quiz: Quiz) -> None:
    """The course's title over the quiz's."""
    add(document, "Subtitle", spans(quiz.course_title))
    add(document, "Title", spans(quiz.title))


def _fields(document: Word, words: Wording) -> None:
    """The boxes to fill in, side by side."""
    whole = sum(share for _, share in _FIELDS)
    widths = [Emu(int(measure(document) * share / whole)) for _, share in _FIELDS]
    (cells,) = tables.rows(document, widths, 1)
    for cell, (name, _) in zip(cells, _FIELDS, strict=True):
        fill(cell, "Field", getattr(words, name))
        tables.rule(cell)


def heading(document: Word, part: Part, task: str = "") -> None:
    """The title and instructions of a part, and its task."""
    if part.title:
        add(document, "Heading1", spans(part.title))
    if part.instructions or task:
        instructions = add(document, "Instructions", spans(part.instructions or ""))
        if task:
            write(instructions, f" {task}" if part.instructions else task)


def _item(document: Word, placed: Placed, words: Wording, *, with_task: bool) -> None:
    """An item: what is asked and, behind it, what to do and what it is worth; then what to answer in."""
    question = placed.question
    if isinstance(question.answer, Gaps):
        stem = add(document, "Cloze", shapes.gapped(question.answer))
    else:
        stem = add(document, "Question", spans(question.stem))
    task = f"{task_on_paper(question.answer, words)} " if with_task else ""
    worth = wording.points(question.points, words).replace(" ", "\u00a0")
    write(stem, f" ({task}{worth})", "Task")
    last = shapes.answered(document, question.answer)
    for paragraph in last:
        let_go(paragraph)
