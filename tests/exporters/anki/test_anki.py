"""Which decks there are, and what Anki cannot hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Collection

from quizgen.exporters import anki
from quizgen.findings import Location
from quizgen.model import Blank, Gaps, Output, Quiz
from tests.exporters.anki.packaging import package, with_questions
from tests.exporters.anki.rendering import import_into, query
from tests.quizzes import ANSWERS, BRIEF, SETTINGS, every_shape, question


def test_a_quiz_is_a_file_and_so_is_the_whole_course(outputs: list[Output]) -> None:
    assert [(output.name, output.quiz) for output in outputs] == [
        ("students/anki/storms.apkg", "storms"),
        ("students/anki/course.apkg", None),
    ]


def test_exams_and_empty_quizzes_make_no_deck() -> None:
    exam, empty = replace(every_shape(), audience="exam"), with_questions()
    assert list(anki.export([exam, empty], SETTINGS)) == []


def test_the_course_holds_an_item_of_two_quizzes_once(collection: Collection, tmp_path: Path) -> None:
    second = replace(every_shape(), id="again", questions=(question("who-governs"), question("storm-fund")))
    secret = replace(question("who-governs"), id="secret")
    third = replace(every_shape(), id="midterm", audience="exam", questions=(secret,))
    *_, course = anki.export([second, every_shape(), third], SETTINGS)
    assert course.name.endswith("course.apkg")
    assert len(import_into(collection, course.data, tmp_path).new) == len(ANSWERS)
    assert collection.find_notes("ID:secret") == []


# What Anki cannot hold


def cloze_of(blanks: int) -> Quiz:
    answer = Gaps(tuple(Blank((f"x{number}",)) for number in range(blanks)))
    return with_questions(replace(question("gaps-in-text"), answer=answer))


def test_anki_holds_every_shape() -> None:
    assert list(anki.limits([every_shape()])) == []


@pytest.mark.parametrize(("blanks", "said"), [(500, 0), (501, 1)])
def test_a_cloze_of_very_many_blanks_is_a_finding(blanks: int, said: int) -> None:
    remarks = list(anki.limits([cloze_of(blanks)]))
    assert [remark.item for remark in remarks] == ["gaps-in-text"] * said


def test_the_most_blanks_are_as_many_as_anki_has_cards_for(collection: Collection, tmp_path: Path) -> None:
    import_into(collection, package(cloze_of(500)), tmp_path)
    assert len(query(collection, "select distinct ord from cards")) == 500


def test_a_tag_without_a_plain_letter_is_a_finding() -> None:
    (remark,) = anki.limits([with_questions(replace(question("who-governs"), tags=("fine", "中")))])
    assert "“中”" in remark.message


@pytest.mark.parametrize("title", ["Saving before the Storm", "SAVING  before the Storm:", "::Saving before the Storm"])
def test_two_briefs_whose_decks_have_one_name_are_a_finding(title: str) -> None:
    other = replace(BRIEF, id="other", title=title, where=Location("corpus/other.md", 2))
    for quizzes in (
        [replace(every_shape(), briefs=(BRIEF, other))],
        [every_shape(), replace(every_shape(), id="others", briefs=(other,))],
    ):
        (remark,) = anki.limits(quizzes)
        assert remark.where == other.where
        assert "named as that of `storms`" in remark.message
    assert list(anki.limits([replace(every_shape(), briefs=(BRIEF, replace(other, title="Saving")))])) == []


def test_exams_have_no_limits() -> None:
    assert list(anki.limits([replace(cloze_of(501), audience="exam")])) == []
