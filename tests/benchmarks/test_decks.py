from __future__ import annotations

import zipfile
from io import BytesIO

from benchmarks import copies
from benchmarks.copies import SETTINGS, quiz, quizzes
from benchmarks.decks import by_genanki
from benchmarks.floors import inserted, tables_of
from quizgen.exporters import anki
from quizgen.studying import way


def test_items_are_many_and_each_in_words_of_its_own() -> None:
    questions = quiz(1_000).questions
    assert len({question.id for question in questions}) == len({question.rationale for question in questions}) == 1_000
    assert len({str(question.answer) for question in questions}) == 1_000
    assert len({way(question.answer) for question in questions}) == 7


def test_quizzes_part_the_same_items() -> None:
    parts = quizzes(1_100)
    assert [len(part.questions) for part in parts] == [500, 500, 100]
    assert tuple(question for part in parts for question in part.questions) == copies.questions(0, 1_100)


def test_the_floor_has_the_rows_of_the_package() -> None:
    (output,) = anki.export([quiz(400)], SETTINGS)
    made = tables_of(output.data)
    lowest = inserted(made)
    assert tables_of(lowest) == made
    assert len(made["notes"]) == 400
    assert [entry.compress_type for entry in zipfile.ZipFile(BytesIO(lowest)).infolist()] == [zipfile.ZIP_DEFLATED] * 2


def test_genanki_makes_a_package_of_the_same_notes() -> None:
    (output,) = anki.export([quiz(60)], SETTINGS)
    ours, plain = (tables_of(data)["notes"] for data in (output.data, by_genanki(quiz(60))()))
    guid, fields = 1, 6
    assert {(row[guid], row[fields]) for row in plain} == {(row[guid], row[fields]) for row in ours}
    assert len(plain) == 60
