from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.blueprints import Blueprint, read_blueprint
from quizgen.course import Course, load
from quizgen.model import Bank, Question
from quizgen.picking import Picked, in_order, picked

SEED = 7


def blueprint(takes: str, id: str = "quiz", audience: str = "study", not_in: str = "") -> Blueprint:
    lines = "\n".join(f"      - {take}" for take in takes.split("; "))
    text = f"title: T\naudience: {audience}\nnot_in: [{not_in}]\nsections:\n  - take:\n{lines}\n"
    read, findings = read_blueprint(text, id, f"questions/quizzes/{id}.yaml")
    assert read is not None, findings
    return read


@pytest.fixture
def course(starter: Path) -> Course:
    """The sample course with three banks, of the sample's eleven items each."""
    loaded = load(starter)
    (bank,) = loaded.banks
    return replace(loaded, banks=(bank, copied(bank, "roads"), copied(bank, "piers")))


def copied(bank: Bank, id: str) -> Bank:
    return replace(bank, id=id, questions=tuple(replace(q, id=f"{id}-{q.id}", bank=id) for q in bank.questions))


def pick(course: Course, *blueprints: Blueprint) -> Picked:
    """What the last of these blueprints takes."""
    return picked(replace(course, blueprints=blueprints), SEED)[blueprints[-1].id]


def ids(drawn: Picked) -> list[str]:
    return [question.id for question in drawn.questions]


def test_what_is_drawn_is_spread_over_banks_and_passages(course: Course) -> None:
    drawn = pick(course, blueprint("{count: 9}"))
    assert set(Counter(question.bank for question in drawn.questions).values()) == {3}
    for bank in course.banks:
        passages = {q.evidence[0].passage for q in drawn.questions if q.bank == bank.id}
        assert len(passages) == 3
    assert drawn.shortages == ()


def test_several_entries_together_are_spread_over_banks(course: Course) -> None:
    drawn = pick(course, blueprint("{count: 1, kind: fact}; {count: 1, kind: definition}; {count: 1, type: choice}"))
    assert len({question.bank for question in drawn.questions}) == 3


def test_items_stand_in_the_order_of_their_banks(course: Course) -> None:
    order = [question.id for question in course.questions]
    drawn = ids(pick(course, blueprint("{count: 12}")))
    assert drawn == sorted(drawn, key=order.index)


def test_a_quiz_stays_as_it_is_when_an_item_is_written_for_another_kind(course: Course) -> None:
    before = ids(pick(course, blueprint("{count: 5, kind: fact}")))
    bank = course.banks[0]
    new = replace(bank.questions[0], id="new-one", kind="argument")
    more = replace(course, banks=(replace(bank, questions=(new, *bank.questions)), *course.banks[1:]))
    assert ids(pick(more, blueprint("{count: 5, kind: fact}"))) == before


def test_a_quiz_alone_takes_what_it_takes_in_the_whole_course(course: Course) -> None:
    takes = "{count: 2, banks: [roads, piers]}; {count: 3, banks: [roads, piers]}; {count: 1, banks: piers}"
    for number in range(12):
        quiz = blueprint(takes, f"quiz-{number}")
        whole = replace(course, blueprints=(quiz,))
        assert ids(picked(whole.only((), (quiz.id,)), SEED)[quiz.id]) == ids(picked(whole, SEED)[quiz.id])


def test_another_quiz_and_another_seed_draw_others(course: Course) -> None:
    draws = {
        tuple(ids(picked(replace(course, blueprints=(blueprint("{count: 6}", id=id),)), seed)[id]))
        for id in ("one", "two", "three")
        for seed in range(3)
    }
    assert len(draws) > 5


def test_an_entry_gives_way_to_one_that_can_take_nothing_else(course: Course) -> None:
    (cloze,) = {question.id for question in course.questions if question.type == "cloze" and question.bank == "roads"}
    greedy = "{count: 10, banks: roads}; {count: 1, type: cloze, banks: roads}"
    drawn = pick(course, blueprint(greedy))
    assert drawn.shortages == ()
    assert len(set(ids(drawn))) == 11
    assert cloze in ids(drawn)


