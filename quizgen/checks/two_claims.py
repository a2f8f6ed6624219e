"""A statement to be judged true or false makes one claim.

Where a statement gives a reason (“because …”) or joins two sentences, students cannot tell which half they judge, and
one false half makes the whole false. Split it, or ask for the reason in a `choice`. The rule sees “because” and,
behind a comma, “and”, “but” or “so” with a pronoun; “in part because” or “only because” asks how far a reason holds,
which is one claim. It is off until a course asks for it: in “Ibarra saves because
lenders are slow” the reason may be the one thing that is asked.

Source: Haladyna, Downing & Rodriguez 2002, guideline 1, one content to an item.

Bad:

    type: true-false
    stem: The island keeps a storm fund because borrowing after a storm is slower.
    answer: true
    evidence:
      - passage: p2
        quote: The island keeps a storm fund
      - passage: p3
        quote: Borrowing after a storm is slower

Good:

    type: true-false
    stem: The island keeps a storm fund.
    answer: true
    evidence:
      - passage: p2
        quote: The island keeps a storm fund
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import is_statement
from quizgen.text import quotations

NAME = "two-claims"
SEVERITY: Severity | None = None

# Where a statement says how far a reason holds (“in part because”), that is the one thing to judge.
_NOT_HOW_FAR = {
    language: "".join(rf"(?<!\b{word} )" for word in words.split("|"))
    for language, words in {
        "en": "part|partly|largely|mainly|mostly|chiefly|primarily|only|simply|solely|just|precisely",
        "es": "parte|todo|principalmente|solo|sólo|precisamente",
    }.items()
}
_JOINT = {
    "en": re.compile(rf"{_NOT_HOW_FAR['en']}\bbecause\b(?! of\b)|[,;] (?:and|but|so) (?:he|she|it|they)\b"),
    "es": re.compile(rf"{_NOT_HOW_FAR['es']}\bporque\b|[,;] (?:y|pero|así que) (?:él|ella|ellos|ellas)\b"),
}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each statement that joins two."""
    joint = _JOINT[course.settings.language]
    for question in course.current:
        if not is_statement(question):
            continue
        match = joint.search(quotations.outside(question.stem))
        if match:
            message = (
                f"“{match.group().strip(',; ')}” joins two claims, and students must judge both: make them two items"
            )
            yield Remark(question.at("stem"), message, item=question.id)
