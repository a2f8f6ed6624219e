from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import building
from quizgen.assemble import Plan, of_banks, of_blueprint
from quizgen.blueprints import Blueprint, read_blueprint
from quizgen.building import Request
from quizgen.course import Course, load
from quizgen.picking import picked
from quizgen.pooling import Drawing, pools
from tests.conftest import REPOSITORY

SEED = 7


def blueprint(takes: str, id: str = "quiz", not_in: str = "") -> Blueprint:
    lines = "\n".join(f"      - {take}" for take in takes.split("; "))
    read, findings = read_blueprint(f"title: T\nnot_in: [{not_in}]\nsections:\n  - take:\n{lines}\n", id, f"{id}.yaml")
    assert read is not None, findings
    return read


@pytest.fixture
def course(starter: Path) -> Course:
    """The sample course with its bank twice."""
    loaded = load(starter)
    (bank,) = loaded.banks
    copy = tuple(replace(question, id=f"roads-{question.id}", bank="roads") for question in bank.questions)
    return replace(loaded, banks=(bank, replace(bank, id="roads", questions=copy)))


def drawings(course: Course, *blueprints: Blueprint) -> dict[str, tuple[Drawing, ...]]:
    return dict(pools(replace(course, blueprints=blueprints), SEED))


def ids(drawing: Drawing) -> set[str]:
    return {question.id for question in drawing.questions}


def test_an_entry_has_what_it_drew_in_its_pool_and_all_that_it_could_draw_besides(course: Course) -> None:
    quiz = blueprint("{count: 2, type: [choice, select, short]}")
    (drawing,) = drawings(course, quiz)["quiz"]
    drawn = picked(replace(course, blueprints=(quiz,)), SEED)["quiz"].questions
    assert (drawing.count, drawing.section) == (2, 0)
    assert ids(drawing) > {question.id for question in drawn}
    assert ids(drawing) == {q.id for q in course.current if q.type in ("choice", "select", "short")}


def test_no_two_entries_could_ask_the_same_item(course: Course) -> None:
    quiz = blueprint("{count: 2}; {count: 3, kind: fact}; {count: 1, banks: roads}")
    found = drawings(course, quiz)["quiz"]
    assert len(found) == 3
    assert max(Counter(id for drawing in found for id in ids(drawing)).values()) == 1
    assert set().union(*map(ids, found)) == {question.id for question in course.current}


def test_what_several_could_have_goes_to_where_it_is_scarcest(course: Course) -> None:
    small, large = drawings(course, blueprint("{count: 1}; {count: 4}"))["quiz"]
    assert (len(small.questions), len(large.questions)) == (5, 17)


def test_named_items_and_all_that_is_left_are_in_no_pool(course: Course) -> None:
    quiz = blueprint("{count: 1}; {type: cloze}; {items: [roads-storm-fund-is-a-loan]}")
    (drawing,) = drawings(course, quiz)["quiz"]
    assert "roads-storm-fund-is-a-loan" not in ids(drawing)
    assert "cloze" not in {question.type for question in drawing.questions}
    assert len(ids(drawing)) == 19


def test_there_is_no_pool_where_there_is_nothing_more_to_draw(course: Course) -> None:
    assert drawings(course, blueprint("{count: 2, type: cloze}; {count: 9, type: essay}"))["quiz"] == ()


def test_a_quiz_cannot_ask_what_one_it_leaves_alone_could_ask_nor_the_other_way_round(course: Course) -> None:
    midterm, makeup = blueprint("{count: 5}", "midterm"), blueprint("{count: 5}", "makeup", "midterm")
    other = blueprint("{count: 5}", "other")
    found = drawings(course, midterm, makeup, other)
    (of_midterm,), (of_makeup,), (of_other,) = found["midterm"], found["makeup"], found["other"]
    assert not ids(of_midterm) & ids(of_makeup)
    assert len(ids(of_midterm) | ids(of_makeup)) == len(ids(of_other)) == 22


def test_points_are_those_of_the_entry(course: Course) -> None:
    (drawing,) = drawings(course, blueprint("{count: 2, kind: fact, points: 3}"))["quiz"]
    assert {question.points for question in drawing.questions} == {3}


def test_a_quiz_has_its_pools_by_section_and_the_briefs_of_all_they_hold(course: Course) -> None:
    quiz = of_blueprint(replace(course, blueprints=(blueprint("{count: 2}"),)), Plan(1, SEED), blueprint("{count: 2}"))
    (section,) = quiz.sections
    (pool,) = section.pools
    assert section.settled == ()
    assert len(pool.questions) == len(quiz.offered) == 22
    assert len(quiz.questions) == 2
    assert all(quiz.brief(evidence.brief) for question in quiz.offered for evidence in question.evidence)
    (bank, _) = of_banks(course, Plan(1, SEED))
    assert [(one.questions, one.pools) for one in bank.sections] == [(bank.questions, ())]


def test_the_quizzes_of_this_repository_have_pools_that_hold_and_are_the_same_when_built_alone() -> None:
    course = load(REPOSITORY)
    quizzes = {quiz.id: quiz for quiz in building.quizzes(course, Request(("html",), 0)) if quiz.drawn}
    assert sum(len(section.pools) for quiz in quizzes.values() for section in quiz.sections) > 40
    for id, quiz in quizzes.items():
        request = Request(("html",), 0, quizzes=(id,))
        (alone,) = building.quizzes(building.scope(course, request), request, course)
        assert alone.sections == quiz.sections
        assert len(quiz.offered) == len({question.id for question in quiz.offered})
        for section in quiz.sections:
            asked = len(section.settled) + sum(pool.count for pool in section.pools)
            assert asked == len(section.questions)
    exams = [{question.id for question in quizzes[id].offered} for id in ("midterm", "midterm-makeup", "final")]
    assert all(not one & other for one, other in itertools.combinations(exams, 2))
