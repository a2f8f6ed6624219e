"""What GIFT cannot hold, or holds as something else, item by item: the loss report of its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.exporters.gift.file import is_held
from quizgen.findings import Location, Remark, Severity
from quizgen.markup import is_marked, plain
from quizgen.model import Choices, Essay, Gaps, Number, Pairs, Question, Quiz, Words
from quizgen.model import Sequence as Steps
from quizgen.presenting.neighbours import has_parts, is_statement
from quizgen.presenting.question_bank import draws

_SETTINGS = Location("questions/course.yaml")


def of_quizzes(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What of these quizzes is lost, each thing once."""
    if any(quiz.questions for quiz in quizzes):
        lost = "GIFT holds questions and no quiz: its order, headings, time and attempts are set in the course site"
        yield Remark(_SETTINGS, lost, severity=Severity.NOTE)
    offered = {question.id: question for quiz in quizzes for question in quiz.offered}
    for question in offered.values():
        for lost in _notes(question):
            yield Remark(question.where, lost, item=question.id, severity=Severity.NOTE)
        if not is_held(question):
            wrong = "GIFT cannot hold “->” or a code such as “&&058;” in what is typed: the item is left out"
            yield Remark(question.where, wrong, item=question.id)
    for where, lost in draws(quizzes):
        yield Remark(where, lost, severity=Severity.NOTE)


def _notes(question: Question) -> Iterator[str]:
    """What becomes of an item that GIFT holds otherwise than it is meant."""
    if question.points != 1:
        yield "GIFT has no points: in the question bank the item is worth 1, until a quiz gives it another mark"
    if question.scoring == "all" and has_parts(question.answer):
        yield "course sites give a share of the points for each part that is right, where the item gives all or none"
    match question.answer:
        case Choices(pinned=True) as choices if not is_statement(choices):
            yield "GIFT has no word for the order of options: the course site may shuffle them"
        case Words(reverse=True):
            yield "GIFT asks for this term by its definition, and not the other way round"
        case Number(unit=str()):
            yield "GIFT has no units: the figure is to be typed without its unit, which stands beside it"
        case Gaps(blanks=blanks):
            yield (
                "GIFT has no type with several blanks: each is matched with its answer, from a list, instead of typed"
                if len(blanks) > 1
                else "GIFT has no blanks in a text: the item is a word or phrase to write"
            )
        case Pairs() as pairs:
            yield from _of_pairs(pairs)
        case Steps():
            yield "GIFT puts nothing in order: steps are matched with their numbers"
        case Essay():
            yield "GIFT has no place for graders alone: model answer and rubric stand in the feedback that students see"


def _of_pairs(pairs: Pairs) -> Iterator[str]:
    if any(left.why for left in pairs.lefts):
        yield "GIFT has no feedback for each entry of a matching question: the reasons stand in the general feedback"
    if any(is_marked(text) and plain(text) != text for text in pairs.rights):
        yield "GIFT shows the right side of pairs as plain text, without emphasis"
