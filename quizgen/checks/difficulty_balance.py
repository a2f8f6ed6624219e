"""A bank of twenty items or more has easy, medium and hard ones, each in a fair share.

A bank is named where one difficulty makes up less than a tenth or more than four fifths. A quiz of easy items alone
tells the best from the good no better than one of hard items alone tells the weak from the weakest. Difficulty is what
the curator expects; only answers of students can tell whether it is so.

Bad, ten of each:

    - kind: fact
      difficulty: easy
      type: short
      stem: What does the brief say of the {this}?
      answer: it is mended from the fund
    - kind: definition
      difficulty: easy
      type: short
      stem: What is meant by the {this} in the brief?
      answer: what a storm takes away
    - kind: argument
      difficulty: easy
      type: short
      stem: What would Ibarra rather do about the {this}?
      answer: save for it before a storm

Good, ten of each:

    - kind: fact
      difficulty: easy
      type: short
      stem: What does the brief say of the {this}?
      answer: it is mended from the fund
    - kind: definition
      difficulty: medium
      type: short
      stem: What is meant by the {this} in the brief?
      answer: what a storm takes away
    - kind: argument
      difficulty: hard
      type: short
      stem: What would Ibarra rather do about the {this}?
      answer: save for it before a storm
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from quizgen.balance import lopsided, missing, said
from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.model import Difficulty

NAME = "difficulty-balance"
SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Remark]:
    """Complain of each bank in which one difficulty is nearly all, or nearly missing."""
    for bank in course.banks:
        found = Counter(question.difficulty for question in bank.current)
        counts = {difficulty: found[difficulty] for difficulty in get_args(Difficulty)}
        if lopsided(counts):
            more = " and ".join(f"{n} more {difficulty}" for difficulty, n in missing(counts).items())
            message = f"the items of this bank are lopsided in difficulty: {said(counts)}; write {more} ones"
            yield Remark(bank.where, message)
