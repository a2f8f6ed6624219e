"""The banks hold as many items as a blueprint asks for.

An item stands once in a quiz, retired ones in none, those with `exam_only` in exams alone, and what the quizzes under
`not_in` take is left alone. The count is of what is left after all that, shared out so that every entry gets its items
wherever that can be done. An entry without `count` takes all that there are, and there must be one.

Bad:

    title: A quick look
    sections:
      - take:
          - {count: 20, kind: fact}

Good:

    title: A quick look
    sections:
      - take:
          - {count: 3, kind: fact}
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.blueprints import Blueprint
from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.picking import Shortage, may_ask, may_take, picked

NAME = "blueprint-filled"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain of each entry for which there are too few items, as far as its banks can be read."""
    read = {bank.id for bank in course.banks}
    tags = {tag for question in course.questions for tag in question.tags}
    for drawn in picked(course, course.settings.defaults.seed).values():
        for shortage in drawn.shortages:
            asked = [name.id for name in shortage.take.banks] or course.bank_ids
            if read.issuperset(asked) and tags.issuperset(shortage.take.wanted.tags):  # else said by blueprint-names
                yield Remark(shortage.take.where, _message(shortage))
    for blueprint in course.partial_blueprints:
        for shortage in _by_themselves(course, blueprint):
            if read.issuperset([name.id for name in shortage.take.banks] or course.bank_ids):
                yield Remark(shortage.take.where, _message(shortage))


def _by_themselves(course: Course, blueprint: Blueprint) -> Iterator[Shortage]:
    """The entries of a blueprint in part unread that ask for more than there would be if no other took anything."""
    for take in blueprint.takes:
        if take.wanted.sample is not None:
            found = sum(may_ask(one, blueprint.audience) and may_take(take, one) for one in course.current)
            if found < take.wanted.sample:
                yield Shortage(take, found)


def _message(shortage: Shortage) -> str:
    asked = shortage.take.wanted.sample
    if asked is None:
        return "no item is left for this entry: widen what it asks for, or take it out"
    there = f"{shortage.found} are" if shortage.found != 1 else "1 is"
    return f"this entry asks for {asked} items and {there} left for it: ask for fewer, or of more banks, kinds or types"
