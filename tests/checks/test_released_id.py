from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen import checking, locks
from quizgen.checks import released_id
from quizgen.course import load
from quizgen.findings import Location
from quizgen.releases import Content, Entry, Released
from quizgen.studying import Way
from tests.examples import of_rule

MARCH, MAY = 1_773_739_800, 1_777_626_000
Write = Callable[[str], Path]


def found(course: Path, way: Way, retired: int | None = None) -> list[tuple[str, str]]:
    """What is found in a course that has released its item in this way: each rule, with what it says."""
    text = locks.write_released(Released({"example-1": Entry(Content(way, "0" * 16), MARCH, MARCH, retired)}))
    (course / locks.RELEASED).write_text(text, encoding="utf-8")
    return [(finding.rule, finding.message) for finding in checking.run(load(course)).findings]


def test_an_item_that_is_studied_as_before_is_let_be(bank_of: Write) -> None:
    assert found(bank_of(of_rule("type: choice")), "choice") == []
    stem = "stem: What does the brief call money that is set aside before a storm?"
    assert found(bank_of(of_rule(f"type: short\n{stem}\nanswer: storm fund")), "typed") == []


@pytest.mark.parametrize("way", ["typed", "term", "cloze", "pairs", "sequence", "essay"])
def test_an_item_of_another_way_of_studying_cannot_have_the_id(bank_of: Write, way: Way) -> None:
    ((rule, said),) = found(bank_of(of_rule("type: choice")), way)
    assert rule == "released-id"
    assert said.startswith(f"`example-1` was released as `{way}`, and students' Anki cannot turn it into `choice`")


def test_the_id_of_a_retired_item_is_not_used_again(bank_of: Write) -> None:
    course = bank_of(of_rule("type: choice"))
    ((rule, said),) = found(course, "choice", MAY)
    assert rule == "released-id"
    assert said.startswith("the id `example-1` is that of an item that was retired at 2026-05-01T09:00:00Z")
    (remark,) = released_id.check(load(course))
    assert remark.see == Location(locks.RELEASED, 4)


def test_an_item_that_comes_back_is_allowed_until_the_next_release(bank_of: Write) -> None:
    course = bank_of(of_rule("type: choice\nallow: {released-id: the same item as before}"))
    assert found(course, "choice", MAY) == []
    assert [rule for rule, _ in found(course, "choice")] == ["unused-allow"]


@pytest.mark.parametrize("field", ["retired: 2026-01-01", "exam_only: true"])
def test_items_that_are_in_no_deck_are_let_be(bank_of: Write, field: str) -> None:
    course = bank_of(of_rule(f"type: choice\n{field}"))
    assert "released-id" not in dict(found(course, "essay", MAY))