def test_an_item_stands_once_and_what_is_missing_is_said(course: Course) -> None:
    drawn = pick(course, blueprint("{count: 2, type: cloze}; {count: 2, type: cloze}; {type: cloze}"))
    assert len(ids(drawn)) == len(set(ids(drawn))) == 3
    assert [(shortage.take.wanted.sample, shortage.found) for shortage in drawn.shortages] == [(2, 1), (None, 0)]


def test_without_a_count_all_that_is_left_is_taken(course: Course) -> None:
    drawn = pick(course, blueprint("{type: term}; {count: 1, type: term}"))
    assert [question.type for question in drawn.questions] == ["term"] * 3
    assert drawn.shortages == ()


def test_named_items_come_first_and_are_not_drawn_again(course: Course) -> None:
    named = "roads-who-proposed-the-storm-fund"
    drawn = pick(course, blueprint(f"{{count: 32}}; {{items: [{named}]}}"))
    assert len(ids(drawn)) == 33
    assert ids(drawn).count(named) == 1


def test_points_are_those_of_the_entry_but_an_essays_are_its_rubrics(course: Course) -> None:
    drawn = pick(course, blueprint("{count: 33, points: 4}"))
    own = {question.id: question.points for question in course.questions}
    for question in drawn.questions:
        assert question.points == (own[question.id] if question.type == "essay" else 4)


def test_exams_alone_take_what_is_kept_for_them_and_none_what_is_retired(course: Course) -> None:
    def marked(question: Question) -> Question:
        if question.id.startswith("piers"):
            return replace(question, exam_only=True)
        old = question.id.startswith("roads")
        return replace(question, retired=datetime.date(2026, 1, 1) if old else None)

    banks = tuple(replace(bank, questions=tuple(map(marked, bank.questions))) for bank in course.banks)
    changed = replace(course, banks=banks)
    assert {q.bank for q in pick(changed, blueprint("{}")).questions} == {"storm-savings"}
    exam = pick(changed, blueprint("{}", audience="exam"))
    assert {q.bank for q in exam.questions} == {"storm-savings", "piers"}
    assert pick(changed, blueprint("{items: [piers-term-storm-fund]}")).questions == ()


def test_a_quiz_leaves_alone_what_another_takes(course: Course) -> None:
    midterm, makeup = blueprint("{count: 16}", "midterm"), blueprint("{count: 16}", "makeup", not_in="midterm")
    drawn = picked(replace(course, blueprints=(makeup, midterm)), SEED)
    assert len({*ids(drawn["midterm"]), *ids(drawn["makeup"])}) == 32
    third = blueprint("{count: 4}", "third", not_in="midterm, makeup")
    (shortage,) = pick(course, makeup, midterm, third).shortages
    assert shortage.found == 1


def test_quizzes_that_leave_each_other_alone_come_to_an_end(course: Course) -> None:
    one, other = blueprint("{count: 3}", "one", not_in="other"), blueprint("{count: 3}", "other", not_in="one")
    assert {found.id for found in in_order([one, other])} == {"one", "other"}
    assert len(pick(course, one, other).questions) == 3


def test_a_long_row_of_quizzes_is_put_in_order() -> None:
    row = [blueprint("{count: 1}", f"quiz-{n}", not_in=f"quiz-{n + 1}" if n < 1199 else "") for n in range(1200)]
    assert [one.id for one in in_order(row)] == [f"quiz-{n}" for n in reversed(range(1200))]


def test_very_many_items_are_shared_without_end_or_error(course: Course) -> None:
    (bank, *_) = course.banks
    many = tuple(replace(bank.questions[0], id=f"many-{number}") for number in range(1500))
    large = replace(course, banks=(replace(bank, questions=many),))
    drawn = pick(large, blueprint("{count: 1000}; {count: 1000}; {count: 1000}"))
    assert len(drawn.questions) == 1500
    assert [shortage.found for shortage in drawn.shortages] == [500, 0]
