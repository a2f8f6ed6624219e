"""What Moodle cannot hold, or holds as something else, item by item: the loss report of its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen import wording
from quizgen.exporters.moodle.answers import LONGEST_UNIT
from quizgen.exporters.moodle.cloze import blank_points
from quizgen.findings import Remark
from quizgen.model import Choices, Gaps, Number, Question, Quiz
from quizgen.presenting import losses
from quizgen.presenting.losses import Loss
from quizgen.presenting.question_bank import EVENLY, MOST_RIGHT, NO_QUIZ, draws, is_stern, tags

_LONGEST_TAG = 50
"""How many characters Moodle leaves of a tag."""


def of_quizzes(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What of these quizzes is lost, each thing once."""
    yield from losses.of_quizzes(quizzes, LOSSES, NO_QUIZ.format(file="a Moodle file", site="Moodle"))
    yield from draws(quizzes)


def _gives_shares(question: Question) -> bool:
    """All or none of an order is one of the ways in which Moodle itself grades it."""
    return losses.is_all_or_none(question) and not losses.is_order(question)


def _long_tags(question: Question) -> str:
    return ", ".join(tag for tag in tags(question) if len(tag) > _LONGEST_TAG)


def _is_stern(question: Question) -> bool:
    return isinstance(question.answer, Choices) and is_stern(question.answer)


def _right(question: Question) -> int:
    """How many options of several are right."""
    choices = question.answer
    several = isinstance(choices, Choices) and choices.multiple
    return sum(option.correct for option in choices.options) if isinstance(choices, Choices) and several else 0


def _has_long_unit(question: Question) -> bool:
    unit = question.answer.unit if isinstance(question.answer, Number) else None
    return len(unit or "") > LONGEST_UNIT


def _is_worth_more(question: Question) -> bool:
    gaps = question.answer
    return isinstance(gaps, Gaps) and blank_points(gaps, question.points) * len(gaps.blanks) != question.points


def _points(question: Question) -> str:
    return f"{wording.amount(question.points)}, not {losses.blanks(question)}"


LOSSES = (
    Loss(
        "Moodle gives a share of the points for each part that is right, where the item gives all or none",
        _gives_shares,
    ),
    Loss(
        f"Moodle cuts tags to {_LONGEST_TAG} characters",
        lambda question: bool(_long_tags(question)),
        _long_tags,
    ),
    Loss(
        "in Moodle a wrong tick costs more than a right one earns, since the item has fewer wrong options than right "
        "ones, and whoever ticks all must earn nothing",
        _is_stern,
    ),
    Loss(
        f"Moodle has no equal shares for more than {EVENLY} right options: some of them earn 10 percent, others 5",
        lambda question: EVENLY < _right(question) <= MOST_RIGHT,
    ),
    Loss(
        "Moodle shows the definition and asks for the term, and does not ask the other way round",
        losses.is_asked_both_ways,
    ),
    Loss(
        f"Moodle knows no unit of more than {LONGEST_UNIT} characters: students type the figure alone, and the unit "
        "stands beside the question",
        _has_long_unit,
    ),
    Loss(
        "Moodle gives a whole point for each blank, so that the item arrives with as many points as it has blanks: "
        "set its mark in the quiz",
        _is_worth_more,
        _points,
    ),
    Loss(
        "Moodle has no feedback for each entry of a matching question: why each belongs where it does stands in the "
        "general feedback",
        losses.has_reasons_of_entries,
    ),
    Loss(
        "Moodle shows the right side of pairs as plain text, without emphasis",
        losses.has_emphasis_on_the_right,
    ),
    Loss(
        "Moodle puts steps in order from version 4.4 on; an earlier one needs the plugin “Ordering”, and without it "
        "imports nothing of the file unless “Stop on error” is set to “No”",
        losses.is_order,
    ),
    Loss(
        "Moodle imports no rubric with a question: it stands in the information for graders, below the model answer",
        losses.is_essay,
    ),
    Loss(
        f"Moodle has no share of the points small enough for more than {MOST_RIGHT} right options",
        lambda question: _right(question) > MOST_RIGHT,
        fault=True,
    ),
)
