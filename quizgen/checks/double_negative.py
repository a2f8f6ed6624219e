"""No item makes its reader undo two negations.

A stem that asks for what is not so, with an option that says “not” or “never”, asks which denial to deny. So does a
statement to be judged that says what is not the case and is false: that it is false that something is not so. Word the
option, or the statement, positively. Only a “not” in the statement's main clause counts.

Source: Haladyna, Downing & Rodriguez 2002, guidelines 17 and 27.

Bad:

    stem: Which of these is *not* true of the storm fund?
    answer: It is not money that is set aside before a storm
    distractors:
      - text: It pays for the coast road
        why: The coast road is one of the three works that it pays for.
      - text: It lets repairs begin at once
        why: This is what the brief says it is for.
      - text: It was proposed by Mayor Lucía Ibarra
        why: The brief names her as the one who proposed it.
    evidence:
      - passage: p2
        quote: >-
          a storm fund, money that is set aside before a storm so that repairs can begin at once. Mayor Lucía Ibarra
          proposed it
      - passage: p2
        quote: The fund pays for public roofs, the ferry pier and the coast road

Good:

    stem: Which of these is *not* true of the storm fund?
    answer: It is a loan that is agreed before a storm
    distractors:
      - text: It pays for the coast road
        why: The coast road is one of the three works that it pays for.
      - text: It lets repairs begin at once
        why: This is what the brief says it is for.
      - text: It was proposed by Mayor Lucía Ibarra
        why: The brief names her as the one who proposed it.
    evidence:
      - passage: p2
        quote: >-
          a storm fund, money that is set aside before a storm so that repairs can begin at once. Mayor Lucía Ibarra
          proposed it
      - passage: p2
        quote: The fund pays for public roofs, the ferry pier and the coast road
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import is_statement
from quizgen.items.choice import is_negative
from quizgen.model import Choices, Question
from quizgen.text import asking

NAME = "double-negative"
SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Remark]:
    """Complain of negative options under a negative stem, and of false statements that deny something."""
    language = course.settings.language
    for question in course.current:
        match question.answer:
            case Choices() if is_statement(question):
                yield from _denied(question, language)
            case Choices() as choices:
                yield from _under_negative_stem(question, choices, language)
            case _:
                pass


def _denied(question: Question, language: str) -> Iterator[Remark]:
    if not question.falsehoods:
        return
    word = asking.denial(question.stem, language)
    if word:
        message = f"the statement is false and says “{word}”, so students must undo two negations: say it positively"
        yield Remark(question.at("stem"), message, item=question.id)


def _under_negative_stem(question: Question, choices: Choices, language: str) -> Iterator[Remark]:
    if not is_negative(question.stem) and asking.unmarked_negative(question.stem, language) is None:
        return
    for option in choices.options:
        word = asking.negation(option.text, language)
        if word:
            message = f"the stem asks for what is not so and this option says “{word}”: word the option positively"
            yield Remark(option.where, message, item=question.id)
