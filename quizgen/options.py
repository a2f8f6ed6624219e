"""The options that a curator wrote, told apart as keys and distractors: what the rules about options look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.course import Course
from quizgen.model import Choices, Option, Question


@dataclass(frozen=True, slots=True)
class Offer:
    """An item with what it offers to pick from; where one option alone is right, `keys` holds that one."""

    question: Question
    options: tuple[Option, ...]
    keys: tuple[Option, ...]
    distractors: tuple[Option, ...]
    multiple: bool
    pinned: bool


def offers(course: Course) -> Iterator[Offer]:
    """Every current item with options of its own; a true-false has none, only the two words that it always has."""
    for question in course.current:
        match question.answer:
            case Choices(options=options, multiple=multiple, pinned=pinned) if _are_written(options):
                keys = tuple(option for option in options if option.correct)
                distractors = tuple(option for option in options if not option.correct)
                yield Offer(question, options, keys, distractors, multiple, pinned)


def _are_written(options: tuple[Option, ...]) -> bool:
    """Whether each option stands at a place of its own; both of a true-false stand where its answer does."""
    return len(options) < 2 or options[0].where != options[1].where
