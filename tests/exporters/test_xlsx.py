"""The format `xlsx`: every value in its column, in the words of the language, with room for a verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen import wording
from quizgen.exporters import xlsx
from quizgen.findings import Severity
from quizgen.model import Quiz
from quizgen.presenting.item_table import rows
from tests.exporters.anki.poisoned import EVIL, poisoned
from tests.exporters.pdf.printing import quiz_of
from tests.quizzes import SETTINGS, every_shape, question
from tests.sheets import SPREADSHEET, cells, parts, sheet


def data(quiz: Quiz) -> bytes:
    (output,) = xlsx.export([quiz], SETTINGS)
    assert (output.name, output.quiz) == (f"instructor/xlsx/{quiz.id}.xlsx", quiz.id)
    return output.data


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_value_stands_in_its_column(language: str) -> None:
    quiz = every_shape(language=language)
    words = wording.for_language(language)
    header, *found = cells(data(quiz))
    assert header == list(words.columns.values())
    assert len(found) == len(quiz.questions) >= 12
    for row, told in zip(found, rows(quiz), strict=True):
        shown = dict(zip(words.columns, [*row, *[""] * (len(words.columns) - len(row))], strict=True))
        own = {"verdict": "", "comment": "", "kind": words.kinds["fact"], "difficulty": words.difficulties["easy"]}
        assert shown == {**told, **own}


def test_a_verdict_can_be_picked_and_headings_are_frozen_and_filtered() -> None:
    quiz = every_shape()
    root = sheet(data(quiz))
    (pane,) = root.iter(f"{SPREADSHEET}pane")
    assert pane.attrib["topLeftCell"] == "C2"
    (picked,) = root.iter(f"{SPREADSHEET}dataValidation")
    assert (picked.attrib["sqref"], picked.findtext(f"{SPREADSHEET}formula1")) == ("P2:P13", '"keep,revise,drop"')
    (filtered,) = root.iter(f"{SPREADSHEET}autoFilter")
    assert filtered.attrib["ref"] == "A1:Y13"
    assert b"wrapText" in parts(data(quiz))["xl/styles.xml"]


@pytest.mark.parametrize("evil", [*EVIL, "=1+1", "@x", "-1", "\x00\x0b"])
def test_text_is_text(evil: str) -> None:
    _, *found = cells(data(poisoned(evil)))
    assert [row[7] for row in found] == ["".join("\ufffd" if sign in "\x00\x0b" else sign for sign in evil)] * 9
    assert set(parts(data(poisoned(evil)))) == set(parts(data(poisoned("x"))))


def test_what_a_cell_does_not_hold_is_said_and_cut() -> None:
    quiz = quiz_of(replace(question("who-governs"), rationale="x" * 40_000))
    (remark,) = xlsx.limits([quiz, quiz])
    assert (remark.item, remark.severity) == ("who-governs", Severity.NOTE)
    assert "32,767 characters" in remark.message
    assert "`rationale`" in remark.message
    assert len(str(cells(data(quiz))[1][7])) == 32_767
    assert list(xlsx.limits([every_shape()])) == []
