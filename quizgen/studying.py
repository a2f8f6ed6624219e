"""The ways of studying an item: many types read into few answer shapes, and a way is what a student does with one.

A student's Anki holds each item under its way for ever: an item may change from a choice to a select, which are studied
in one way, and never to a cloze.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from typing_extensions import assert_never

from quizgen.model import Answer, Choices, Essay, Gaps, Number, Pairs, Sequence, Words

Way: TypeAlias = Literal["choice", "typed", "term", "cloze", "pairs", "sequence", "essay"]


def way(answer: Answer) -> Way:
    """The way in which an item with this answer is studied."""
    match answer:
        case Choices():
            return "choice"
        case Words(reverse=True):
            return "term"
        case Words() | Number():
            return "typed"
        case Gaps():
            return "cloze"
        case Pairs():
            return "pairs"
        case Sequence():
            return "sequence"
        case Essay():
            return "essay"
        case _:
            assert_never(answer)
