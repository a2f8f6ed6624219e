"""Where things stand: apart from each other, inside the markers, an item to a row."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest

from quizgen.exporters.pdf.answer_sheet import layout, rows
from quizgen.model import Choices, Paper
from tests.exporters.pdf.answer_sheet.sheets import EVERY, QUIZZES, printed

each_sheet = pytest.mark.parametrize(("name", "paper", "form"), EVERY)


@each_sheet
def test_no_two_things_that_are_read_touch(name: str, paper: Paper, form: int) -> None:
    for page in printed(name, paper, form).pages:
        spots: list[tuple[dict[str, Any], float]] = [
            *((spot, spot["radius"]) for spot in (*page["bubbles"], *page["id_digits"])),
            *((box, box["side"] / 2 * math.sqrt(2)) for box in page["code_boxes"]),
            *((marker, marker["side"] / 2 * math.sqrt(2)) for marker in page["markers"]),
        ]
        assert len(spots) > 124
        for (one, reach), (other, far) in itertools.combinations(spots, 2):
            apart = math.dist((one["x"], one["y"]), (other["x"], other["y"])) - reach - far
            assert apart > (-0.5 if "side" in one and "side" in other else 0.6), (one, other)


@each_sheet
def test_no_two_items_share_a_row_of_a_column(name: str, paper: Paper, form: int) -> None:
    found = printed(name, paper, form)
    for page, filled in zip(found.pages, rows.pages(found.sheet.form), strict=True):
        columns = filled.grid.columns
        column = layout.WIDTH / columns
        held: dict[tuple[int, float], str] = {}
        for bubble in page["bubbles"]:
            place = (int((bubble["x"] - layout.left(paper)) / column), bubble["y"])
            assert held.setdefault(place, bubble["item"]) == bubble["item"]
        for index in range(columns):
            assert len([y for number, y in held if number == index]) <= 25


@each_sheet
def test_everything_that_is_read_stands_between_the_markers(name: str, paper: Paper, form: int) -> None:
    for page in printed(name, paper, form).pages:
        (left, top), _, (right, bottom), _ = ((marker["x"], marker["y"]) for marker in page["markers"])
        for spot in (*page["bubbles"], *page["id_digits"], *page["code_boxes"]):
            assert left - 3 <= spot["x"] <= right + 3
            assert top < spot["y"] < bottom + 3


@each_sheet
def test_each_item_with_options_has_a_bubble_for_each_in_the_order_of_the_paper(
    name: str, paper: Paper, form: int
) -> None:
    quiz = QUIZZES[name]
    bubbles = [bubble for page in printed(name, paper, form).pages for bubble in page["bubbles"]]
    bank = {question.id: question.answer for question in quiz.questions}
    for placed in quiz.forms[form].placed:
        own = [bubble for bubble in bubbles if bubble["item"] == placed.question.id]
        answer, written = placed.question.answer, bank[placed.question.id]
        if not isinstance(answer, Choices) or not isinstance(written, Choices):
            assert own == []
            continue
        assert [bubble["letter"] for bubble in own] == list("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[: len(answer.options)])
        assert {bubble["number"] for bubble in own} == {placed.number}
        assert [written.options[bubble["option"]].text for bubble in own] == [o.text for o in answer.options]


def test_form_b_is_in_another_order_than_form_a() -> None:
    orders = [
        [(bubble["item"], bubble["option"]) for bubble in printed("hundred", "letter", form).pages[0]["bubbles"]]
        for form in (0, 1)
    ]
    assert orders[0] != orders[1]
    assert sorted(orders[0]) == sorted(orders[1])


def test_a_hundred_items_stand_on_a_page_in_columns_of_twenty_five() -> None:
    (page,) = printed("hundred", "letter", 0).pages
    first = [bubble for bubble in page["bubbles"] if bubble["letter"] == "A"]
    assert [bubble["number"] for bubble in first] == list(range(1, 101))
    assert len({bubble["x"] for bubble in first}) == 4
    assert len({bubble["y"] for bubble in first}) == 25
