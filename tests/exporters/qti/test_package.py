"""The files of a package, what they say of each other, and what of a quiz is in them."""

from __future__ import annotations

import functools
import os
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from quizgen.exporters import qti
from quizgen.markup import plain
from quizgen.model import Choices, Essay, Gaps, Number, Pairs, Question, Quiz, Sequence, Words
from tests.exporters.anki.poisoned import EVIL, poisoned
from tests.exporters.course_sites import QUIZZES, drawing
from tests.exporters.qti.delivering import Item, files, items, one_in, root
from tests.quizzes import SETTINGS, every_shape, question


def assessment_of(quiz: Quiz) -> Element:
    return root(files(quiz)["assessment.xml"])


def test_the_manifest_lists_every_file_and_the_test_every_item() -> None:
    found = files(every_shape())
    manifest = root(found["imsmanifest.xml"])
    resources = {one.attrib["identifier"]: one for one in manifest.iter("resource")}
    assert {one.attrib["href"] for one in resources.values()} == set(found) - {"imsmanifest.xml"}
    (test,) = (one for one in resources.values() if one.attrib["type"] == "imsqti_test_xmlv2p1")
    listed = {id: one.attrib["href"] for id, one in resources.items() if one is not test}
    joined = assessment_of(every_shape()).iter("assessmentItemRef")
    assert {one.attrib["identifierref"] for one in test.iter("dependency")} == set(listed)
    refs = {one.attrib["identifier"]: one.attrib["href"] for one in joined}
    assert refs == listed
    for id, href in refs.items():
        assert root(found[href]).attrib["identifier"] == id


def test_a_title_loses_its_marks() -> None:
    assert assessment_of(replace(every_shape(), title="*Storms* and **funds**")).attrib["title"] == "Storms and funds"


def test_kind_difficulty_thinking_and_tags_are_keywords() -> None:
    manifest = root(files(every_shape())["imsmanifest.xml"])
    keywords = [[word.findtext("langstring") for word in one.iter("keyword")] for one in manifest.iter("general")]
    assert keywords == [["fact", "easy", "remember", "funds"]] * len(every_shape().questions)


def test_what_a_blueprint_draws_is_a_section_that_selects() -> None:
    first, last = assessment_of(drawing()).findall("testPart/assessmentSection")
    assert (first.attrib["title"], first.attrib["visible"]) == ("Choose", "true")
    assert "".join(one_in(first, "rubricBlock").itertext()) == "One of these."
    assert len(first.findall("assessmentItemRef")) == 1
    (drawn,) = first.findall("assessmentSection")
    assert [node.tag for node in drawn[:2]] == ["selection", "ordering"]
    assert drawn[0].attrib["select"] == "1"
    assert len(drawn.findall("assessmentItemRef")) == 3
    assert len(last.findall("assessmentItemRef")) == 1


def test_an_exam_has_its_time_and_shows_no_feedback() -> None:
    exam = assessment_of(replace(every_shape(), audience="exam", minutes=50))
    assert one_in(exam, "timeLimits").attrib["maxTime"] == "3000"
    shown = [one_in(test, ".//itemSessionControl") for test in (exam, assessment_of(every_shape()))]
    assert [control.attrib["showFeedback"] for control in shown] == ["false", "true"]


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.id)
def test_every_text_of_the_real_quizzes_arrives(quiz: Quiz) -> None:
    arrived = items(quiz)
    assert set(arrived) == {question.id for question in quiz.offered}
    for asked in quiz.offered:
        _arrives(asked, arrived[asked.id])


