"""A stem asks something: it is a question, an order, or a sentence that the answer completes.

A stem that only states something leaves students to guess what is wanted from them. End it with a question, begin a
sentence with what to do (“Explain …”, “Match …”), or let it leave off with a colon or a blank where the answer goes on.
Statements to be judged true or false, terms and cloze texts are no questions and are not meant.

Source: Haladyna, Downing & Rodriguez 2002, guidelines 14 and 15, clear directions and the central idea in the stem.

Bad:

    type: short
    stem: This is what the brief calls money that is set aside before a storm.
    answer: A storm fund

Good:

    type: short
    stem: What does the brief call money that is set aside before a storm?
    answer: A storm fund
"""

from __future__ import annotations

from collections.abc import Iterator

from typing_extensions import assert_never

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import is_statement
from quizgen.model import Choices, Essay, Gaps, Number, Pairs, Question, Sequence, Words
from quizgen.text import asking

NAME = "no-question"
SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Remark]:
    """Complain of each stem that says nothing of what to do."""
    language = course.settings.language
    for question in course.current:
        if "?" in question.stem or not _must_ask(question) or asking.asks(question.stem, language):
            continue
        message = "the stem asks nothing: end it with a question, or say what to do"
        yield Remark(question.at("stem"), message, item=question.id)


def _must_ask(question: Question) -> bool:
    match question.answer:
        case Choices():
            return not is_statement(question)
        case Words(reverse=reverse):
            return not reverse
        case Number() | Pairs() | Sequence() | Essay():
            return True
        case Gaps():
            return False
        case _:
            assert_never(question.answer)
