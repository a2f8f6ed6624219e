"""What GIFT cannot hold, or holds as something else, item by item: the loss report of its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen import wording
from quizgen.exporters.gift.file import is_held
from quizgen.findings import Remark
from quizgen.model import Choices, Question, Quiz
from quizgen.presenting import losses
from quizgen.presenting.losses import Loss
from quizgen.presenting.neighbours import is_statement
from quizgen.presenting.question_bank import NO_QUIZ, draws


def of_quizzes(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What of these quizzes is lost, each thing once."""
    yield from losses.of_quizzes(quizzes, LOSSES, NO_QUIZ.format(file="a GIFT file", site="the course site"))
    yield from draws(quizzes)


def _is_pinned(question: Question) -> bool:
    choices = question.answer
    return isinstance(choices, Choices) and choices.pinned and not is_statement(choices)


LOSSES = (
    Loss(
        "GIFT has no points: the item arrives worth 1; set its mark in the quiz to its points",
        lambda question: question.points != 1,
        lambda question: wording.amount(question.points),
    ),
    Loss(
        "course sites give a share of the points for each part that is right, where the item gives all or none",
        losses.is_all_or_none,
    ),
    Loss(
        "GIFT cannot say that options keep their order: switch off shuffling for this question in the course site",
        _is_pinned,
    ),
    Loss(
        "GIFT shows the definition and asks for the term, and does not ask the other way round",
        losses.is_asked_both_ways,
    ),
    Loss(
        "GIFT has no units: students type the figure alone, and the unit stands beside the question",
        losses.has_unit,
    ),
    Loss(
        "GIFT has no text with several blanks: students choose the answer to each from a list, and type none",
        lambda question: losses.blanks(question) > 1,
    ),
    Loss(
        "GIFT has no blanks in a text: the blank is a line there, and its answer is typed below the text",
        lambda question: losses.blanks(question) == 1,
    ),
    Loss(
        "GIFT has no feedback for each entry of a matching question: why each belongs where it does stands in the "
        "general feedback",
        losses.has_reasons_of_entries,
    ),
    Loss(
        "GIFT shows the right side of pairs as plain text, without emphasis",
        losses.has_emphasis_on_the_right,
    ),
    Loss(
        "GIFT has no type for putting in order: students choose the number of each step from a list",
        losses.is_order,
    ),
    Loss(
        "GIFT has no place for graders alone: model answer and rubric stand in the feedback that students see",
        losses.is_essay,
    ),
    Loss(
        "GIFT cannot hold “->” or a code such as “&&058;” in what is typed: the item is left out",
        lambda question: not is_held(question),
        fault=True,
    ),
)
