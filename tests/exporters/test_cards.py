"""The format `cards`: which quizzes have a file, what it tells of itself, and what is counted as left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizgen.cli import cli
from quizgen.exporters import cards
from quizgen.model import Printing
from tests.exporters.pdf.cutting.decks import SHORT, TERM
from tests.exporters.pdf.printing import quiz_of
from tests.exporters.pdf.samples import WHY_A_FUND
from tests.quizzes import SETTINGS, every_shape


def test_a_deck_names_its_items_in_the_order_of_their_numbers() -> None:
    (output,) = cards.export(
        [quiz_of(TERM, WHY_A_FUND, SHORT)], replace(SETTINGS, printing=Printing(flip="short-edge"))
    )
    assert (output.name, output.quiz) == ("students/cards/storms.pdf", "storms")
    assert output.about == {"cards": ["storm-fund", "who-governs"], "flip": "short-edge"}


def test_without_a_term_there_is_no_file() -> None:
    assert list(cards.export([quiz_of(WHY_A_FUND)], SETTINGS)) == []


def test_what_is_left_out_is_told_of_study_quizzes_alone() -> None:
    quiz = every_shape()
    assert {question.type for question in cards.left_out([quiz])} == {question.type for question in quiz.questions} - {
        "short",
        "term",
    }
    assert cards.left_out([replace(quiz, audience="exam")]) == ()


@pytest.fixture
def build(starter: Path, tmp_path: Path) -> Callable[..., tuple[int, str]]:
    def run(*arguments: str) -> tuple[int, str]:
        output = ["--course", str(starter), "--output", str(tmp_path / "output")]
        done = CliRunner().invoke(cli, ["build", *arguments, *output])
        return done.exit_code, done.output

    return run


def test_a_build_counts_what_is_left_out(build: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    status, said = build("cards", "--strict", "--flip", "short-edge", "--paper", "a4")
    assert status == 0
    assert "Left out of cards, which cannot hold them: " in said
    assert "1 essay" in said
    assert " short" not in said
    assert (tmp_path / "output" / "students" / "cards" / "storm-savings.pdf").exists()
    assert '"flip": "short-edge"' in (tmp_path / "output" / "instructor" / "manifest.json").read_text("utf-8")
    assert "Left out" not in build("html")[1]


EXAM = "title: Midterm\naudience: exam\nsections:\n  - take:\n      - {count: 3}\n"


@pytest.mark.parametrize("formats", [("cards",), ("anki", "html"), ("pdf", "cards")])
def test_a_build_of_exams_says_which_formats_have_none(
    formats: tuple[str, ...], build: Callable[..., tuple[int, str]], starter: Path
) -> None:
    (starter / "questions" / "quizzes").mkdir(exist_ok=True)
    (starter / "questions" / "quizzes" / "midterm.yaml").write_text(EXAM, encoding="utf-8")
    status, said = build(*formats, "--quiz", "midterm")
    assert status == 0, said
    told = [line for line in said.splitlines() if line.startswith("Nothing for ")]
    assert told == [
        f"Nothing for {name}: midterm is an exam, and exams go to paper and to course sites alone"
        for name in formats
        if name != "pdf"
    ]
    assert "Nothing for" not in build(*formats)[1]


def test_one_item_that_is_left_out_is_it(build: Callable[..., tuple[int, str]]) -> None:
    assert "Left out of cards, which cannot hold it: 1 essay" in build("cards", "--type", "essay", "--type", "term")[1]


def test_an_edge_that_sheets_do_not_have_is_refused(build: Callable[..., tuple[int, str]]) -> None:
    status, said = build("cards", "--flip", "top")
    assert status == 2
    assert "'long-edge', 'short-edge'" in said
