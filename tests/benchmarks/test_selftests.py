from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from benchmarks.items import as_course, options, quiz_of
from benchmarks.selftests import PROGRAMS, make_page
from quizgen import checking
from quizgen.course import load


def test_items_are_many_and_each_in_words_of_its_own() -> None:
    questions = quiz_of(1_000).questions
    assert len({question.id for question in questions}) == len({question.rationale for question in questions}) == 1_000
    assert all(option.why for question in questions for option in options(question))


@pytest.mark.parametrize(
    ("name", "file"), [("mkdocs-quiz", "docs/index.md"), ("QuizML", "quiz.yaml"), ("Queck", "quiz.qk")]
)
def test_a_peer_gets_the_same_items(name: str, file: str, tmp_path: Path) -> None:
    quiz = quiz_of(20)
    PROGRAMS[name].lay_out(quiz, tmp_path / "peer")
    text = (tmp_path / "peer" / file).read_text(encoding="utf-8")
    said = str(yaml.safe_load(text)) if name == "Queck" else text
    for question in quiz.questions:
        assert question.stem in said
        assert (question.rationale in said) is (name != "QuizML")
        assert all(option.text in said for option in options(question))
    if name == "QuizML":
        assert [sorted(map(len, entry["choices"])) for entry in json.loads(text)] == [[1, 1, 1, 1]] * 20


def test_we_get_the_same_items_as_a_course_without_errors(tmp_path: Path) -> None:
    quiz = quiz_of(20)
    course = load(as_course(quiz, tmp_path / "course"))
    assert not checking.run(course).errors
    read = {question.id: question for question in course.questions}
    assert [read[asked.id].stem for asked in quiz.questions] == [asked.stem for asked in quiz.questions]
    assert all(
        [option.text for option in options(read[asked.id])] == [option.text for option in options(asked)]
        for asked in quiz.questions
    )


def test_our_page_has_them_all(tmp_path: Path) -> None:
    page = PROGRAMS["page alone"].lay_out(quiz_of(40), tmp_path / "own")
    make_page(page)
    text = page.read_text(encoding="utf-8")
    assert all(question.rationale in text for question in quiz_of(40).questions)
