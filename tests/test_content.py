"""The course of this repository: what its banks and quizzes hold, as the curators' guide asks."""

from __future__ import annotations

import math
from collections import Counter

import pytest

from quizgen.course import load
from quizgen.model import Bank, Choices, Essay, Question
from quizgen.picking import picked
from tests.conftest import REPOSITORY

COURSE = load(REPOSITORY)
BANKS = [bank for bank in COURSE.banks if bank.brief]
ids = pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.id)


def test_there_is_a_bank_for_each_of_ten_briefs() -> None:
    assert len(COURSE.briefs) == 10
    assert sum(len(brief.passages) for brief in COURSE.briefs) == 96
    assert {bank.brief for bank in BANKS} == {brief.id for brief in COURSE.briefs}
    assert sum(len(bank.current) for bank in BANKS) >= 300


@ids
def test_a_bank_is_large_and_mixed(bank: Bank) -> None:
    items = bank.current
    assert len(items) >= 30
    kinds, types = Counter(item.kind for item in items), Counter(item.type for item in items)
    assert min(kinds[kind] for kind in ("fact", "definition", "argument")) >= len(items) / 5
    assert len(types) >= 7
    assert types["choice"] <= len(items) / 2


@ids
def test_a_bank_asks_for_more_than_recall(bank: Bank) -> None:
    items = bank.current
    difficulties = Counter(item.difficulty for item in items)
    assert min(difficulties[name] for name in ("easy", "medium", "hard")) >= len(items) / 10
    assert sum(item.thinking != "remember" for item in items) >= len(items) / 4
    essays = [item for item in items if isinstance(item.answer, Essay)]
    assert len(essays) >= 2
    for essay in essays:
        assert isinstance(essay.answer, Essay)
        assert sum(criterion.points for criterion in essay.answer.rubric) == essay.points


def test_items_across_briefs_rest_on_several() -> None:
    (across,) = (bank for bank in COURSE.banks if bank.brief is None)
    several = [item for item in across.current if len({evidence.brief for evidence in item.evidence}) > 1]
    assert len(several) >= 10


def test_the_key_is_the_longest_option_no_more_often_than_chance_allows() -> None:
    choices = [item for item in COURSE.current if item.type == "choice"]
    assert len(choices) > 100
    expected = sum(1 / len(options(item)) for item in choices)
    longest = sum(is_longest(item) for item in choices)
    assert longest <= expected + 1.96 * math.sqrt(expected * (1 - expected / len(choices)))


def options(item: Question) -> list[tuple[int, bool]]:
    """The length of each option, and whether it is the key."""
    assert isinstance(item.answer, Choices)
    return [(len(option.text), option.correct) for option in item.answer.options]


def is_longest(item: Question) -> bool:
    """Whether the key is longer than every distractor."""
    keys, wrong = ([length for length, correct in options(item) if correct is key] for key in (True, False))
    return max(keys) > max(wrong)


def test_the_quizzes_take_what_the_course_promises() -> None:
    drawn = {id: quiz.questions for id, quiz in picked(COURSE, COURSE.settings.defaults.seed).items()}
    by_id = {blueprint.id: blueprint for blueprint in COURSE.blueprints}
    assert [by_id[id].audience for id in ("midterm", "midterm-makeup", "final")] == ["exam"] * 3
    assert [len(drawn[id]) for id in ("midterm", "midterm-makeup", "final")] == [20, 20, 40]
    assert [by_id[id].forms for id in ("midterm", "final")] == [2, 2]
    exams = [question.id for id in ("midterm", "midterm-makeup", "final") for question in drawn[id]]
    assert len(exams) == len(set(exams))
    assert len({question.bank for question in drawn["midterm"]}) == 5
    assert {bank.id for bank in COURSE.banks} == {question.bank for question in drawn["final"]}
    assert {q.id for q in drawn["definitions"]} == {q.id for q in COURSE.current if q.type == "term"}
    for brief in COURSE.briefs:
        review = drawn[f"review-{brief.id}"]
        assert len(review) == 10
        assert all(evidence.brief == brief.id for question in review for evidence in question.evidence)
