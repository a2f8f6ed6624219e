"""A bank of twenty items or more asks for facts, definitions and arguments, each in a fair share.

A bank is named where one kind makes up less than a tenth or more than four fifths. Facts are the easiest to write, so
it is arguments that are usually missing: what the authors conclude, from what, and against whom. Whether a kind is
right for an item is for its curator to say; the rule counts what is written.

Bad, ten of each:

    - kind: fact
      difficulty: easy
      type: short
      stem: What does the brief say of the {this}?
      answer: it is mended from the fund
    - kind: fact
      difficulty: medium
      type: short
      stem: What is meant by the {this} in the brief?
      answer: what a storm takes away
    - kind: fact
      difficulty: hard
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
from quizgen.model import Kind

NAME = "kinds-balance"
SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Remark]:
    """Complain of each bank in which one kind is nearly all, or nearly missing."""
    for bank in course.banks:
        found = Counter(question.kind for question in bank.current)
        counts = {kind: found[kind] for kind in get_args(Kind)}
        if lopsided(counts):
            more = " and ".join(f"{n} more {kind}{'' if n == 1 else 's'}" for kind, n in missing(counts).items())
            yield Remark(bank.where, f"the items of this bank are lopsided in kind: {said(counts)}; write {more}")
