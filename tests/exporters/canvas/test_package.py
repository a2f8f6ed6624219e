"""The files of a package, what they say of each other, and what of a quiz is in them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.exporters import canvas
from quizgen.findings import Severity
from quizgen.markup import plain
from quizgen.model import Choices, Essay, Gaps, Number, Pairs, Question, Quiz, Sequence, Words
from quizgen.presenting.fragments import html
from tests.exporters.anki.poisoned import EVIL, poisoned
from tests.exporters.canvas.importing import Imported, assessment, files, imported, questions, root, words
from tests.exporters.course_sites import DRAWN, QUIZZES, drawing
from tests.quizzes import SETTINGS, every_shape, question


def test_the_real_quizzes_are_many() -> None:
    assert len(QUIZZES) >= 20
    assert sum(len(quiz.offered) for quiz in QUIZZES) > 600


def test_the_files_are_named_in_the_manifest_and_the_settings_lie_beside_their_quiz() -> None:
    found = files(every_shape())
    manifest = root(found["imsmanifest.xml"])
    named = {file.attrib["href"] for file in manifest.iter("file")}
    assert {*named, "imsmanifest.xml", "non_cc_assessments/"} == set(found)
    identifiers = {resource.attrib["identifier"]: resource for resource in manifest.iter("resource")}
    (dependency,) = manifest.iter("dependency")
    settings = identifiers[dependency.attrib["identifierref"]]
    quiz = root(found[settings.attrib["href"]])
    assert settings.attrib["href"] == f"{quiz.attrib['identifier']}/assessment_meta.xml"
    asked = assessment(every_shape()).find("assessment")
    assert asked is not None
    assert asked.attrib["ident"] == quiz.attrib["identifier"]
    assert asked.attrib["title"] == quiz.findtext("title") == "Storms <& funds>"


def test_a_title_loses_its_marks_wherever_it_stands() -> None:
    quiz = replace(every_shape(), title="*Storms* and **funds**", audience="exam")
    titles = [text for data in files(quiz).values() for text in re.findall(r"itle[=>].([^<\"]*)", data.decode())]
    asked = assessment(quiz).find("assessment")
    assert asked is not None
    assert asked.attrib["title"] == "Storms and funds"
    assert sum(title in "Storms and funds" and "unds" in title for title in titles) == 3
    assert not any("*" in title for title in titles)


def settings_of(quiz: Quiz) -> dict[str, str]:
    (data,) = (data for name, data in files(quiz).items() if name.endswith("assessment_meta.xml"))
    meta = root(data)
    named = {child.tag: child.text or "" for child in meta}
    assignment = meta.find("assignment")
    if assignment is not None:
        assert assignment.attrib["identifier"] != meta.attrib["identifier"]
        assert assignment.findtext("quiz_identifierref") == meta.attrib["identifier"]
    return named


def test_an_exam_is_an_assignment_that_shows_nothing_before_the_instructor_does() -> None:
    exam = settings_of(replace(every_shape(), audience="exam", minutes=50))
    assert (exam["quiz_type"], exam["hide_results"], exam["available"]) == ("assignment", "always", "false")
    assert (exam["show_correct_answers"], exam["time_limit"], exam["points_possible"]) == ("false", "50", "14")
    study = settings_of(every_shape())
    assert (study["quiz_type"], study["hide_results"], study["show_correct_answers"]) == ("practice_quiz", "", "true")
    assert {"assignment", "time_limit"} & set(study) == set()


def test_what_a_blueprint_draws_is_a_group_that_draws_and_headings_are_texts() -> None:
    first, group, last = imported(drawing())
    assert [(one.name, one.type) for one in first.questions] == [
        ("Choose", "text_only_question"),
        ("who-governs", "short_answer_question"),
    ]
    assert first.questions[0].text == '<h3>Choose</h3><p dir="auto">One of <em>these</em>.</p>'
    assert (group.title, group.pick, group.points) == ("Choose (1)", 1, 1)
    assert [one.name for one in group.questions] == ["why-a-fund", "what-it-pays", "fund-is-loan"]
    assert [one.name for one in last.questions] == ["argue-for-it"]
    assert not [remark for remark in canvas.limits([drawing()]) if remark.where == DRAWN]


def test_a_pool_of_unlike_points_is_no_group_and_that_is_said() -> None:
    (only,) = imported(drawing(points=2))
    assert [one.name for one in only.questions] == ["Choose", "who-governs", "why-a-fund", "argue-for-it"]
    (remark,) = (remark for remark in canvas.limits([drawing(points=2)]) if remark.where == DRAWN)
    assert (remark.severity, remark.item) == (Severity.NOTE, None)
    assert "these differ in points" in remark.message
    assert remark.here == "1 of 3"


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.id)
def test_every_text_of_the_real_quizzes_arrives(quiz: Quiz) -> None:
    groups = imported(quiz)
    arrived = {one.name: one for group in groups for one in group.questions if one.type != "text_only_question"}
    drawn = sum(group.pick if group.pick is not None else len(group.questions) for group in groups)
    headings = sum(bool(section.title or section.instructions) for section in quiz.sections)
    assert drawn - headings == len(quiz.questions)
    assert len(arrived) == sum(one.type != "text_only_question" for group in groups for one in group.questions)
    offered = {question.id: question for question in quiz.offered}
    assert set(arrived) <= set(offered)
    assert {question.id for question in quiz.questions} <= set(arrived)
    for id, one in arrived.items():
        _arrives(offered[id], one)


def _arrives(item: Question, one: Imported) -> None:
    assert html(item.stem) in one.text
    assert one.points == item.points
    assert html(item.rationale) in one.neutral
    assert item.evidence
    texts = {answer.text: answer for answer in one.answers}
    match item.answer:
        case Choices(options=options):
            for option in options:
                answer = texts[html(option.text)]
                assert (answer.weight > 0) == option.correct
                assert (html(option.why) if option.why else "") in answer.comments
        case Words(accepted=accepted):
            assert set(accepted) <= set(texts) | {text.strip() for text in texts}
        case Number(value=value):
            assert one.numeric[0] == "range" or float(one.numeric[1]) == float(value)
        case Gaps(blanks=blanks):
            assert {text for blank in blanks for text in blank.accepted} <= set(texts)
        case Pairs(lefts=lefts, rights=rights):
            for left in lefts:
                assert one.matches[texts[html(left.text)].match or 0] == plain(rights[left.right])
                assert (html(left.why) if left.why else "") in texts[html(left.text)].comments
            assert sorted(one.matches.values()) == sorted(map(plain, rights))
        case Sequence(steps=steps):
            for place, step in enumerate(steps, 1):
                assert one.matches[texts[html(step.text)].match or 0] == str(place)
        case Essay() as essay:
            assert html(essay.model_answer) in one.neutral
            assert all(html(criterion.text) in one.neutral for criterion in essay.rubric)


def test_every_loss_of_the_real_quizzes_is_a_note_said_once_of_each() -> None:
    remarks = list(canvas.limits(QUIZZES))
    assert {remark.severity for remark in remarks} == {Severity.NOTE}
    assert len({(remark.item, remark.message, remark.where) for remark in remarks}) == len(remarks) > 30


@pytest.mark.parametrize("evil", [*EVIL, "\x00\x0b\ud800", "]]>", "[blank1]", "&lt;b&gt;"])
def test_hostile_text_is_shown_and_does_nothing(evil: str) -> None:
    quiz = poisoned(evil)
    shown = evil.replace("\x00", "\ufffd").replace("\x0b", "\ufffd").replace("\ud800", "\ufffd")
    arrived = questions(quiz)
    assert len(arrived) == len(quiz.questions)
    for one in arrived.values():
        assert set(re.findall(r"<(/?\w+)", one.text)) <= {"p", "/p", "em", "/em", "br"}
        assert set(re.findall(r"<(/?\w+)", one.neutral)) <= {"p", "/p", "em", "/em", "strong", "/strong", "br"}
        assert shown in words(one.neutral)
    assert shown in words(arrived["choice"].text)


def test_items_have_a_name_in_each_quiz_and_one_in_the_course() -> None:
    quizzes = every_shape(), replace(every_shape(), id="other")
    one, other = ([item.migration_id for item in questions(quiz).values()] for quiz in quizzes)
    assert not set(one) & set(other)
    kept = re.compile(rb"<fieldlabel>assessment_question_identifierref</fieldlabel><fieldentry>(\w+)<")
    first, second = (kept.findall(b"".join(files(quiz).values())) for quiz in quizzes)
    assert first == second
    assert len(set(first)) == len(one)


def test_no_item_or_section_is_named_as_a_part_of_the_package_is() -> None:
    named = tuple(replace(question("who-governs"), id=id) for id in ("settings", "assignment", "manifest", "storms"))
    quiz = replace(every_shape(questions=named), audience="exam")
    asked, parts = [], []
    for name, data in files(quiz).items():
        if name.endswith(".xml"):
            own = [each.attrib.get("identifier") for each in root(data).iter()]
            asked += [item.attrib["ident"] for item in root(data).iter("item")]
            asked += re.findall(
                r"<fieldlabel>assessment_question_identifierref</fieldlabel><fieldentry>(\w+)<", data.decode()
            )
            parts += [identifier for identifier in own if identifier]
    assert (len(asked), len(set(asked))) == (8, 8)
    assert len(parts) > 4
    assert not set(asked) & set(parts)


def test_another_reader_finds_nothing_that_points_nowhere(tmp_path: Path) -> None:
    integrity = pytest.importorskip("qti_package_maker.common.package_integrity", reason="needs qti-package-maker")
    quizzes = [*QUIZZES, every_shape(), drawing(), poisoned("</div>")]
    for quiz in quizzes:
        (output,) = canvas.export([quiz], SETTINGS)
        file = tmp_path / f"{quiz.id}.zip"
        file.write_bytes(output.data)
        assert integrity.check_package(str(file)) == []


TOOL = os.environ.get("QUIZGEN_QTI_MIGRATION_TOOL")


@pytest.mark.skipif(not TOOL, reason="QUIZGEN_QTI_MIGRATION_TOOL names no copy of Canvas's QTIMigrationTool")
@pytest.mark.parametrize("quiz", [*QUIZZES, every_shape(), drawing()], ids=lambda quiz: quiz.id)
def test_the_tool_that_canvas_itself_reads_packages_with_takes_it_whole(quiz: Quiz, tmp_path: Path) -> None:
    for name, data in files(quiz).items():
        if not name.endswith("/"):
            (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "in" / name).write_bytes(data)
    options = ("--ucvars", "--nogui", "--overwrite", f"--cpout={tmp_path / 'out'}", str(tmp_path / "in"))
    subprocess.run([sys.executable, Path(str(TOOL), "migrate.py"), *options], check=True, capture_output=True)
    for one in questions(quiz).values():
        item = root((tmp_path / "out" / "assessmentItems" / f"{one.migration_id}.xml").read_bytes())
        fields = {each.attrib["name"]: each.attrib["value"] for each in item.iter("instructureField")}
        assert fields["question_type"] in (one.type, "true_false_question")
        assert float(fields["points_possible"]) == one.points
        texts = {"".join(node.itertext()) for node in item.iter("div")}
        assert {one.text, *(filter(None, [one.neutral]))} <= texts
        assert {answer.comments for answer in one.answers if answer.comments} <= texts
        chosen = {node.attrib["identifier"] for node in item.iter("simpleChoice")}
        if one.type in ("multiple_choice_question", "multiple_answers_question", "true_false_question"):
            assert chosen == {f"RESPONSE_{answer.id}" for answer in one.answers}
            assert {answer.text for answer in one.answers} <= texts
    (test,) = (tmp_path / "out" / "assessmentTests").iterdir()
    picks = [int(node.attrib["select"]) for node in root(test.read_bytes()).iter("selection")]
    assert picks == [group.pick for group in imported(quiz) if group.pick is not None]
