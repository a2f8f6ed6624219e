"""A definition says what a term means without the term.

“A storm fund is a fund for storms” tells nobody what it is, and whoever is asked for the term reads it off. Named is a
definition that holds every word of its term, compared by their stems: in a `term`, and in a `choice` of kind
`definition` whose stem asks what a term means (in quotation marks, or “What is …?”), where no distractor holds the term
as well. Other forms that are accepted do not count: an acronym's definition may spell it out.

Source: Haladyna, Downing & Rodriguez 2002, guideline 28, no clues to the right answer.

Bad:

    type: term
    term: Storm fund
    definition: A fund that the council keeps for storms

Good:

    type: term
    term: Storm fund
    definition: Money that is set aside before a storm so that repairs can begin at once
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import markup
from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import is_statement
from quizgen.model import Choices, Question, Statement, Words
from quizgen.options import offer
from quizgen.text import content

NAME = "definition-repeats-term"
SEVERITY = Severity.WARNING

_ASKED = {
    "en": re.compile(
        r"[“\"]([^”\"]+)[”\"]|^What (?:is|are) (?:an? |the )?((?:[\w’'-]+ ){0,3}?[\w’'-]+)(?:,[^?]*| in the brief)?\?$"
    ),
    "es": re.compile(
        r"[“\"«]([^”\"»]+)[”\"»]|^¿Qué (?:es|son) (?:una? |el |l[ao]s? )?((?:[\w’'-]+ ){0,3}?[\w’'-]+)(?:,[^?]*)?\?$"
    ),
}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each definition that holds the term it defines."""
    language = course.settings.language
    for question in course.current:
        for term, definition in _defined(question, language):
            if _holds(definition.text, term, language):
                message = f"the definition of “{term}” holds the term itself: say what it means in other words"
                yield Remark(definition.where, message, item=question.id)
                break


def _defined(question: Question, language: str) -> Iterator[tuple[str, Statement]]:
    """The term that an item defines, with its definition."""
    match question.answer:
        case Words(accepted=accepted, reverse=True):
            yield accepted[0], Statement(question.stem, question.at("definition"))
        case Choices(multiple=False) if question.kind == "definition" and not is_statement(question):
            yield from _chosen(question, language)
        case _:
            return


def _chosen(question: Question, language: str) -> Iterator[tuple[str, Statement]]:
    """The term that a choice asks the meaning of, with its key; none where a distractor holds the term as well."""
    asked = _ASKED[language].search(markup.plain(question.stem))
    offered = offer(question)
    if asked is None or offered is None:
        return
    term = next(group for group in asked.groups() if group)
    if not any(_holds(option.text, term, language) for option in offered.distractors):
        yield from ((term, Statement(key.text, key.where)) for key in offered.keys)


def _holds(text: str, term: str, language: str) -> bool:
    """Whether a text has every word of content of a term."""
    stems = content.stem_set(term, language)
    return bool(stems) and stems <= content.stem_set(markup.plain(text), language)
