"""The options that a curator wrote, told apart as keys and distractors: what the rules about options look at."""

from __future__ import annotations

import functools
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


@functools.lru_cache(maxsize=2)  # many rules ask for them, one after the other
def offers(course: Course) -> tuple[Offer, ...]:
    """Every current item with options of its own; a true-false has none, only the two words that it always has."""
    return tuple(found for question in course.current if (found := offer(question)) is not None)


def offer(question: Question) -> Offer | None:
    """What an item offers to pick from; None where it has no options of its own."""
    match question.answer:
        case Choices(options=options, multiple=multiple, pinned=pinned) if _are_written(options):
            keys = tuple(option for option in options if option.correct)
            distractors = tuple(option for option in options if not option.correct)
            return Offer(question, options, keys, distractors, multiple, pinned)
        case _:
            return None


def _are_written(options: tuple[Option, ...]) -> bool:
    """Whether each option stands at a place of its own; both of a true-false stand where its answer does."""
    return len(options) < 2 or options[0].where != options[1].where
