"""The format `csv`: read back by the csv module, and no cell that a spreadsheet would compute."""

from __future__ import annotations

import csv as reader
import io

import pytest

from quizgen.exporters import csv
from quizgen.model import Quiz
from quizgen.presenting.item_table import COLUMNS, rows
from tests.exporters.anki.poisoned import EVIL, WITH_BACKSLASHES, poisoned
from tests.quizzes import SETTINGS, every_shape

FORMULAS = (
    "=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0", "＝1",
    "\u00a0=1", "-5 percent",
)  # fmt: skip


def table(quiz: Quiz) -> list[dict[str, str]]:
    (output,) = csv.export([quiz], SETTINGS)
    assert (output.name, output.quiz) == (f"instructor/csv/{quiz.id}.csv", quiz.id)
    assert output.data.startswith(b"\xef\xbb\xbf")
    return list(reader.DictReader(io.StringIO(output.data.decode("utf-8-sig"), newline="")))


def test_every_value_of_every_row_comes_back() -> None:
    quiz = every_shape()
    found = table(quiz)
    assert len(found) == len(quiz.questions) >= 12
    for row, told in zip(found, rows(quiz), strict=True):
        assert tuple(row) == COLUMNS
        assert row == {name: value if isinstance(value, str) else f"{value:g}" for name, value in told.items()}
    assert list(csv.limits([quiz])) == []


@pytest.mark.parametrize("evil", [*FORMULAS, *EVIL, *WITH_BACKSLASHES, "\x00", 'a,"b"\r\nc;d'])
def test_no_cell_is_a_formula_and_none_is_lost(evil: str) -> None:
    quiz = poisoned(evil)
    found = table(quiz)
    assert len(found) == len(quiz.questions)
    for row, told in zip(found, rows(quiz), strict=True):
        assert len(row) == len(COLUMNS)
        for name, value in row.items():
            assert not value.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
            assert value.removeprefix("'") == str(told[name]).replace("\x00", "\ufffd").removeprefix("'") or (
                isinstance(told[name], float | int)
            )


@pytest.mark.parametrize("evil", FORMULAS)
def test_a_formula_has_an_apostrophe_put_before_it(evil: str) -> None:
    assert table(poisoned(evil))[0]["rationale"] == f"'{evil}"
