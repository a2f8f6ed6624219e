"""What is lost on the way to a course site is said, item by item: an item that loses it, in each format."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from importlib import import_module

import pytest

from quizgen.exporters import BY_NAME
from quizgen.findings import Remark, Severity
from quizgen.model import Blank, Choices, Gaps, Left, Number, Option, Pairs, Question, Words
from quizgen.presenting.losses import Loss
from tests.exporters.course_sites import QUIZZES, drawing, several
from tests.quizzes import ANSWERS, HERE, every_shape, question

TABLES: dict[str, tuple[Loss, ...]] = {
    "canvas": import_module("quizgen.exporters.canvas.losses").LOSSES,
    "gift": import_module("quizgen.exporters.gift.losses").LOSSES,
    "moodle": import_module("quizgen.exporters.moodle.losses").LOSSES,
    "qti": import_module("quizgen.exporters.qti").LOSSES,
}
PARTS = ("what-it-pays", "gaps-in-text", "who-said-what", "before-or-after", "order-of-work")
"""The items that have parts, of which course sites give shares."""


def each(id: str) -> Question:
    return replace(question(id), scoring="each" if id in PARTS else "all")


ONE_WAY = "does not ask the other way round"
ALIKE = {"canvas": ["all or none"], "gift": ["all or none"], "moodle": ["all or none"]}
LOST: dict[str, tuple[Question, dict[str, list[str]]]] = {
    "nothing": (each("why-a-fund"), {}),
    "nothing of a statement": (each("fund-is-loan"), {}),
    "nothing of a word": (each("who-governs"), {}),
    "points": (replace(each("why-a-fund"), points=2), {"gift": ["no points"]}),
    "all or none": (replace(question("who-said-what"), scoring="all"), ALIKE),
    "all or none of an order": (
        replace(question("order-of-work"), scoring="all"),
        {
            "canvas": ["all or none", "no type for putting in order"],
            "gift": ["all or none", "no type for putting in order"],
            "moodle": ["from version 4.4"],
        },
    ),
    "all or none of what has no parts": (replace(question("gaps-in-text"), answer=Gaps((Blank(("x",)),))), {"gift": [
        "the blank is a line"
    ]}),
    "the order of options": (
        each("years-of-storms"),
        {"canvas": ["shuffles none"], "gift": ["switch off shuffling"]},
    ),
    "true and false in another language": (
        replace(
            question("fund-is-loan"),
            answer=Choices((Option("Verdadero", False, HERE), Option("Falso", True, HERE)), pinned=True),
        ),
        {"canvas": ["in English alone"]},
    ),
    "a term": (each("storm-fund"), {site: [ONE_WAY] for site in TABLES}),
    "a unit": (each("share-saved"), {"canvas": ["no unit"], "gift": ["no units"], "qti": ["no unit"]}),
    "a long unit": (
        replace(question("share-saved"), answer=Number(Decimal(1), "1", "u" * 51)),
        {"canvas": ["no unit"], "gift": ["no units"], "qti": ["no unit"], "moodle": ["more than 50 characters"]},
    ),
    "several blanks": (each("gaps-in-text"), {"gift": ["several blanks"], "moodle": ["a whole point for each blank"]}),
    "blanks whose points are whole": (replace(each("gaps-in-text"), points=2), {"gift": [
        "no points", "several blanks"
    ]}),
    "reasons of entries": (each("before-or-after"), {"gift": ["for each entry"], "moodle": ["for each entry"]}),
    "emphasis on the right": (
        replace(each("who-said-what"), answer=Pairs((Left("a", 0, HERE),), ("*so*",))),
        {site: ["without emphasis"] for site in ALIKE},
    ),
    "an order": (
        each("order-of-work"),
        {"canvas": ["no type for putting in order"], "gift": ["no type for putting"], "moodle": ["from version 4.4"]},
    ),
    "an essay": (
        each("argue-for-it"),
        {"canvas": ["no rubric"], "gift": ["no points", "graders alone"], "moodle": ["no rubric"]},
    ),
    "more right options than wrong ones": (each("what-it-pays"), {"moodle": ["a wrong tick costs more"]}),
    "many right options": (replace(each("what-it-pays"), answer=several(11, 11)), {"moodle": ["no equal shares"]}),
    "too many right options": (replace(each("what-it-pays"), answer=several(21, 21)), {"moodle": ["! small enough"]}),
    "a long tag": (replace(question("who-governs"), tags=("t" * 51,)), {"moodle": ["cuts tags"]}),
    "an option without text": (
        replace(question("why-a-fund"), answer=Choices((Option("\u200b", True, HERE), Option("B", False, HERE)))),
        {"canvas": ["! No answer text provided."]},
    ),
    "a figure too fine": (
        replace(question("share-saved"), answer=Number(Decimal("0.00002"), "0.00002")),
        {"canvas": ["! below 0.0001"]},
    ),
    "a code of HTML": (
        replace(each("who-said-what"), answer=Pairs((Left("a", 0, HERE),), ("AT&amp;T",))),
        {"canvas": ["! code of HTML"]},
    ),
    "an arrow that is typed": (replace(question("who-governs"), answer=Words(("a -> b",))), {"gift": ["! left out"]}),
}  # fmt: skip
"""Items, and a part of what each format says of them; with `!` before it where that is a fault, and no note."""


def remarks(site: str, item: Question) -> list[Remark]:
    quiz = every_shape(questions=(item,))
    return [remark for remark in BY_NAME[site].limits([quiz]) if remark.item]


@pytest.mark.parametrize("site", TABLES)
@pytest.mark.parametrize("lost", LOST)
def test_what_an_item_loses_is_said_at_its_place_and_nothing_else_is(lost: str, site: str) -> None:
    item, expected = LOST[lost]
    found = remarks(site, item)
    assert {(remark.item, remark.where) for remark in found} <= {(item.id, item.where)}
    told = [f"{'' if remark.severity is Severity.NOTE else '! '}{remark.message}" for remark in found]
    parts = expected.get(site, [])
    assert len(told) == len(parts)
    for message, part in zip(told, parts, strict=True):
        assert part.removeprefix("! ") in message
        assert part.startswith("! ") == message.startswith("! ")


@pytest.mark.parametrize("site", TABLES)
def test_every_loss_that_a_format_knows_is_tried_with_an_item(site: str) -> None:
    tried = {remark.message for item, _ in LOST.values() for remark in remarks(site, item)}
    assert {loss.said for loss in TABLES[site]} == tried
    assert len(tried) == len(TABLES[site]) >= 2


@pytest.mark.parametrize(
    ("site", "lost", "here"),
    [
        ("gift", "points", "2"),
        ("moodle", "several blanks", "1, not 2"),
        ("moodle", "a long tag", "t" * 51),
        ("canvas", "a code of HTML", "“AT&amp;T”"),
        ("canvas", "a unit", None),
    ],
)
def test_what_is_of_one_item_alone_stands_beside_what_is_said_of_all(site: str, lost: str, here: str | None) -> None:
    (remark,) = remarks(site, LOST[lost][0])
    assert remark.here == here


@pytest.mark.parametrize("site", TABLES)
def test_of_an_item_in_two_quizzes_it_is_said_once_and_of_what_is_only_drawn_too(site: str) -> None:
    quiz = replace(drawing(), questions=())
    told = [(remark.item, remark.message) for remark in BY_NAME[site].limits([drawing(), quiz, every_shape()])]
    of_items = [one for one in told if one[0]]
    assert len(set(of_items)) == len(of_items)
    if site in ("canvas", "moodle"):
        assert "what-it-pays" in {remark.item for remark in BY_NAME[site].limits([drawing()])}


@pytest.mark.parametrize("site", TABLES)
def test_every_loss_of_the_real_quizzes_is_a_note_said_once_of_each_and_alike_of_all(site: str) -> None:
    found = list(BY_NAME[site].limits(QUIZZES))
    assert {remark.severity for remark in found} == {Severity.NOTE}
    of_items = [remark for remark in found if remark.item]
    assert len({(remark.item, remark.message) for remark in of_items}) == len(of_items) > 30
    assert len({remark.message for remark in found}) < 15


def test_there_are_items_of_every_shape_to_lose_something() -> None:
    assert {item.id for item, _ in LOST.values()} == set(ANSWERS)
