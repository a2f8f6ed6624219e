from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.assemble import Plan, of_banks, of_blueprint, of_filter
from quizgen.blueprints import Filter
from quizgen.course import Course, load

PLAN = Plan(forms=3, seed=7)


@pytest.fixture
def course(starter: Path) -> Course:
    return load(starter)


def test_a_bank_is_a_quiz_of_all_its_items_on_every_form(course: Course) -> None:
    (quiz,) = of_banks(course, PLAN)
    items = {question.id for question in quiz.questions}
    assert [form.letter for form in quiz.forms] == ["A", "B", "C"]
    for form in quiz.forms:
        assert {placed.question.id for placed in form.placed} == items
        assert [placed.number for placed in form.placed] == list(range(1, 12))
        assert form.placed[-1].question.type == "essay"
    assert len({tuple(placed.question.id for placed in form.placed) for form in quiz.forms}) == 3


def test_the_same_seed_gives_the_same_quiz_and_another_another(course: Course) -> None:
    assert of_banks(course, PLAN) == of_banks(course, PLAN)
    assert of_banks(course, PLAN) != of_banks(course, Plan(forms=3, seed=8))


def test_filters_and_sample(course: Course) -> None:
    definitions = of_filter(course, PLAN, Filter(kinds=("definition",)), "definitions")
    assert {question.kind for question in definitions.questions} == {"definition"}
    assert len(definitions.questions) == 3
    sample = of_filter(course, PLAN, Filter(sample=4), "warm-up")
    assert len(sample.questions) == 4
    assert [question.id for question in sample.questions] == [
        question.id for question in course.banks[0].questions if question in sample.questions
    ]
    assert of_filter(course, PLAN, Filter(sample=99), "all").questions == course.banks[0].questions
    assert of_filter(course, PLAN, Filter(kinds=("fact",), types=("essay",)), "none").questions == ()
    assert {question.type for question in of_filter(course, PLAN, Filter(types=("cloze",)), "x").questions} == {"cloze"}


def test_a_larger_sample_holds_the_smaller_and_another_seed_draws_another(course: Course) -> None:
    def drawn(count: int, seed: int) -> frozenset[str]:
        quiz = of_filter(course, Plan(forms=1, seed=seed), Filter(sample=count), "warm-up")
        return frozenset(question.id for question in quiz.questions)

    assert drawn(4, seed=1) < drawn(5, seed=1)
    assert len({drawn(4, seed) for seed in range(6)}) > 3


def test_exam_only_and_retired_items_stay_out_of_study_quizzes(course: Course) -> None:
    import datetime

    bank = course.banks[0]
    secret = replace(bank.questions[0], exam_only=True)
    old = replace(bank.questions[1], retired=datetime.date(2026, 1, 1))
    changed = replace(course, banks=(replace(bank, questions=(secret, old, *bank.questions[2:])),))
    (study,) = of_banks(changed, PLAN)
    (exam,) = of_banks(changed, replace(PLAN, audience="exam"))
    assert (len(study.questions), len(exam.questions)) == (9, 10)


def test_the_sections_of_a_blueprint_are_parts_of_every_form_numbered_through(starter: Path) -> None:
    folder = starter / "questions" / "quizzes"
    folder.mkdir()
    text = """\
title: Midterm
audience: exam
minutes: 50
sections:
  - {title: Choose, instructions: Choose one., take: [{count: 3, type: [choice, true-false, numeric]}]}
  - {title: Argue, take: [{type: essay}]}
"""
    (folder / "midterm.yaml").write_text(text, encoding="utf-8")
    course = load(starter)
    quiz = of_blueprint(course, PLAN, course.blueprints[0])
    assert (quiz.audience, quiz.minutes, quiz.title, quiz.drawn) == ("exam", 50, "Midterm", True)
    assert [form.letter for form in quiz.forms] == ["A", "B", "C"]
    for form in quiz.forms:
        assert [(part.title, part.instructions, len(part.placed)) for part in form.parts] == [
            ("Choose", "Choose one.", 3),
            ("Argue", None, 1),
        ]
        assert [placed.number for placed in form.placed] == [1, 2, 3, 4]
        assert {placed.question.id for placed in form.placed} == {question.id for question in quiz.questions}
