from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.selftests import PROGRAMS, make_ours, options, quiz_of


def test_items_are_many_and_each_in_words_of_its_own() -> None:
    questions = quiz_of(1_000).questions
    assert len({question.id for question in questions}) == len({question.rationale for question in questions}) == 1_000
    assert all(option.why for question in questions for option in options(question))


@pytest.mark.parametrize(("name", "file"), [("mkdocs-quiz", "docs/index.md"), ("QuizML", "quiz.yaml")])
def test_a_peer_gets_the_same_items(name: str, file: str, tmp_path: Path) -> None:
    quiz = quiz_of(20)
    PROGRAMS[name].lay_out(quiz, tmp_path / "peer")
    text = (tmp_path / "peer" / file).read_text(encoding="utf-8")
    for question in quiz.questions:
        assert question.stem in text
        assert (question.rationale in text) is (name == "mkdocs-quiz")
        assert all(option.text in text for option in options(question))
    if name == "QuizML":
        assert [sorted(map(len, entry["choices"])) for entry in json.loads(text)] == [[1, 1, 1, 1]] * 20


def test_ours_has_them_all(tmp_path: Path) -> None:
    make_ours(tmp_path / "storms.html")
    page = (tmp_path / "storms.html").read_text(encoding="utf-8")
    assert all(question.rationale in page for question in quiz_of(1_000).questions)
