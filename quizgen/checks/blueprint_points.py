"""What a quiz gives for its items leaves essays out: their points are those of their rubric.

An entry's `points` are what each of its items is worth in that quiz. An essay is worth what the criteria of its rubric
add up to, and to give more or less for it would leave whoever marks it without a measure. Take essays in an entry of
their own, without `points`.

Bad:

    title: A quick look
    sections:
      - take:
          - {items: [argue-for-the-fund], points: 20}

Good:

    title: A quick look
    sections:
      - take:
          - {items: [argue-for-the-fund]}
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.model import Essay
from quizgen.picking import may_ask, may_take

NAME = "blueprint-points"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain of each entry that gives points for essays."""
    essays = [question for question in course.current if isinstance(question.answer, Essay)]
    for blueprint in course.blueprints:
        for take in blueprint.takes:
            could = (essay for essay in essays if may_take(take, essay) and may_ask(essay, blueprint.audience))
            essay = next(could, None) if take.points is not None else None
            if essay is not None:
                message = f"`{essay.id}`, an essay, is worth what its rubric adds up to: take essays without `points`"
                yield Remark(take.where, message, see=essay.where)
