"""An id stays with the item that it was released with.

Students' Anki knows an item by its id. Where an item was retired, or is no more, `questions/released.lock` keeps its
id: another item under it would come with the progress that students made on the old one. And an item that was released
as a choice cannot become a cloze under its id: Anki holds it as another note type, and no update would arrive. Give the
new item an id of its own, and retire the old one. An item that comes back unchanged in what it asks may keep its id:
`allow: {released-id: the same item as before}` until the next release.

Types that are studied in one way may take each other's place: choice, select and true-false; short and numeric; match
and sort.

Of an item that was released as a choice:

Bad:

    id: example-1
    type: short
    stem: What does the brief call money that is set aside before a storm?
    answer: storm fund

Good:

    id: example-2
    type: short
    stem: What does the brief call money that is set aside before a storm?
    answer: storm fund
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.locks import said
from quizgen.model import Question
from quizgen.releases import Entry
from quizgen.studying import way

NAME = "released-id"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Name each item that has the id of a retired one, or is no longer studied as it was."""
    for question in course.current:
        entry = course.released.items.get(question.id)
        complaint = _complaint(question, entry) if entry is not None and not question.exam_only else None
        if entry is not None and complaint is not None:
            yield Remark(question.where, complaint, item=question.id, see=entry.where)


def _complaint(question: Question, entry: Entry) -> str | None:
    if entry.retired is not None:
        return (
            f"the id `{question.id}` is that of an item that was retired at {said(entry.retired)}, and students have "
            "it still: give this item another"
        )
    if entry.content.way != way(question.answer):
        return (
            f"`{question.id}` was released as `{entry.content.way}`, and students' Anki cannot turn it into "
            f"`{way(question.answer)}`: give this item another id, and retire the old one"
        )
    return None
