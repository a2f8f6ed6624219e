"""What Canvas cannot hold, or holds as something else, item by item: the loss report of its packages."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from quizgen.exporters.canvas.answers import CANVAS_KNOWS
from quizgen.exporters.canvas.assessment import is_even
from quizgen.exporters.canvas.package import is_pinned
from quizgen.findings import Remark, Severity
from quizgen.markup import plain
from quizgen.model import Choices, Number, Pairs, Question, Quiz
from quizgen.presenting import losses
from quizgen.presenting.losses import Loss
from quizgen.presenting.neighbours import is_statement

_WHOLE = "Canvas has no place for the kind, difficulty, thinking and tags of items: they stay in the bank"

_FINEST = Decimal("0.0001")
"""Canvas tells figures nearer to nought than this from nought no more."""


def of_quizzes(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What of these quizzes is lost, each thing once."""
    yield from losses.of_quizzes(quizzes, LOSSES, _WHOLE)
    yield from _uneven(quizzes)


def _uneven(quizzes: Iterable[Quiz]) -> Iterator[Remark]:
    """The entries of blueprints that Canvas does not draw for."""
    for quiz in quizzes:
        for pool in (pool for section in quiz.sections for pool in section.pools):
            if not is_even(pool):
                lost = (
                    "Canvas draws only from items that are worth the same, and these differ in points: it draws none, "
                    "and asks all students what the paper asks; give the entry `points` to let it draw"
                )
                here = f"{pool.count} of {len(pool.questions)}"
                yield Remark(pool.where, lost, severity=Severity.NOTE, here=here)


def _is_foreign_statement(question: Question) -> bool:
    choices = question.answer
    return isinstance(choices, Choices) and is_statement(choices) and not is_statement(choices, CANVAS_KNOWS)


def _has_no_text(question: Question) -> bool:
    choices = question.answer
    return isinstance(choices, Choices) and not all(_visible(option.text) for option in choices.options)


def _visible(text: str) -> str:
    return "".join(sign for sign in plain(text) if sign.isprintable() and not sign.isspace())


def _is_too_fine(question: Question) -> bool:
    return isinstance(question.answer, Number) and 0 < abs(question.answer.value) < _FINEST


def _codes(question: Question) -> str:
    """What on the right side of pairs looks like a code of HTML."""
    rights = question.answer.rights if isinstance(question.answer, Pairs) else ()
    return ", ".join(f"“{text}”" for text in rights if html.unescape(text) != text)


LOSSES = (
    Loss(
        "Canvas gives a share of the points for each part that is right, where the item gives all or none",
        losses.is_all_or_none,
    ),
    Loss(
        "the options keep their order, and Canvas shuffles those of a whole quiz or of none: it shuffles none in a "
        "quiz with this item",
        is_pinned,
    ),
    Loss(
        "Canvas has true-false questions in English alone: the item is a choice between two options there",
        _is_foreign_statement,
    ),
    Loss(
        "Canvas shows the definition and asks for the term, and does not ask the other way round",
        losses.is_asked_both_ways,
    ),
    Loss(
        "Canvas takes no unit: students type the figure alone, and the unit stands beside the question",
        losses.has_unit,
    ),
    Loss(
        "Canvas has no type for putting in order: students choose the number of each step from a list",
        losses.is_order,
    ),
    Loss(
        "Canvas shows the right side of pairs as plain text, without emphasis",
        losses.has_emphasis_on_the_right,
    ),
    Loss(
        "Canvas imports no rubric with a quiz: it stands in the feedback to all, below the model answer",
        losses.is_essay,
    ),
    Loss(
        "Canvas writes “No answer text provided.” for an option without visible text",
        _has_no_text,
        fault=True,
    ),
    Loss(
        f"Canvas takes figures below {_FINEST} for nought: ask for this one in another unit",
        _is_too_fine,
        fault=True,
    ),
    Loss(
        "Canvas takes a text on the right side of pairs for a code of HTML: word it otherwise",
        lambda question: bool(_codes(question)),
        _codes,
        fault=True,
    ),
)
