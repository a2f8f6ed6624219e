"""The test of a quiz in QTI 2.1: its sections, and those that select anew for each student."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from quizgen.exporters.qti import processing as qti
from quizgen.exporters.qti.item import NAMESPACE, name
from quizgen.exporters.qti.text import paragraph
from quizgen.markup import plain
from quizgen.model import Pool, Question, Quiz, Section
from quizgen.presenting.elements import element
from quizgen.stable import identifier
from quizgen.wording import Wording

TEST = "assessment.xml"


def file(question: Question, quiz: Quiz) -> str:
    """Where the file of an item lies in the package."""
    return f"items/{name(question, quiz)}.xml"


def assessment(quiz: Quiz, words: Wording) -> Element:
    """The root of the test's file; an exam shows no feedback."""
    sections = quiz.sections or (Section(quiz.questions),)
    exam = quiz.audience == "exam"
    control = {"maxAttempts": "1" if exam else "0", "showFeedback": "false" if exam else "true"}
    limit = [] if quiz.minutes is None else [element("timeLimits", {"maxTime": str(60 * quiz.minutes)})]
    part = element(
        "testPart",
        {
            "identifier": "part",
            "navigationMode": "nonlinear",
            "submissionMode": "simultaneous" if exam else "individual",
        },
        element("itemSessionControl", control),
        [_section(section, place, quiz, words) for place, section in enumerate(sections, 1)],
    )
    score = qti.found(qti.SCORE, element("sum", None, element("testVariables", {"variableIdentifier": qti.SCORE})))
    return element(
        "assessmentTest",
        {"xmlns": NAMESPACE, "identifier": identifier("quiz", quiz.course, quiz.id), "title": plain(quiz.title)},
        qti.outcome(qti.SCORE, "float", value="0"),
        limit,
        part,
        element("outcomeProcessing", None, score),
    )


def _section(section: Section, place: int, quiz: Quiz, words: Wording) -> Element:
    """What a section asks of all, then what it selects for each; its instructions stand before both."""
    title = plain(section.title) if section.title else f"{words.section} {place}"
    attributes = {"identifier": f"section-{place}", "title": title, "visible": "true" if section.title else "false"}
    block = {"view": "candidate"}
    instructions = [element("rubricBlock", block, paragraph(section.instructions))] if section.instructions else []
    drawn = (
        _selecting(pool, f"{title} ({number})", f"section-{place}-{number}", quiz)
        for number, pool in enumerate(section.pools, 1)
    )
    return element("assessmentSection", attributes, instructions, list(_refs(section.settled, quiz)), list(drawn))


def _selecting(pool: Pool, title: str, id: str, quiz: Quiz) -> Element:
    return element(
        "assessmentSection",
        {"identifier": id, "title": title, "visible": "false"},
        element("selection", {"select": str(pool.count)}),
        element("ordering", {"shuffle": "true"}),
        list(_refs(pool.questions, quiz)),
    )


def _refs(questions: Iterable[Question], quiz: Quiz) -> Iterator[Element]:
    for question in questions:
        yield element("assessmentItemRef", {"identifier": name(question, quiz), "href": file(question, quiz)})
