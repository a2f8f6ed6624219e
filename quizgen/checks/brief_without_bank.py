"""Every brief of the course has a bank, or at least an item that rests on it.

A brief that nothing is asked about is read by no student. Write its bank, or keep the file outside `corpus/` until
then. It is enough that an item of a bank across briefs rests on it. Nothing is said where only some banks are asked
for (`--bank`), or where one cannot be read. For a bank whose brief is missing see `brief-exists`.

Bad:

    ---
    title: The Coast Road
    authors: [Tomás Rey]
    publisher: Isla Clara Institute
    language: en
    text: full
    ---
    The coast road joins the pier and the school, and a calm year is the time to mend it.

Good:

    ---
    title: The Coast Road
    authors: [Tomás Rey]
    publisher: Isla Clara Institute
    language: en
    text: full
    ---
    The coast road joins the pier and the school, and a calm year is the time to mend it.

    items:
    - type: short
      stem: What joins the pier and the school of Isla Clara?
      answer: the coast road
      evidence:
        - brief: coast-road
          passage: p1
          quote: The coast road joins the pier and the school
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import whole

NAME = "brief-without-bank"
SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Remark]:
    """Complain of each brief that no bank names and no current item rests on."""
    if not whole(course):
        return
    asked = {bank.brief for bank in course.banks}
    asked |= {evidence.brief for question in course.current for evidence in question.evidence}
    for brief in course.briefs:
        if brief.id not in asked:
            message = f"no bank names the brief `{brief.id}` and no item rests on it: write one, or take the brief out"
            yield Remark(brief.where, message)
