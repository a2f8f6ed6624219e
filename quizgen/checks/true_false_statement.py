"""What is to be judged true or false is a statement, not a question.

“True” and “false” answer no question: students who are asked “Is the fund a loan?” must first turn it into a sentence.
Write what the question asks about as a sentence.

Source: Haladyna, Downing & Rodriguez 2002, guideline 14, clear directions.

Bad:

    type: true-false
    stem: Is the storm fund money that is set aside before a storm?
    answer: true

Good:

    type: true-false
    stem: The storm fund is money that is set aside before a storm.
    answer: true
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import is_statement
from quizgen.text import quotations

NAME = "true-false-statement"
SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Remark]:
    """Complain of each statement that is a question."""
    for question in course.current:
        if "?" not in question.stem or not is_statement(question):
            continue
        if quotations.outside(question.stem).rstrip(" *)").endswith("?"):
            message = "a question cannot be true or false: write it as a statement, or make the item a `choice`"
            yield Remark(question.at("stem"), message, item=question.id)
