"""Excel: for each quiz a sheet of its items, for review by a committee.

A row an item: stem, options, key, reasons, rationale, the passage that it rests on and the quote from it, points,
difficulty, tags and what else the bank says, and two columns to write a verdict and a comment in. Headings stay in
sight and can be filtered by. Every text is text: none is taken for a formula or a link. Marks of emphasis stand as
in the bank (`*so*`). A cell holds 32,767 characters; what is longer is cut, and that is said. The sheet holds the key
and is for the instructor. Verdicts are not read back: what is decided goes into the bank by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quizgen import markup, wording
from quizgen.findings import Remark, Severity
from quizgen.jobs import Job, made_by
from quizgen.model import Output, Quiz, Settings
from quizgen.presenting.elements import writable
from quizgen.presenting.item_table import COLUMNS, Value, rows
from quizgen.wording import Wording

NAME = "xlsx"

_READ = COLUMNS.index("source") + 1
_NAMES = (*COLUMNS[:_READ], "verdict", "comment", *COLUMNS[_READ:])
"""The columns: behind what is read to judge an item, two to be filled in, then what it is filed under."""
_WIDTHS = {
    "number": 5, "id": 22, "stem": 45, "options": 42, "key": 30, "also_right": 22, "whys": 60, "rationale": 40,
    "marking": 24, "points": 8, "brief": 20, "passage": 10, "quote": 40, "passage_text": 95, "source": 34,
    "verdict": 14, "comment": 45,
}  # fmt: skip
_WIDTH = 14
"""Of the other columns."""


def jobs(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Job]:
    """A workbook for each quiz, exams too."""
    for quiz in (quiz.drawn_once for quiz in quizzes):
        if quiz.questions:
            yield Job(_file, (quiz, settings.time), len(quiz.questions))


export = made_by(jobs)


def _file(quiz: Quiz, time: int) -> Output:
    # imported here, since whoever asks for limits alone need not pay for making workbooks
    from quizgen.presenting.workbooks import Sheet, workbook

    words = wording.for_language(quiz.language)
    sheet = Sheet(
        name=words.items,
        title=markup.plain(quiz.title),
        rows=[[words.columns[name] for name in _NAMES], *_rows(quiz, words)],
        widths=[_WIDTHS.get(name, _WIDTH) for name in _NAMES],
        frozen=2,
        filtered=True,
        choices={_NAMES.index("verdict"): words.verdicts},
    )
    return Output(f"instructor/{NAME}/{quiz.id}.xlsx", workbook(sheet, time), quiz.id)


def _rows(quiz: Quiz, words: Wording) -> Iterator[list[Value]]:
    """The rows, kind and difficulty in the words of the language."""
    said: Mapping[str, Mapping[str, str]] = {"kind": words.kinds, "difficulty": words.difficulties}
    for row in rows(quiz):
        yield [said.get(name, {}).get(str(row.get(name)), row.get(name, "")) for name in _NAMES]


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """The items with a text that is longer than a cell."""
    from quizgen.presenting.workbooks import LONGEST, cut

    seen = set()
    for quiz in quizzes:
        for question, row in zip(quiz.questions, rows(quiz), strict=True):
            for name, value in row.items():
                if isinstance(value, str) and cut(value) != writable(value) and (question.id, name) not in seen:
                    seen.add((question.id, name))
                    lost = f"a cell of Excel holds {LONGEST:,} characters: what is longer in the column `{name}` is cut"
                    yield Remark(question.at(name), lost, item=question.id, severity=Severity.NOTE)
