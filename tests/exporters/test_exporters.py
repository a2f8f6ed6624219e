"""What holds of every format: a type or a format that is added is tested by being listed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from quizgen import assemble, exporters, items
from quizgen.assemble import Plan
from quizgen.blueprints import Filter
from quizgen.course import load
from quizgen.files import RESERVED
from quizgen.findings import Severity
from quizgen.model import Output, Quiz, Settings
from tests.conftest import STARTER
from tests.quizzes import SETTINGS, every_shape

NAMES = [exporter.NAME for exporter in exporters.ALL]
COURSE = load(STARTER)
PLAN = Plan(forms=2, seed=3)
(SAMPLE,) = assemble.of_banks(COURSE, PLAN)


def export(name: str, *quizzes: Quiz, settings: Settings = SETTINGS) -> tuple[Output, ...]:
    return tuple(exporters.BY_NAME[name].export(quizzes, settings))


def test_there_are_formats_to_look_at() -> None:
    assert len(NAMES) >= 3
    assert set(exporters.DEFAULT) <= set(NAMES)


@pytest.mark.parametrize("name", exporters.DEFAULT)
def test_no_bank_or_quiz_can_be_called_what_a_format_calls_a_file_about_the_whole_course(name: str) -> None:
    whole = {output.name for output in export(name, every_shape()) if output.quiz is None}
    assert {PurePosixPath(path).stem for path in whole} <= set(RESERVED)


@pytest.mark.parametrize("name", NAMES)
def test_a_format_says_what_it_is_and_goes_by_its_name(name: str) -> None:
    module = exporters.BY_NAME[name].module
    assert name == module.NAME
    assert (module.__doc__ or "").strip()


@pytest.mark.parametrize("item_type", items.ALL, ids=lambda item_type: item_type.NAME)
@pytest.mark.parametrize("name", NAMES)
def test_every_type_can_be_built_or_is_counted_as_left_out(name: str, item_type: items.ItemType) -> None:
    quiz = assemble.of_filter(COURSE, PLAN, Filter(types=(item_type.NAME,)), "one")
    assert len(quiz.questions) == 1
    left_out = exporters.BY_NAME[name].left_out([quiz])
    assert not left_out or name not in exporters.DEFAULT
    outputs = tuple(output for output in export(name, quiz) if output.quiz)
    assert bool(outputs) != (left_out == quiz.questions)
    assert all(output.data for output in outputs)
    assert {remark.severity for remark in exporters.BY_NAME[name].limits([quiz])} <= {Severity.NOTE}


@pytest.mark.parametrize("name", NAMES)
def test_a_format_for_study_alone_makes_nothing_of_an_exam(name: str) -> None:
    outputs = export(name, replace(every_shape(), audience="exam"))
    assert exporters.BY_NAME[name].for_study == (not [output for output in outputs if output.quiz])


@pytest.mark.parametrize("name", NAMES)
def test_the_same_quizzes_give_the_same_bytes_in_the_same_order(name: str) -> None:
    assert export(name, SAMPLE, every_shape()) == export(name, SAMPLE, every_shape())


@pytest.mark.parametrize("name", NAMES)
def test_names_lie_apart_for_students_and_instructors_and_tell_their_quiz(name: str) -> None:
    outputs = export(name, SAMPLE, every_shape())
    names = [output.name for output in outputs]
    assert len(set(names)) == len(names)
    for output in outputs:
        top, folder, *rest = output.name.split("/")
        assert (top in ("students", "instructor"), folder) == (True, name)
        assert output.quiz in ("storm-savings", "storms", None)
        assert output.quiz is None or rest[0].startswith(output.quiz)


@pytest.mark.parametrize("name", NAMES)
def test_a_part_of_a_course_makes_nothing_of_the_courses_own(name: str) -> None:
    outputs = export(name, SAMPLE, settings=replace(SETTINGS, whole=False))
    assert {output.quiz for output in outputs} == {"storm-savings"}


@pytest.mark.parametrize("name", NAMES)
def test_students_get_nothing_of_an_exam(name: str) -> None:
    exam = replace(SAMPLE, audience="exam")
    assert [output.name for output in export(name, exam) if output.name.startswith("students/") and output.quiz] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_quiz_is_no_file_of_a_quiz(name: str) -> None:
    assert [output for output in export(name) if output.quiz] == []


def test_the_sample_has_an_item_of_every_type() -> None:
    assert {question.type for question in SAMPLE.questions} == set(items.BY_NAME)
