"""An item as a file of QTI 2.1."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quizgen.exporters.qti import processing as qti
from quizgen.exporters.qti.interactions import Posed, posed
from quizgen.exporters.qti.text import paragraph, told
from quizgen.model import Essay, Question, Quiz
from quizgen.presenting.elements import element
from quizgen.presenting.explaining import explanation, marking, task
from quizgen.stable import identifier
from quizgen.wording import Wording

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"


def item(question: Question, quiz: Quiz, words: Wording) -> tuple[Element, str]:
    """The root of an item's file, and the kind of interaction that it asks by."""
    asked = posed(question, quiz.course)
    attributes = {
        "xmlns": NAMESPACE,
        "identifier": name(question, quiz),
        "title": question.id,
        "adaptive": "false",
        "timeDependent": "false",
        "xml:lang": quiz.language,
    }
    return element(
        "assessmentItem",
        attributes,
        asked.declarations,
        _outcomes(question.points),
        element("itemBody", None, list(_body(question, asked, words))),
        element("responseProcessing", None, _feedback(asked), asked.scoring),
        _modal(qti.GENERAL, *told(explanation(question, quiz, words))),
        [_modal(id, paragraph(why)) for id, why in asked.reasons.items()],
    ), asked.kind


def name(question: Question, quiz: Quiz) -> str:
    """What an item is called in every package of its course."""
    return identifier("item", quiz.course, question.id)


def _outcomes(points: float) -> list[Element]:
    return [
        qti.outcome(qti.SCORE, "float", value="0"),
        qti.outcome(qti.MOST, "float", value=qti.number(points)),
        qti.outcome(qti.FEEDBACK, "identifier", "multiple"),
    ]


def _body(question: Question, asked: Posed, words: Wording) -> Iterator[Element]:
    """The stem, what to do, and where to do it; how an essay is marked, for those who mark it."""
    if question.stem:
        yield paragraph(question.stem)
    what = task(question.answer, words)
    if what:
        yield element("p", None, element("em", None, what))
    yield from asked.body
    if isinstance(question.answer, Essay):
        yield element("rubricBlock", {"view": "scorer"}, list(told(marking(question.answer, words))))


def _feedback(asked: Posed) -> Element:
    return qti.feedback(*((qti.variable(),) if asked.chosen and asked.reasons else ()))


def _modal(id: str, *paragraphs: Element) -> Element:
    attributes = {"outcomeIdentifier": qti.FEEDBACK, "identifier": id, "showHide": "show"}
    return element("modalFeedback", attributes, paragraphs)
