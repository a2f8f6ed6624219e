"""A quiz as Moodle XML: its categories, each followed by its questions."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quizgen import wording
from quizgen.exporters.moodle.answers import Posed, posed
from quizgen.exporters.moodle.text import html_field, setting, text
from quizgen.model import Question, Quiz
from quizgen.presenting import citation
from quizgen.presenting.elements import element
from quizgen.presenting.explaining import task
from quizgen.presenting.fragments import html, literal, paragraph, told
from quizgen.presenting.question_bank import Category, categories, feedback, tags
from quizgen.wording import Wording


def root(quiz: Quiz) -> Element:
    """The root of the file of a quiz."""
    words = wording.for_language(quiz.language)
    return element("quiz", None, *(part for each in categories(quiz) for part in _category(each, quiz, words)))


def _category(category: Category, quiz: Quiz, words: Wording) -> Iterator[Element]:
    """A category, what it tells to do, and its questions; nothing in the file but the order says which are its own."""
    named = element("category", None, text(category.path))
    yield element("question", {"type": "category"}, named, html_field("info", category.about))
    if category.instructions:
        title = element("name", None, text(literal(category.names[-1])))
        said = html_field("questiontext", paragraph(category.instructions))
        yield element("question", {"type": "description"}, title, said, setting("defaultgrade", 0))
    for question in category.questions:
        yield _question(question, quiz, words)


def _question(question: Question, quiz: Quiz, words: Wording) -> Element:
    asked = posed(question, words)
    what = task(question.answer, words)
    said = asked.asked + (paragraph(f"<em>{html(what)}</em>") if what else "")
    return element(
        "question",
        {"type": asked.type},
        element("name", None, text(question.id)),
        html_field("questiontext", said),
        html_field("generalfeedback", told(feedback(question, quiz, words, model=quiz.audience == "study"))),
        setting("defaultgrade", wording.amount(question.points)),
        setting("penalty", "0.3333333" if asked.tries else "1.0000000"),
        setting("hidden", 0),
        setting("idnumber", question.id),
        asked.fields,
        list(_hint(question, asked, quiz, words)),
        element("tags", None, [element("tag", None, text(tag)) for tag in tags(question)]),
    )


def _hint(question: Question, asked: Posed, quiz: Quiz, words: Wording) -> Iterator[Element]:
    """Where to read again before a second try, in quizzes that let one try again."""
    places = citation.places(question, quiz, words)
    if asked.tries and places:
        parts = [element("shownumcorrect")] if asked.parts else []
        yield html_field("hint", literal(words.read_again.format(source="; ".join(places))), parts)
