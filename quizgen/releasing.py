"""What `quizgen release` does: what students are to get is stamped with its time, and the lock remembers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen import assemble, locks, releases
from quizgen.assemble import Plan
from quizgen.course import Course
from quizgen.exporters.anki import contents
from quizgen.findings import Finding, Location, Remark, stamp
from quizgen.model import Quiz
from quizgen.releases import Changes, Released

UNRELEASED = "unreleased"
"""The rule under which `build --locked` says what is not released as it stands."""


def release(course: Course, now: int) -> Released:
    """What has been released once everything for study is, as it stands in the course."""
    quizzes = assemble.of_banks(course, Plan(forms=0, seed=course.settings.defaults.seed))
    withheld = frozenset(question.id for question in course.current if question.exam_only)
    return releases.release(course.released, contents(quizzes), now, withheld)


def unreleased(course: Course, quizzes: Sequence[Quiz]) -> Iterator[Finding]:
    """A finding for each item of these quizzes, and each note type, that is not what was last released."""
    shown = contents(quizzes)
    where = {question.id: question.where for quiz in quizzes for question in quiz.questions}
    for id, content in shown.items.items():
        entry = course.released.items.get(id)
        if entry is None or not entry.holds(content):
            state = "has changed since it was released" if entry else "was never released"
            yield _unreleased(Remark(where[id], f"`{id}` {state}: run `quizgen release`", item=id))
    for way in {content.way: None for content in shown.items.values()}:
        entry = course.released.note_types.get(way)
        if entry is None or not entry.holds(shown.note_types[way]):
            message = f"the look of the note type `{way}` is not what was released: run `quizgen release`"
            yield _unreleased(Remark(entry.where if entry else Location(locks.RELEASED), message))


def _unreleased(remark: Remark) -> Finding:
    return stamp(remark, UNRELEASED)


def said(before: Released, after: Released) -> Iterator[str]:
    """A release in lines: what became of each item, unless all of them are new, then how many there were."""
    if before == after:
        yield "Nothing to release: everything stands as it was released."
        return
    changes = releases.last_changes(after)
    if before.items:
        for word, ids in _listed(changes):
            yield from (f"{word}: {id}" for id in ids)
    counts = ", ".join(f"{len(ids)} {word}" for word, ids in _listed(changes))
    yield f"Released as of {locks.said(after.last)}: {counts} items{_looks(changes)}: {locks.RELEASED}"


def _looks(changes: Changes) -> str:
    count = len(changes.restyled)
    return "" if count == 0 else "; 1 note type looks new" if count == 1 else f"; {count} note types look new"


def _listed(changes: Changes) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("new", changes.new), ("changed", changes.changed), ("retired", changes.retired)
