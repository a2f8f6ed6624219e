"""What an item is held against: the quotes, the passages and the briefs that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.course import Course
from quizgen.model import Brief, Passage, Question


@dataclass(frozen=True, slots=True)
class Ground:
    """An item with what carries it: its quotes, each passage it rests on once, and the briefs these belong to."""

    question: Question
    quotes: tuple[str, ...]
    passages: tuple[Passage, ...]
    briefs: tuple[Brief, ...]


def passages_by_key(course: Course) -> dict[tuple[str, str], Passage]:
    """Every passage of the course by the ids of its brief and its own, as an evidence names them."""
    return {(brief.id, passage.id): passage for brief in course.briefs for passage in brief.passages}


def grounds(course: Course) -> Iterator[Ground]:
    """Every current item whose evidence names only passages that there are; other rules speak of the rest."""
    briefs = {brief.id: brief for brief in course.briefs}
    passages = passages_by_key(course)
    for question in course.current:
        keys = list(dict.fromkeys((evidence.brief, evidence.passage) for evidence in question.evidence))
        if keys and all(key in passages for key in keys):
            yield Ground(
                question=question,
                quotes=tuple(evidence.quote for evidence in question.evidence),
                passages=tuple(passages[key] for key in keys),
                briefs=tuple(briefs[id] for id in dict.fromkeys(brief for brief, _ in keys)),
            )
