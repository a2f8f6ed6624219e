"""Answers as one of the types that a course site has, where it lacks theirs or has one that fits better."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen import stable, wording
from quizgen.model import Answer, Choices, Gaps, Left, Pairs
from quizgen.model import Sequence as Steps
from quizgen.wording import Wording


def is_statement(choices: Choices, languages: Sequence[Wording] = wording.ALL) -> bool:
    """Whether the options are true and false, in one of these languages."""
    texts = [option.text for option in choices.options]
    return any(texts == [words.true, words.false] for words in languages) and not choices.multiple


def has_parts(answer: Answer) -> bool:
    """Whether a course site can give a share of the points for an answer."""
    match answer:
        case Choices(multiple=True) | Pairs() | Steps():
            return True
        case Gaps(blanks=blanks):
            return len(blanks) > 1
        case _:
            return False


def numbered(steps: Steps, id: str) -> Pairs:
    """An order as pairs: each step and its number, in an order that does not tell."""
    order = stable.out_of_order(stable.scattered([step.text for step in steps.steps], id))
    lefts = tuple(Left(steps.steps[index].text, index, steps.steps[index].where) for index in order)
    return Pairs(lefts, tuple(str(place) for place in range(1, len(order) + 1)), headings=True, pinned=True)
