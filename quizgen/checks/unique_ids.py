"""An id stands once in the course, whatever the file, for ever.

Students' progress hangs on ids. An item that is no longer asked keeps its id with `retired:` and the date, so that no
other item can take it. Banks and quizzes share one set of ids too.

Bad:

    - id: who-proposed-it
      type: short
      stem: Who proposed the fund?
      answer: Ibarra
    - id: who-proposed-it
      type: short
      stem: By whom was the fund proposed?
      answer: Ibarra

Good:

    - id: who-proposed-it
      type: short
      stem: Who proposed the fund?
      answer: Ibarra
    - id: proposer-of-the-fund
      type: short
      stem: By whom was the fund proposed?
      answer: Ibarra
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.model import Question

NAME = "unique-ids"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain of the second use of an id and of each after it."""
    yield from _items(course)
    banks = {bank.id: bank for bank in course.banks}
    for blueprint in (*course.blueprints, *course.partial_blueprints):
        if blueprint.id in banks:
            message = f"there is a bank `{blueprint.id}`: give the quiz another name, by renaming this file"
            yield Remark(blueprint.where, message, see=banks[blueprint.id].where)


def _items(course: Course) -> Iterator[Remark]:
    first: dict[str, Question] = {}
    for question in course.questions:
        if question.id in first:
            where = first[question.id].where
            message = f"the id `{question.id}` is taken, in {where.path} line {where.line}: give this item another"
            yield Remark(question.where, message, item=question.id, see=where)
        else:
            first[question.id] = question
