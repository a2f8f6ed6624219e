from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.checks import passage_coverage
from quizgen.course import Course, load
from quizgen.findings import Remark
from tests.examples import of_rule

Write = Callable[[str], Path]
FIVE = "- type: short\n" * 5


def remarks(course: Course) -> list[Remark]:
    return list(passage_coverage.check(course))


def excuse(course: Path, passages: str) -> Course:
    brief = course / "corpus" / "storm-savings.md"
    text = brief.read_text(encoding="utf-8")
    brief.write_text(text.replace("language: en", f"language: en\nno_items: {passages}"), encoding="utf-8")
    return load(course)


def test_each_passage_is_named_at_its_place_with_its_opening_words(bank_of: Write) -> None:
    first, third, fourth = remarks(load(bank_of(of_rule(FIVE))))
    assert [remark.where.path for remark in (first, third, fourth)] == ["corpus/storm-savings.md"] * 3
    assert first.where.line == 10
    assert "passage p3, “Borrowing after a storm is slower. In 2007 …”: write one" in third.message
    assert "`no_items: {p4: …}`" in fourth.message


def test_a_bank_that_is_still_being_written_is_left_alone(bank_of: Write) -> None:
    assert not remarks(load(bank_of(of_rule("- type: short\n" * 3))))
    assert remarks(load(bank_of(of_rule("- type: short\n" * 4))))
    assert not remarks(load(bank_of(of_rule("- type: short\n  retired: 2026-01-01\n" * 4))))


def test_an_excuse_serves(bank_of: Write) -> None:
    course = excuse(bank_of(of_rule(FIVE)), "{p1: It opens, p3: So, p4: So}")
    assert not remarks(course)


@pytest.mark.parametrize(
    ("excuses", "said"),
    [
        ("{p1: So, p3: So, p4: So, p9: So}", "`no_items` names p9, but the brief has p1 to p4"),
        ("{p1: So, p3: So, p4: So, p2: So}", "nothing is asked about p2, but an item rests on it"),
    ],
)
def test_an_excuse_that_nothing_needs_is_named_where_it_stands(excuses: str, said: str, bank_of: Write) -> None:
    (remark,) = remarks(excuse(bank_of(of_rule(FIVE)), excuses))
    assert said in remark.message
    assert (remark.where.line, remark.where.column) == (6, 36)


def test_an_item_of_another_bank_covers_a_passage(bank_of: Write) -> None:
    third = "- type: short\n  evidence: [{passage: p3, quote: Borrowing after a storm is slower}]\n"
    course = load(bank_of(of_rule(FIVE + third)))
    (bank,) = course.banks
    apart = (
        replace(bank, questions=bank.questions[:5]),
        replace(bank, id="across", brief=None, questions=bank.questions[5:]),
    )
    passages = [remark.where.line for remark in remarks(replace(course, banks=apart, bank_ids=("a", "across")))]
    assert passages == [10, 22]


def test_nothing_is_said_of_passages_where_not_all_items_are_in_view(bank_of: Write) -> None:
    course = bank_of(of_rule(FIVE))
    assert remarks(load(course))
    (course / "questions" / "another.yaml").write_text("title: [", encoding="utf-8")
    assert not remarks(load(course))
    assert not remarks(load(course).only(["storm-savings"]))
