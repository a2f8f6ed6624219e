"""The format `kahoot`: the columns of its template, its limits, and what is said of what they leave out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.exporters import kahoot
from quizgen.findings import Location, Severity
from quizgen.markup import plain
from quizgen.model import Choices, Difficulty, Option, Question, Quiz
from quizgen.presenting.elements import writable
from tests.exporters.anki.poisoned import EVIL, poisoned
from tests.exporters.pdf.printing import quiz_of
from tests.quizzes import HERE, SETTINGS, every_shape, question
from tests.sheets import cells

OPTION = Location("questions/storms.yaml", 9, 9)


def table(quiz: Quiz) -> list[list[str | float]]:
    (output,) = kahoot.export([quiz], SETTINGS)
    assert output.name == f"instructor/kahoot/{quiz.id}.xlsx"
    rows = cells(output.data)
    assert rows[1] == ["", writable(plain(quiz.title))]
    assert rows[7][1:3] == ["Question - max 120 characters", "Answer 1 - max 75 characters"]
    assert len(rows[7]) == 8
    return rows[8:]


def options(*texts: str, right: int = 0) -> Choices:
    return Choices(tuple(Option(text, place == right, OPTION) for place, text in enumerate(texts)))


def test_choices_and_selections_stand_in_the_columns_of_the_template() -> None:
    quiz = every_shape()
    (output,) = kahoot.export([quiz], SETTINGS)
    assert output.about == {"items": ["why-a-fund", "years-of-storms", "what-it-pays", "fund-is-loan"]}
    fund, years, pays, loan = table(quiz)
    assert fund[:2] == [1, "Why, for Ibarra, does Isla Clara keep a fund?"]
    assert fund[1 + int(str(fund[7]))] == "So that repairs need not wait for loans"
    assert years == [2, "When did the second storm strike?", "1998", "2007", "2017", "", 10, "2"]
    places = [int(place) for place in str(pays[7]).split(", ")]
    assert {pays[1 + place] for place in places} == {"Roofs", "Piers"}
    assert loan[2:] == ["True", "False", "", "", 10, "2"]


def test_the_right_option_stands_in_every_place() -> None:
    items = [replace(question("why-a-fund"), id=f"item-{number}") for number in range(24)]
    assert {row[7] for row in table(quiz_of(*items))} == {"1", "2", "3", "4"}


def test_items_of_other_shapes_are_left_out() -> None:
    quiz = every_shape()
    fitting = {"choice", "select", "true-false"}
    assert [one.id for one in kahoot.left_out([quiz])] == [one.id for one in quiz.questions if one.type not in fitting]
    assert list(kahoot.export([quiz_of(question("argue-for-it"))], SETTINGS)) == []


def choice(stem: str, answer: Choices) -> Question:
    return replace(question("why-a-fund"), stem=stem, answer=answer)


@pytest.mark.parametrize(
    ("item", "said", "where"),
    [
        (choice("x" * 120, options("y" * 75, "no", "nor", "neither")), None, None),
        (choice(f"*{'x' * 120}*", options("yes", "no")), None, None),
        (choice("x" * 121, options("yes", "no")), ("room for 120 characters", "121"), HERE),
        (choice("x?", options("yes", "y" * 76)), ("room for 75 characters", "76"), OPTION),
        (choice("x?", options(*"abcde")), ("room for 4 options", "5"), HERE),
    ],
)
def test_what_is_too_long_is_left_out_and_said_with_its_place(
    item: Question, said: tuple[str, str] | None, where: Location | None
) -> None:
    quiz = quiz_of(item)
    remarks = [remark for remark in kahoot.limits([quiz, quiz]) if remark.item]
    assert len(remarks) == (said is not None)
    assert all(remark.severity is Severity.NOTE and remark.where == where for remark in remarks)
    assert all(said[0] in remark.message and remark.here == said[1] for remark in remarks if said)
    assert (kahoot.left_out([quiz]) == (item,)) == (said is not None)
    assert bool(list(kahoot.export([quiz], SETTINGS))) == (said is None)


def test_that_one_of_several_is_enough_is_said() -> None:
    quiz = quiz_of(question("what-it-pays"))
    (remark,) = (remark for remark in kahoot.limits([quiz]) if remark.item)
    assert "one of several right options" in remark.message


@pytest.mark.parametrize(
    ("stem", "difficulty", "seconds"),
    [("x", "easy", 10), ("x" * 120, "easy", 20), ("x" * 60, "medium", 20), ("x" * 120, "hard", 30)],
)
def test_time_is_one_of_those_that_kahoot_has(stem: str, difficulty: Difficulty, seconds: int) -> None:
    item = replace(choice(stem, options("yes", "no")), difficulty=difficulty)
    assert kahoot.seconds(item) == seconds
    longest = replace(item, stem="x" * 9_999)
    assert kahoot.seconds(longest) == 240


@pytest.mark.parametrize("evil", [*(text for text in EVIL if len(text) < 70), "=1+1", "\x00"])
def test_text_is_text(evil: str) -> None:
    quiz = poisoned(evil)
    row, *others = table(quiz)
    assert others == []
    assert len(row) == 8
