"""What Moodle cannot hold, or holds as something else, item by item: the loss report of its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.exporters.moodle.answers import LONGEST_UNIT
from quizgen.exporters.moodle.cloze import blank_points
from quizgen.findings import Location, Remark, Severity
from quizgen.markup import is_marked, plain
from quizgen.model import Choices, Essay, Gaps, Number, Option, Pairs, Question, Quiz, Words
from quizgen.model import Sequence as Steps
from quizgen.presenting.neighbours import has_parts
from quizgen.presenting.question_bank import MOST_RIGHT, draws, is_stern, tags

_SETTINGS = Location("questions/course.yaml")

_LONGEST_TAG = 50
"""How many characters Moodle leaves of a tag."""


def of_quizzes(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What of these quizzes is lost, each thing once."""
    if any(quiz.questions for quiz in quizzes):
        lost = "Moodle imports questions and no quiz: its order, headings, time and attempts are set there"
        yield Remark(_SETTINGS, lost, severity=Severity.NOTE)
    offered = {question.id: question for quiz in quizzes for question in quiz.offered}
    for question in offered.values():
        for lost in _notes(question):
            yield Remark(question.where, lost, item=question.id, severity=Severity.NOTE)
        for wrong in _faults(question):
            yield Remark(question.where, wrong, item=question.id)
    for where, lost in draws(quizzes):
        yield Remark(where, lost, severity=Severity.NOTE)


def _notes(question: Question) -> Iterator[str]:
    """What becomes of an item that Moodle holds otherwise than it is meant."""
    # all or none of an order is one of the ways in which Moodle itself grades it
    if question.scoring == "all" and has_parts(question.answer) and not isinstance(question.answer, Steps):
        yield "Moodle gives a share of the points for each part that is right, where the item gives all or none"
    if any(len(tag) > _LONGEST_TAG for tag in tags(question)):
        yield f"Moodle cuts tags to {_LONGEST_TAG} characters"
    match question.answer:
        case Choices() as choices if is_stern(choices):
            yield "Moodle takes more for a wrong tick here than it gives for a right one, so that all earn nothing"
        case Choices(multiple=True, options=options) if _right(options) > 10:
            yield "Moodle has no equal shares for so many right options: some are worth more"
        case Words(reverse=True):
            yield "Moodle asks for this term by its definition, and not the other way round"
        case Number(unit=unit) if unit and len(unit) > LONGEST_UNIT:
            yield f"Moodle knows no unit of more than {LONGEST_UNIT} characters: the figure is to be typed without it"
        case Gaps() as gaps:
            given = blank_points(gaps, question.points) * len(gaps.blanks)
            if given != question.points:
                yield (
                    "Moodle gives a whole point or more for each blank: as questions of the bank these are worth the "
                    "number of their blanks, until a quiz gives them another mark"
                )
        case Pairs() as pairs:
            yield from _of_pairs(pairs)
        case Steps():
            yield (
                "Moodle puts steps in order from version 4.4 on: where an earlier one lacks the plugin “Ordering”, it "
                "imports nothing of the file unless “Stop on error” is set to “No”"
            )
        case Essay():
            yield "Moodle takes no rubric along with a question: it is information for graders, below the model answer"


def _of_pairs(pairs: Pairs) -> Iterator[str]:
    if any(left.why for left in pairs.lefts):
        yield "Moodle has no feedback for each entry of a matching question: the reasons stand in the general feedback"
    if any(is_marked(text) and plain(text) != text for text in pairs.rights):
        yield "Moodle shows the right side of pairs as plain text, without emphasis"


def _right(options: Sequence[Option]) -> int:
    return sum(option.correct for option in options)


def _faults(question: Question) -> Iterator[str]:
    """What would go wrong with an item that Moodle cannot hold."""
    match question.answer:
        case Choices(options=options) if _right(options) > MOST_RIGHT:
            yield f"Moodle has no share of the points small enough for more than {MOST_RIGHT} right options"