def _arrives(question: Question, item: Item) -> None:
    texts = ["".join(node.itertext()) for node in item.root.iter()]
    mapped = {entry.attrib["mapKey"] for entry in item.root.iter("mapEntry")}
    assert plain(question.stem) in texts
    assert plain(question.rationale) in item.feedback("general")
    right = {
        value
        for declared in item.root.findall("responseDeclaration")
        for value in item.right(declared.attrib["identifier"])
    }
    match question.answer:
        case Choices(options=options):
            assert right == {item.named(plain(option.text)) for option in options if option.correct}
            assert {plain(option.why) for option in options if option.why} <= set(texts)
        case Words(accepted=accepted):
            assert set(accepted) <= mapped
        case Number(value=value):
            assert {float(one) for one in right} == {float(value)}
        case Gaps(blanks=blanks):
            assert {text for blank in blanks for text in blank.accepted} <= mapped
        case Pairs(lefts=lefts, rights=rights):
            assert right == {
                f"{item.named(plain(left.text))} {item.named(plain(rights[left.right]))}" for left in lefts
            }
            assert {plain(left.why) for left in lefts if left.why} <= set(texts)
        case Sequence(steps=steps):
            assert item.right() == [item.named(plain(step.text)) for step in steps]
        case Essay() as essay:
            assert any(plain(essay.model_answer) in text for text in texts)


@pytest.mark.parametrize("evil", [*EVIL, "\x00\x0b\ud800", "]]>", "&lt;b&gt;"])
def test_hostile_text_is_text(evil: str) -> None:
    shown = evil.replace("\x00", "\ufffd").replace("\x0b", "\ufffd").replace("\ud800", "\ufffd")
    arrived = items(poisoned(evil))
    assert len(arrived) == len(poisoned(evil).questions)
    for item in arrived.values():
        assert {node.tag for node in item.root.iter()}.isdisjoint({"script", "img", "div", "b", "a"})
        assert shown in item.feedback("general")
    assert shown in arrived["choice"].words


def test_a_quiz_and_an_item_may_share_their_id() -> None:
    named = tuple(replace(question("who-governs"), id=id) for id in ("storms", "manifest"))
    found = files(every_shape(questions=named))
    manifest = root(found["imsmanifest.xml"])
    own = [manifest.attrib["identifier"], *(resource.attrib["identifier"] for resource in manifest.iter("resource"))]
    assert (len(own), len(set(own))) == (4, 4)
    assert assessment_of(every_shape(questions=named)).attrib["identifier"] in own


def test_another_reader_finds_nothing_that_points_nowhere(tmp_path: Path) -> None:
    integrity = pytest.importorskip("qti_package_maker.common.package_integrity", reason="needs qti-package-maker")
    for quiz in (*QUIZZES, every_shape(), drawing(), poisoned("</div>")):
        (output,) = qti.export([quiz], SETTINGS)
        file = tmp_path / f"{quiz.id}.zip"
        file.write_bytes(output.data)
        assert integrity.check_package(str(file)) == []


SCHEMA = os.environ.get("QUIZGEN_QTI_SCHEMA")


@functools.cache
def _schema(etree: Any) -> Any:
    return etree.XMLSchema(etree.parse(SCHEMA))


@pytest.mark.skipif(not SCHEMA, reason="QUIZGEN_QTI_SCHEMA names no copy of the schema, imsqti_v2p1p2.xsd")
@pytest.mark.parametrize("quiz", [*QUIZZES, every_shape(), drawing(), poisoned("</p>")], ids=lambda quiz: quiz.id)
def test_every_file_is_valid_by_the_standards_own_schema(quiz: Quiz) -> None:
    """Its licence lets it be used, and not be handed on."""
    etree = pytest.importorskip("lxml.etree", reason="needs lxml")
    schema = _schema(etree)
    each = tuple(replace(question, scoring="each") for question in quiz.questions)
    checked = 0
    for version in (quiz, replace(quiz, questions=each, sections=())):
        for name, data in files(version).items():
            if name != "imsmanifest.xml":
                schema.assertValid(etree.fromstring(data))
                checked += 1
    assert checked > 2
    broken = etree.fromstring(data.replace(b"responseProcessing", b"responseWish"))
    assert not schema.validate(broken)
