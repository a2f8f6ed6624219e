"""The key as a document, for the instructor: a grid of answers, then for each item why, and what it rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docx.document import Document as Word
from docx.text.paragraph import Paragraph

from quizgen import wording
from quizgen.exporters.docx.document import blank, data, section
from quizgen.exporters.docx.sheet import heading, titles
from quizgen.exporters.docx.text import add, embolden, let_go, tabulate, write
from quizgen.markup import spans
from quizgen.model import Answer, Choices, Form, Gaps, Placed, Quiz, Settings
from quizgen.presenting.keys import Line, lines, literal, reasons, said, scoring, short, strong
from quizgen.wording import Wording

_COLUMNS = {11: 5, 15: 4, 23: 3, 38: 2}
"""How many letters a line has room for, and in how many columns."""
_NUMBERED = {r"\d+\.": "KeyEntry", r"\(\d+\)": "KeyBlank"}
"""Entries whose numbers are Word's, by how the key names them."""


def key(quiz: Quiz, form: Form, settings: Settings) -> bytes:
    """The key to a paper."""
    words = wording.for_language(quiz.language)
    document = blank(quiz, form, settings, key=True)
    titles(document, quiz)
    named = f"{words.key} · {words.form} {form.letter}"
    add(document, "Facts", f"{named} · {wording.total(form.points, words)} · {words.key_note}")
    _grid(document, form, words)
    for part in form.parts:
        heading(document, part)
        for placed in part.placed:
            _item(document, placed, quiz, words)
    return data(document)


def _grid(document: Word, form: Form, words: Wording) -> None:
    """Number and answer of every item, for marking at a glance: a list of its own, in columns."""
    answers = [short(placed.question.answer, words) for placed in form.placed]
    section(document)
    for answer in answers:
        add(document, "KeyGrid", answer)
    section(document, columns=_columns([said(answer) for answer in answers]))


def _columns(answers: Sequence[str]) -> int:
    """The most columns in which three in four answers stay on one line, and no word is broken."""
    lengths = sorted(map(len, answers))
    usual = lengths[(len(lengths) * 3 - 1) // 4] if lengths else 0
    needed = max([usual, *(len(word) for answer in answers for word in answer.split(" "))])
    return next((columns for room, columns in _COLUMNS.items() if needed <= room), 1)


def _item(document: Word, placed: Placed, quiz: Quiz, words: Wording) -> None:
    """An item's answer, the reasons for it and the passages it rests on."""
    question = placed.question
    stem = add(document, "Question", strong(spans(_reminder(question.answer, question.stem))))
    worth = wording.points(question.points, words).replace(" ", "\u00a0")
    write(stem, f" \u2002{question.id} · {worth}", "Small")
    told = [*lines(question.answer, words), *scoring(question, words)]
    answer = [paragraph for line in told for paragraph in _told(document, line, question.answer)]
    let_go(answer[-1])
    for line in reasons(question, quiz, words):
        _told(document, line, question.answer)


def _reminder(answer: Answer, stem: str) -> str:
    """The stem, or a text with its blanks."""
    if isinstance(answer, Gaps):
        return "".join(part if isinstance(part, str) else "____" for part in answer.parts)
    return stem


def _told(document: Word, line: Line, answer: Answer) -> list[Paragraph]:
    """A line of the key: behind its label, or where it is an entry in a list, below it."""
    if not line.name:
        paragraph = add(document, "KeyText")
        write(paragraph, f"{line.label}:\u2002" if line.label else "", "Label")
        write(paragraph, line.text)
        return [paragraph]
    above = [add(document, "KeyLabel", f"{line.label}:")] if line.label else []
    return [*above, _entry(document, line, answer)]


def _entry(document: Word, line: Line, answer: Answer) -> Paragraph:
    """An entry with its number or letter, which is Word's; a partner of no one keeps the letter that it has."""
    style = "KeyOption" if isinstance(answer, Choices) else None
    style = style or next((style for form, style in _NUMBERED.items() if re.fullmatch(form, line.name)), None)
    if style is None:
        paragraph = add(document, "KeyLoose", literal(line.name))
        tabulate(paragraph)
    else:
        paragraph = add(document, style)
    write(paragraph, line.text)
    if line.right:
        embolden(paragraph)
    return paragraph
