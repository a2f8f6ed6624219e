"""The package that Canvas imports: the quiz, what Canvas calls its settings, and the manifest that joins them."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from quizgen import wording
from quizgen.archive import zipped
from quizgen.exporters.canvas.assessment import assessment
from quizgen.markup import plain
from quizgen.model import Choices, Question, Quiz
from quizgen.presenting.elements import document, element
from quizgen.presenting.neighbours import is_statement
from quizgen.stable import identifier

_CARTRIDGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_SETTINGS = "http://canvas.instructure.com/xsd/cccv1p0"
_SETTINGS_TYPE = "associatedcontent/imscc_xmlv1p1/learning-application-resource"


def package(quiz: Quiz) -> bytes:
    """The zip of a quiz; the importer finds the settings by the folder, which is named as the quiz's file is."""
    ident = identifier("quiz", quiz.course, quiz.id)
    asked, settings = f"{ident}/{ident}.xml", f"{ident}/assessment_meta.xml"
    return zipped(
        {
            "imsmanifest.xml": document(_manifest(quiz, ident, asked, settings)),
            "non_cc_assessments/": b"",
            asked: document(assessment(quiz, ident)),
            settings: document(_meta(quiz, ident)),
        }
    )


def _manifest(quiz: Quiz, ident: str, asked: str, settings: str) -> Element:
    meta = identifier("settings", quiz.course, quiz.id)
    resources = (
        element(
            "resource",
            {"identifier": ident, "type": "imsqti_xmlv1p2"},
            element("file", {"href": asked}),
            element("dependency", {"identifierref": meta}),
        ),
        element(
            "resource",
            {"identifier": meta, "type": _SETTINGS_TYPE, "href": settings},
            element("file", {"href": settings}),
        ),
    )
    return element(
        "manifest",
        {"identifier": identifier("manifest", quiz.course, quiz.id), "xmlns": _CARTRIDGE},
        element("metadata", None, _texts({"schema": "IMS Content", "schemaversion": "1.1.3"})),
        element("organizations"),
        element("resources", None, resources),
    )


def _texts(entries: Mapping[str, str]) -> list[Element]:
    return [element(name, None, text) for name, text in entries.items()]


def _meta(quiz: Quiz, ident: str) -> Element:
    """The settings of a quiz: nothing of it is visible to students before the instructor publishes it."""
    exam = quiz.audience == "exam"
    settings = {
        "title": plain(quiz.title),
        "description": "",
        "shuffle_answers": "false" if any(map(is_pinned, quiz.offered)) else "true",
        "scoring_policy": "keep_highest",
        "hide_results": "always" if exam else "",
        "quiz_type": "assignment" if exam else "practice_quiz",
        "points_possible": wording.amount(quiz.points),
        "show_correct_answers": "false" if exam else "true",
        "anonymous_submissions": "false",
        "could_be_locked": "false",
        "allowed_attempts": "1" if exam else "-1",
        "one_question_at_a_time": "false",
        "cant_go_back": "false",
        "available": "false",
        "one_time_results": "false",
        "show_correct_answers_last_attempt": "false",
        "only_visible_to_overrides": "false",
        "module_locked": "false",
    }
    if quiz.minutes is not None:
        settings["time_limit"] = str(quiz.minutes)
    assignment = [_assignment(quiz, ident)] if exam else []
    return element("quiz", {"identifier": ident, "xmlns": _SETTINGS}, _texts(settings), assignment)


def _assignment(quiz: Quiz, ident: str) -> Element:
    """What an exam is in the gradebook; its name and the quiz's must not change places, or all is dropped."""
    entries = {
        "title": plain(quiz.title),
        "module_locked": "false",
        "workflow_state": "unpublished",
        "quiz_identifierref": ident,
        "points_possible": wording.amount(quiz.points),
        "grading_type": "points",
        "all_day": "false",
        "submission_types": "online_quiz",
        "position": "1",
        "peer_reviews": "false",
        "automatic_peer_reviews": "false",
        "grade_group_students_individually": "false",
        "omit_from_final_grade": "false",
        "only_visible_to_overrides": "false",
    }
    return element("assignment", {"identifier": identifier("assignment", quiz.course, quiz.id)}, _texts(entries))


def is_pinned(question: Question) -> bool:
    """Whether the order of an item's options is a part of it; true and false stand as they do everywhere."""
    answer = question.answer
    return isinstance(answer, Choices) and answer.pinned and not is_statement(answer)
