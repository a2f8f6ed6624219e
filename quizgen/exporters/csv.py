"""CSV: for each quiz a table of its items, for review by a committee or for programs of your own.

A row an item, under the names that banks use: stem, options, key, reasons, rationale, the passage that it rests on and
the quote from it, points, difficulty, tags and what else the bank says. Fields are parted by commas and the file is in
UTF-8 with a mark at its start, so that Excel reads accents; where Excel expects semicolons, `xlsx` is the easier one.

Spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a formula, whoever wrote it. Such a text has an
apostrophe put before it, `'-5` for `-5`, which is no part of it. The table holds the key and is for the instructor.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from quizgen.findings import Remark
from quizgen.jobs import Job, made_by
from quizgen.model import Output, Quiz, Settings
from quizgen.presenting.elements import writable
from quizgen.presenting.item_table import COLUMNS, Value, rows

NAME = "csv"

_FORMULA = re.compile(r"[\s\0]*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a text begins that some spreadsheet takes for a formula, in wide signs too, or that hides such a beginning."""


def jobs(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Job]:
    """A table for each quiz, exams too."""
    for quiz in (quiz.drawn_once for quiz in quizzes):
        if quiz.questions:
            yield Job(_file, (quiz,), len(quiz.questions))


export = made_by(jobs)


def _file(quiz: Quiz) -> Output:
    return Output(f"instructor/{NAME}/{quiz.id}.csv", _table(quiz), quiz.id)


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """Nothing: a table holds every item."""
    return iter(())


def _table(quiz: Quiz) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([_guarded(row[name]) for name in COLUMNS] for row in rows(quiz))
    return text.getvalue().encode("utf-8-sig")


def _guarded(value: Value) -> Value:
    """A text that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return f"{value:g}"
    value = writable(value)
    return f"'{value}" if _FORMULA.match(value) else value
