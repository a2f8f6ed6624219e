"""A blank in a stem stands at its end.

Words behind a blank send readers back and forth before they know what is asked. Put the blank at the end, ask a
question, or make the item a `cloze`, which shows blanks where they belong. A slot in a row of figures (`12, 24, ___,
48`) is no such blank.

Source: SAQUET, “fill in the blank”; Haladyna, Downing & Rodriguez 2002, guideline 15, the central idea in the stem.

Bad:

    type: short
    stem: In the brief, a ____ is money that is set aside before a storm.
    answer: storm fund

Good:

    type: short
    stem: "In the brief, money that is set aside before a storm is called a ____"
    answer: storm fund
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.text import asking

NAME = "blank-in-the-middle"
SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Remark]:
    """Complain of each stem with words behind a blank."""
    for question in course.current:
        blank = asking.blank_in_the_middle(question.stem)
        if blank:
            message = (
                f"the stem goes on behind its blank “{blank}”: put the blank at the end, ask a question, "
                "or make the item a `cloze`"
            )
            yield Remark(question.at("stem"), message, item=question.id)
