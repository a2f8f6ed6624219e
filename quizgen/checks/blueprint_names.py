"""A blueprint names a bank, an item or a quiz that there is, and that it can take.

An item that is retired is in no quiz, and one with `exam_only` in none for study. An item stands once in a quiz. A quiz
cannot leave its own items alone, nor can two quizzes each leave alone what the other takes.

Bad:

    title: A quick look
    sections:
      - take:
          - {count: 3, banks: storm-saving}

Good:

    title: A quick look
    sections:
      - take:
          - {count: 3, banks: storm-savings}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.blueprints import Blueprint, Name
from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.validation import nearest_name

NAME = "blueprint-names"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain of each name that a blueprint cannot use."""
    for blueprint in course.blueprints:
        banks = dict.fromkeys(name for take in blueprint.takes for name in take.banks)
        yield from _unknown(banks, course.bank_ids, "bank")
        yield from _items(blueprint, course)
        yield from _unknown(blueprint.not_in, course.quiz_ids, "quiz")
        yield from _circles(blueprint, course)


def _unknown(names: Iterable[Name], known: Iterable[str], what: str) -> Iterator[Remark]:
    known = tuple(known)
    for name in names:
        if name.id not in known:
            yield Remark(name.where, f"there is no {what} `{name.id}`", nearest_name(name.id, known))


def _items(blueprint: Blueprint, course: Course) -> Iterator[Remark]:
    by_id = {question.id: question for question in course.questions}
    seen: set[str] = set()
    for name in (name for take in blueprint.takes for name in take.items):
        question = by_id.get(name.id)
        if question is None:
            yield from _unknown([name], by_id, "item")
        elif question.retired is not None:
            yield Remark(name.where, f"`{name.id}` is retired since {question.retired}", see=question.where)
        elif question.exam_only and blueprint.audience == "study":
            message = f"`{name.id}` is `exam_only`, and this quiz is for study: take it out, or say `audience: exam`"
            yield Remark(name.where, message, see=question.where)
        elif name.id in seen:
            yield Remark(name.where, f"`{name.id}` stands in this quiz already")
        seen.add(name.id)


def _circles(blueprint: Blueprint, course: Course) -> Iterator[Remark]:
    for name in blueprint.not_in:
        other = course.blueprint(name.id)
        if name.id == blueprint.id:
            yield Remark(name.where, "a quiz cannot leave its own items alone: take this name out")
        elif other is not None and blueprint.id in _left_alone(other, course):
            message = f"`{name.id}` in turn leaves alone what this quiz takes: one of them has to come first"
            yield Remark(name.where, message, see=other.where)


def _left_alone(blueprint: Blueprint, course: Course) -> set[str]:
    """The quizzes whose items a quiz leaves alone, directly or through another."""
    found: set[str] = set()
    asked = [blueprint]
    while asked:
        for name in asked.pop().not_in:
            other = course.blueprint(name.id)
            if name.id not in found and other is not None:
                found.add(name.id)
                asked.append(other)
    return found
