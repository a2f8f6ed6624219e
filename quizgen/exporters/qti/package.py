"""The package of a quiz: a file for each of its items, the test that joins them, and the manifest that lists all."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from quizgen import wording
from quizgen.archive import zipped
from quizgen.exporters.qti.assessment import TEST, assessment, file
from quizgen.exporters.qti.item import NAMESPACE, item, name
from quizgen.model import Question, Quiz
from quizgen.presenting.elements import document, element
from quizgen.stable import identifier

_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_METADATA = "http://www.imsglobal.org/xsd/imsmd_v1p2"


def package(quiz: Quiz) -> bytes:
    """The zip of a quiz."""
    words = wording.for_language(quiz.language)
    items = {question.id: item(question, quiz, words) for question in quiz.offered}
    files = {file(question, quiz): document(items[question.id][0]) for question in quiz.offered}
    kinds = {id: kind for id, (_, kind) in items.items()}
    manifest = document(_manifest(quiz, kinds))
    return zipped({"imsmanifest.xml": manifest, TEST: document(assessment(quiz, words)), **files})


def _manifest(quiz: Quiz, kinds: dict[str, str]) -> Element:
    test = element(
        "resource",
        {"identifier": identifier("quiz", quiz.course, quiz.id), "type": "imsqti_test_xmlv2p1", "href": TEST},
        element("file", {"href": TEST}),
        [element("dependency", {"identifierref": name(question, quiz)}) for question in quiz.offered],
    )
    items = [_resource(question, quiz, kinds[question.id]) for question in quiz.offered]
    return element(
        "manifest",
        {
            "xmlns": _PACKAGE,
            "xmlns:imsmd": _METADATA,
            "xmlns:imsqti": NAMESPACE,
            "identifier": identifier("manifest", quiz.course, quiz.id),
        },
        element(
            "metadata",
            None,
            element("schema", None, "QTIv2.1 Package"),
            element("schemaversion", None, "1.0.0"),
        ),
        element("organizations"),
        element("resources", None, test, items),
    )


def _resource(question: Question, quiz: Quiz, kind: str) -> Element:
    path = file(question, quiz)
    attributes = {"identifier": name(question, quiz), "type": "imsqti_item_xmlv2p1", "href": path}
    about = element("metadata", None, _about(question, quiz), _interaction(kind))
    return element("resource", attributes, about, element("file", {"href": path}))


def _about(question: Question, quiz: Quiz) -> Element:
    """The title of an item, and as keywords what kind it is, how hard, what it takes, and its tags."""
    keywords = (question.kind, question.difficulty, question.thinking, *question.tags)
    general = element(
        "imsmd:general",
        None,
        element("imsmd:title", None, _said(question.id, quiz)),
        [element("imsmd:keyword", None, _said(keyword, quiz)) for keyword in keywords],
    )
    return element("imsmd:lom", None, general)


def _said(text: str, quiz: Quiz) -> Element:
    return element("imsmd:langstring", {"xml:lang": quiz.language}, text)


def _interaction(kind: str) -> Element:
    return element("imsqti:qtiMetadata", None, element("imsqti:interactionType", None, kind))
