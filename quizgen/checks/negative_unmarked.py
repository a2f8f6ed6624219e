"""A stem that asks for what is not so marks the word that says it.

Under time pressure readers pass over a small “not” and look for what is true. Ask for what is so, which is the better
question anyway; where that cannot be, write `*not*` or `*except*`, and quizgen knows too that the answer is the option
that the brief does *not* carry. For “which of these is false” write “which of these is *not* true”. Only the last
sentence of a stem counts, and only a “not” that belongs to the question: “what does a fund do that a loan does not”
asks for what is so.

Source: Haladyna, Downing & Rodriguez 2002, guideline 17; SAQUET, “negative worded stem”.

Bad:

    stem: Which of these is not true of the storm fund?

Good:

    stem: Which of these is *not* true of the storm fund?
    answer: It is a loan that is agreed before a storm
    distractors:
      - text: It is money that is set aside before a storm
        why: This is how the brief defines it.
      - text: It lets repairs begin at once
        why: This is what the brief says it is for.
      - text: It was proposed by Mayor Lucía Ibarra
        why: The brief names her as the one who proposed it.
    evidence:
      - passage: p2
        quote: >-
          a storm fund, money that is set aside before a storm so that repairs can begin at once. Mayor Lucía Ibarra
          proposed it
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import is_statement
from quizgen.model import Choices
from quizgen.text import asking

NAME = "negative-unmarked"
SEVERITY = Severity.WARNING

_MARKED_BY_READING = ("not", "except", "least", "no", "excepto", "salvo")


def check(course: Course) -> Iterator[Remark]:
    """Complain of each stem that asks for what is not so in plain letters."""
    language = course.settings.language
    for question in course.current:
        if not isinstance(question.answer, Choices) or is_statement(question):
            continue
        span = asking.unmarked_negative(question.stem, language)
        if span is None:
            continue
        word = question.stem[span[0] : span[1]]
        if word in _MARKED_BY_READING:
            message = (
                f"the stem asks for what is not so, and “{word}” is easily passed over: ask for what is so, or mark it"
            )
            suggestion = f"{question.stem[: span[0]]}*{word}*{question.stem[span[1] :]}"
        else:
            marked = {"en": "is *not* true", "es": "*no* es"}[language]
            message = f"the stem asks for what is not so by “{word}”: ask for what is so, or write “{marked}”"
            suggestion = None
        yield Remark(question.at("stem"), message, suggestion, question.id)
