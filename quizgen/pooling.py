"""What else each entry of a blueprint could have drawn: pools for formats that draw anew for every student.

An item is in one pool of a quiz, so that none is asked twice, and in no pool of a quiz that leaves the other's items
alone: a makeup asks nothing that the midterm could ask. Each entry has what it drew in its pool; the rest is dealt out
to where it is scarcest, by how many there are for each to be drawn.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizgen.blueprints import Blueprint, Take
from quizgen.course import Course
from quizgen.model import Question
from quizgen.picking import Picked, picked, worth


@dataclass(frozen=True, slots=True)
class Drawing:
    """An entry of a section that draws, how many, and all it may draw from, in the order of their banks."""

    section: int
    take: Take
    count: int
    questions: tuple[Question, ...]


@dataclass
class _Entry:
    """An entry of a blueprint that draws, with the ids in its pool so far, and of all that it could draw."""

    quiz: str
    section: int
    take: Take
    count: int
    pool: set[str]
    could: frozenset[str]

    @property
    def plenty(self) -> float:
        """How many there are for each to be drawn."""
        return len(self.pool) / self.count


@functools.lru_cache(maxsize=8)
def pools(course: Course, seed: int) -> Mapping[str, tuple[Drawing, ...]]:
    """The entries of every blueprint that have more to draw from than they draw, by the quiz's id."""
    drawn = picked(course, seed)
    entries = [entry for one in course.blueprints for entry in _entries(one, drawn[one.id])]
    held = {one.id: set(drawn[one.id].holders) for one in course.blueprints}
    apart = _apart(course.blueprints)
    for question in course.current:
        _deal(question.id, entries, held, apart)
    made: dict[str, list[Drawing]] = {blueprint.id: [] for blueprint in course.blueprints}
    for entry in entries:
        if len(entry.pool) > entry.count:
            asked = (question for question in course.current if question.id in entry.pool)
            questions = tuple(worth(question, entry.take.points) for question in asked)
            made[entry.quiz].append(Drawing(entry.section, entry.take, entry.count, questions))
    return {id: tuple(drawings) for id, drawings in made.items()}


def _entries(blueprint: Blueprint, drawn: Picked) -> Iterator[_Entry]:
    """The entries of a blueprint that draw a number of items and found any, in order."""
    places = ((number, take) for number, section in enumerate(blueprint.sections) for take in section.takes)
    for index, (section, take) in enumerate(places):
        own = {id for id, holder in drawn.holders.items() if holder == index}
        if take.wanted.sample is not None and own:
            yield _Entry(blueprint.id, section, take, len(own), own, frozenset(drawn.could[index]))


def _apart(blueprints: tuple[Blueprint, ...]) -> Mapping[str, frozenset[str]]:
    """For each quiz itself and those that share no item with it: those it leaves alone, and that leave it alone."""
    named = {one.id: {name.id for name in one.not_in} for one in blueprints}
    return {
        one: frozenset({one} | {other for other in named if other in named[one] or one in named[other]})
        for one in named
    }


def _deal(id: str, entries: list[_Entry], held: Mapping[str, set[str]], apart: Mapping[str, frozenset[str]]) -> None:
    """Put an item into the pools of as many quizzes as may have it."""
    could = [entry for entry in entries if id in entry.could]
    for entry in sorted(could, key=lambda entry: entry.plenty):
        if not any(id in held[other] for other in apart[entry.quiz]):
            entry.pool.add(id)
            held[entry.quiz].add(id)
