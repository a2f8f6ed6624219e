from __future__ import annotations

import zipfile
from io import BytesIO

from quizgen.exporters import anki
from quizgen.studying import way
from tests.benchmarks.decks import SETTINGS, floor, quiz, tables_of


def test_items_are_many_and_each_in_words_of_its_own() -> None:
    questions = quiz(1_000).questions
    assert len({question.id for question in questions}) == len({question.rationale for question in questions}) == 1_000
    assert len({str(question.answer) for question in questions}) == 1_000
    assert len({way(question.answer) for question in questions}) == 7


def test_the_floor_has_the_rows_of_the_package() -> None:
    (output,) = anki.export([quiz(400)], SETTINGS)
    made = tables_of(output.data)
    lowest = floor(made)
    assert tables_of(lowest) == made
    assert len(made["notes"]) == 400
    assert [entry.compress_type for entry in zipfile.ZipFile(BytesIO(lowest)).infolist()] == [zipfile.ZIP_DEFLATED] * 2
