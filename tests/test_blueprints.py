from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.blueprints import Filter, read_blueprint
from quizgen.course import load
from tests.quizzes import ANSWERS, question

WHOLE = """\
title: Midterm
audience: exam
minutes: 50
forms: 2
not_in: [makeup]
sections:
  - title: Choose
    instructions: Choose the one best answer.
    take:
      - {count: 14, banks: [storm-savings, coast-road], kind: [fact, definition], type: choice, points: 2}
  - take:
      - items: [why-labels-matter]
      - {difficulty: hard, thinking: [evaluate, create], tag: labels}
"""


def test_a_blueprint_is_read_with_the_place_of_every_name() -> None:
    blueprint, findings = read_blueprint(WHOLE, "midterm", "questions/quizzes/midterm.yaml")
    assert findings == ()
    assert blueprint is not None
    assert (blueprint.audience, blueprint.minutes, blueprint.forms) == ("exam", 50, 2)
    assert [(name.id, name.where.line) for name in blueprint.not_in] == [("makeup", 5)]
    first, second = blueprint.sections
    assert (first.title, first.instructions, second.title) == ("Choose", "Choose the one best answer.", None)
    (drawn,) = first.takes
    assert drawn.wanted == Filter(kinds=("fact", "definition"), types=("choice",), sample=14)
    assert [(name.id, name.where.line, name.where.column) for name in drawn.banks] == [
        ("storm-savings", 10, 29),
        ("coast-road", 10, 44),
    ]
    assert (drawn.points, drawn.where.column) == (2, 17)
    named, rest = second.takes
    assert [name.id for name in named.items] == ["why-labels-matter"]
    assert rest.wanted == Filter(difficulties=("hard",), tags=("labels",), thinking=("evaluate", "create"))
    assert rest.wanted.sample is None
    assert blueprint.takes == (drawn, named, rest)


def test_the_banks_of_a_blueprint_are_those_of_every_entry_that_names_none() -> None:
    takes = "[{count: 1}, {count: 2, banks: coast-road}, {items: [why-labels-matter]}]"
    text = f"title: T\nbanks: [storm-savings, piers]\nsections:\n  - take: {takes}\n"
    blueprint, findings = read_blueprint(text, "quiz", "questions/quizzes/quiz.yaml")
    assert findings == ()
    assert blueprint is not None
    assert [[name.id for name in take.banks] for take in blueprint.takes] == [
        ["storm-savings", "piers"],
        ["coast-road"],
        [],
    ]
    assert blueprint.takes[0].banks[1].where.line == 2


@pytest.mark.parametrize(
    ("wrong", "right", "line", "rule", "said"),
    [
        ("title: Midterm", "titel: Midterm", 1, "unknown-key", "there is no key `titel` here"),
        ("audience: exam", "audience: exams", 2, "wrong-value", "it can be study, exam. Did you mean exam?"),
        ("minutes: 50", "minutes: 0", 3, "wrong-value", "it must be at least 1"),
        ("forms: 2", "forms: 27", 4, "wrong-value", "it must be at most 26"),
        ("[makeup]", "[Make Up]", 5, "wrong-value", "small letters a to z"),
        ("type: choice", "type: chose", 10, "wrong-value", "Did you mean choice?"),
        ("[fact, definition]", "[facts]", 10, "wrong-value", "Did you mean fact?"),
        ("count: 14", "count: some", 10, "wrong-value", "must be a whole number"),
        ("points: 2", "points: -2", 10, "wrong-value", "it must be more than 0"),
        ("- items: [why-labels-matter]", "- {items: why-labels-matter, count: 1}", 12, "wrong-value", "two entries"),
        ("sections:", "parts:", 6, "unknown-key", "there is no key `parts` here"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(wrong: str, right: str, line: int, rule: str, said: str) -> None:
    assert wrong in WHOLE
    blueprint, findings = read_blueprint(WHOLE.replace(wrong, right), "midterm", "questions/quizzes/midterm.yaml")
    assert blueprint is not None
    assert blueprint.partial
    assert (rule, line) in [(finding.rule, finding.where.line) for finding in findings]
    assert any(said in finding.message for finding in findings)


def test_a_file_that_is_no_mapping_is_a_finding() -> None:
    for text in ("", "- a\n- b\n", "just words\n"):
        blueprint, findings = read_blueprint(text, "midterm", "questions/quizzes/midterm.yaml")
        assert blueprint is None
        assert len(findings) == 1


def test_a_course_reads_the_blueprints_of_its_folder(starter: Path) -> None:
    folder = starter / "questions" / "quizzes"
    folder.mkdir()
    (folder / "midterm.yaml").write_text(WHOLE, encoding="utf-8")
    (folder / "Final Exam.yaml").write_text(WHOLE, encoding="utf-8")
    (folder / "broken.yaml").write_text("title: [", encoding="utf-8")
    course = load(starter)
    assert [blueprint.id for blueprint in course.blueprints] == ["midterm"]
    assert course.quiz_ids == ("broken", "midterm")
    assert {(finding.rule, finding.where.path.rpartition("/")[2]) for finding in course.findings} == {
        ("file-name", "Final Exam.yaml"),
        ("yaml-syntax", "broken.yaml"),
    }


def test_a_filter_takes_what_is_of_everything_it_asks_for() -> None:
    (id,) = [id for id in ANSWERS if id == "before-or-after"]
    one = question(id)
    assert Filter().takes(one)
    assert not Filter()
    for own in (
        Filter(kinds=(one.kind,)),
        Filter(types=(one.type, "cloze")),
        Filter(difficulties=(one.difficulty,), thinking=(one.thinking,)),
    ):
        assert own
        assert own.takes(one)
    assert not Filter(kinds=(one.kind,), thinking=("create",)).takes(one)
    assert not Filter(tags=("elsewhere",)).takes(one)
    assert Filter(kinds=("fact",), thinking=("apply",), sample=3).parts() == ("fact", "apply", "3-items")
