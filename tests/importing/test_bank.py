from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen import checking
from quizgen.course import Course, load
from quizgen.importing import gift
from quizgen.importing.bank import Into, bank
from quizgen.importing.values import Draft, Judged, Reading, Unread
from tests.conftest import REPOSITORY

Lay = Callable[[dict[str, str]], Path]

TEXT = """\
// [id:Who?] after class
Who proposed the storm fund? {=Lucía Ibarra =Ibarra =lucia ibarra}

How long did the island wait for a loan in 2007? {=Eleven weeks ~No time at all, since the lender had agreed \
before the storm: so it was told#It had not. ~A year}

A storm fund is a loan {FALSE#It is money set aside.}

[html]Look at this: <img src="m.png" alt="map"> What is it? {}

Rivers and mountains in Mongolia {T}
"""


@pytest.fixture
def course(starter: Path) -> Course:
    return load(starter)


def into(course: Course, *taken: str) -> Into:
    return Into("Sample", course.briefs, frozenset(taken))


def test_the_text_of_a_bank(course: Course, golden: Callable[[Path, str], None]) -> None:
    imported = bank(gift.read(TEXT), into(course, "rivers-mountains-mongolia"))
    golden(Path(__file__).parent / "bank.yaml", imported.text)
    assert imported.items == 5
    assert imported.unread == (Unread("line 8", "the item is there, without the image m.png"),)


def test_check_names_all_that_is_still_to_be_written(
    course_of: Callable[[dict[str, str]], Path], course: Course
) -> None:
    text = bank(gift.read(TEXT), into(course)).text
    report = checking.run(load(course_of({"questions/sample.yaml": text})).only(("sample",)))
    lines = text.split("\n")
    todo = {
        number for number, line in enumerate(lines, 1) if "TODO" in line.partition(": ")[2] and "quote:" not in line
    }
    named = {finding.where.line for finding in report.findings}
    assert todo <= named
    assert len(todo) >= 20
    grounds = [finding for finding in report.findings if finding.rule == "has-evidence"]
    assert len(grounds) == 5
    open_at = {finding.where.line for finding in grounds}
    near = [finding for finding in report.findings if finding.where.line in {*open_at, *(line + 1 for line in open_at)}]
    assert len(near) == 5  # one finding for an item's evidence, and none more for its quote
    assert {finding.item for finding in grounds} == set(re.findall(r" id: (.+)", text))
    assert not [
        finding for finding in report.findings if finding.rule in ("passage-exists", "brief-exists", "quote-in-passage")
    ]
    assert "[insert the image map]" in "\n".join(finding.message for finding in report.findings)


def test_across_briefs_each_item_is_told_to_name_its_own(
    course_of: Callable[[dict[str, str]], Path], course: Course
) -> None:
    (brief,) = course.briefs
    both = Into("Sample", (brief, brief), frozenset())
    text = bank(gift.read(TEXT), both).text
    assert not text.startswith("brief:")
    assert "# perhaps storm-savings p2: " in text
    report = checking.run(load(course_of({"questions/sample.yaml": text})).only(("sample",)))
    assert all("`brief`, " in finding.message for finding in report.findings if finding.rule == "has-evidence")
    assert not [finding for finding in report.findings if finding.rule == "brief-exists"]


IDS = [
    (Draft("", "What is it?", Judged(True), id="A_b c"), "a-b-c"),
    (Draft("", "What is it?", Judged(True), title="why-so"), "why-so"),
    (Draft("", "What is a fund?", Judged(True), title="question-1"), "fund"),
    (Draft("", "What is it?", Judged(True), title="Question 1"), "what-is-it"),
    (Draft("", "¿?", Judged(True)), "item"),
    (Draft("", "*Which* of the **funds** pays?", Judged(True)), "funds-pays"),
    (Draft("", "x" * 200, Judged(True)), "x" * 75),
]


@pytest.mark.parametrize(("draft", "id"), IDS)
def test_ids(draft: Draft, id: str) -> None:
    def made(*taken: str) -> str:
        text = bank(Reading((draft,)), Into("T", (), frozenset(taken))).text
        return next(line.partition("id: ")[2] for line in text.split("\n") if " id: " in line)

    assert made() == id
    assert made(id) == f"{id}-2"
    assert made(id, f"{id}-2") == f"{id}-3"


def test_what_is_too_long_for_a_field_is_listed() -> None:
    long = Draft("line 3", "Why? " * 5_000, Judged(True))
    imported = bank(Reading((long,)), Into("T", (), frozenset()))
    assert (imported.text, imported.items) == ("", 0)
    assert "a field holds 20,000" in imported.unread[0].reason


def test_a_suggestion_is_often_right() -> None:
    """The passages that the course's own items rest on, found by stem and key alone."""
    from quizgen.importing.suggesting import Suggesting

    course = load(REPOSITORY)
    right = seen = 0
    for each in course.banks:
        briefs = tuple(brief for brief in course.briefs if each.brief in (None, brief.id))
        suggesting = Suggesting(briefs)
        for question in each.current:
            if question.type == "true-false":
                continue
            near = suggesting.nearest(Draft("", question.stem, question.answer))
            seen += 1
            keys = {(evidence.brief, evidence.passage) for evidence in question.evidence}
            right += near is not None and (near.brief.id, near.passage.id) in keys
    assert seen > 250
    assert right / seen > 0.85


def test_a_correction_is_taken_as_one_only_where_the_file_calls_it_so() -> None:
    def text(answer: str) -> str:
        return bank(gift.read(f"[html]It is so. {{{answer}}}"), Into("T", (), frozenset())).text

    assert 'correction: "TODO: It is not."' in text("FALSE#It is not.")
    said = text(r"FALSE####<p>Since.</p><p><b>Correction\:</b> It is not.</p>")
    assert "correction: It is not.\n    rationale: Since.\n" in said
    assert "It is not." in text(r"TRUE####<p><b>Correction\:</b> It is not.</p>").partition("rationale:")[2]
