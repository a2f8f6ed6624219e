"""What students have already is no secret for an exam.

An item with `exam_only` goes to exams alone. One that was released before is in students' decks, with its answer, and
no later release takes it from them. Write the exam an item of its own; or leave out `exam_only`, for exams draw from
what students study too. The next release retires no such item, so that `CHANGES.md` does not tell students which of
their cards are meant.

Of an item that was released:

Bad:

    id: example-1
    type: choice
    exam_only: true

Good:

    id: example-2
    type: choice
    exam_only: true
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.locks import said

NAME = "released-exam-only"
SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Remark]:
    """Name each item that is kept for exams and was released to students before."""
    for question in course.current:
        entry = course.released.items.get(question.id)
        if question.exam_only and entry is not None:
            message = (
                f"`{question.id}` is kept for exams, but students have it in their decks since {said(entry.since)}, "
                "with its answer: write the exam another"
            )
            yield Remark(question.at("exam_only"), message, item=question.id, see=entry.where)
