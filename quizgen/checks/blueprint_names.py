"""A blueprint names a bank, an item, a tag or a quiz that there is, and that it can take.

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
    for blueprint in (*course.blueprints, *course.partial_blueprints):
        banks = dict.fromkeys(name for take in blueprint.takes for name in take.banks)
        yield from _unknown(banks, course.bank_ids, "bank")
        yield from _items(blueprint, course)
        yield from _unknown(blueprint.not_in, course.quiz_ids, "quiz")
        yield from _circles(blueprint, course)
        yield from _tags(blueprint, course)


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


def _tags(blueprint: Blueprint, course: Course) -> Iterator[Remark]:
    known = {tag for question in course.questions for tag in question.tags}
    for take in blueprint.takes:
        for tag in take.wanted.tags:
            if tag not in known:
                yield Remark(take.where, f"no item has the tag `{tag}`", nearest_name(tag, known))


def _circles(blueprint: Blueprint, course: Course) -> Iterator[Remark]:
    """Say once of each circle of quizzes, where its first by name stands in it, that it is one."""
    for name in blueprint.not_in:
        if name.id == blueprint.id:
            yield Remark(name.where, "a quiz cannot leave its own items alone: take this name out")
            continue
        way = _way_back(name.id, blueprint.id, course)
        if way and blueprint.id == min(way):
            circle = " leaves alone ".join(f"`{id}`" for id in (blueprint.id, *way))
            yield Remark(name.where, f"this goes in a circle: {circle}. One of them has to come first: take a name out")


def _way_back(first: str, goal: str, course: Course) -> tuple[str, ...]:
    """The shortest way from one quiz to another by the items that each leaves alone; empty where there is none."""
    seen = {first}
    ways: list[tuple[str, ...]] = [(first,)]
    for way in ways:  # those that are added are looked at in turn
        if way[-1] == goal:
            return way
        blueprint = course.blueprint(way[-1])
        for name in blueprint.not_in if blueprint else ():
            if name.id not in seen or name.id == goal:
                seen.add(name.id)
                ways.append((*way, name.id))
    return ()
