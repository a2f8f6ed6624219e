"""The loss report of a format: a table of what it cannot hold of items, or holds as something else, said beforehand.

Each format hands in a table of its own. What is said is worded alike for all the items it is said of; what differs from
one to the next, such as a figure, stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizgen.findings import Location, Remark, Severity
from quizgen.markup import is_marked, plain
from quizgen.model import Answer, Essay, Gaps, Number, Pairs, Question, Quiz, Words
from quizgen.model import Sequence as Steps
from quizgen.presenting.neighbours import has_parts

SETTINGS = Location("questions/course.yaml")
"""Where what is of the whole course is said."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What is lost of items like these; `here` says what is of one alone.

    It stops nothing, unless it is a `fault`: then the item would be spoilt, and weighs as much as the rule does.
    """

    said: str
    of: Callable[[Question], bool]
    here: Callable[[Question], str] | None = None
    fault: bool = False


def of_quizzes(quizzes: Sequence[Quiz], losses: Sequence[Loss], whole: str | None = None) -> Iterator[Remark]:
    """What is lost of these quizzes, each thing once: `whole` of them all, then item by item, what may be drawn too."""
    if whole and any(quiz.questions for quiz in quizzes):
        yield of_course(whole)
    offered = {question.id: question for quiz in quizzes for question in quiz.offered}
    for question in offered.values():
        for loss in losses:
            if loss.of(question):
                yield _remark(question, loss)


def of_course(said: str) -> Remark:
    """What is lost of all items."""
    return Remark(SETTINGS, said, severity=Severity.NOTE)


def _remark(question: Question, loss: Loss) -> Remark:
    here = loss.here(question) if loss.here else None
    severity = None if loss.fault else Severity.NOTE
    return Remark(question.where, loss.said, item=question.id, severity=severity, here=here)


def asked(shape: type[Answer]) -> Callable[[Question], bool]:
    """Whether the answer of an item has this shape."""
    return lambda question: isinstance(question.answer, shape)


is_order, is_essay = asked(Steps), asked(Essay)


def is_all_or_none(question: Question) -> bool:
    """Whether an item gives all of its points or none, where a course site would give a share for each part."""
    return question.scoring == "all" and has_parts(question.answer)


def is_asked_both_ways(question: Question) -> bool:
    """Whether a term is asked by its definition, and its definition by the term."""
    return isinstance(question.answer, Words) and question.answer.reverse


def has_unit(question: Question) -> bool:
    """Whether the answer is a figure with a unit."""
    return isinstance(question.answer, Number) and question.answer.unit is not None


def blanks(question: Question) -> int:
    """How many blanks an item has in its text."""
    return len(question.answer.blanks) if isinstance(question.answer, Gaps) else 0


def has_emphasis_on_the_right(question: Question) -> bool:
    """Whether the right side of pairs has emphasis, which sites that show it in a list take away."""
    rights = question.answer.rights if isinstance(question.answer, Pairs) else ()
    return any(is_marked(text) and plain(text) != text for text in rights)


def has_reasons_of_entries(question: Question) -> bool:
    """Whether it is told of single entries why they belong where they do."""
    return isinstance(question.answer, Pairs) and any(left.why for left in question.answer.lefts)
