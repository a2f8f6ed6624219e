"""What Canvas cannot hold, or holds as something else, item by item: the loss report of its packages."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from quizgen.exporters.canvas.answers import CANVAS_KNOWS
from quizgen.exporters.canvas.assessment import is_even
from quizgen.exporters.canvas.package import is_pinned
from quizgen.findings import Location, Remark, Severity
from quizgen.markup import is_marked, plain
from quizgen.model import Choices, Essay, Number, Pairs, Question, Quiz, Words
from quizgen.model import Sequence as Steps
from quizgen.presenting.neighbours import has_parts, is_statement

_SETTINGS = Location("questions/course.yaml")

_FINEST = Decimal("0.0001")
"""Canvas tells figures nearer to nought than this from nought no more."""


def of_quizzes(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What of these quizzes is lost, each thing once."""
    if any(quiz.questions for quiz in quizzes):
        lost = "Canvas has no place for the kind, difficulty, thinking and tags of items; they stay in the bank"
        yield Remark(_SETTINGS, lost, severity=Severity.NOTE)
    offered = {question.id: question for quiz in quizzes for question in quiz.offered}
    for question in offered.values():
        for lost in _notes(question):
            yield Remark(question.where, lost, item=question.id, severity=Severity.NOTE)
        for wrong in _faults(question):
            yield Remark(question.where, wrong, item=question.id)
    yield from _uneven(quizzes)


def _uneven(quizzes: Iterable[Quiz]) -> Iterator[Remark]:
    for quiz in quizzes:
        for pool in (pool for section in quiz.sections for pool in section.pools):
            if not is_even(pool):
                lost = (
                    "Canvas draws from items of equal points alone, and these differ: "
                    f"all students are asked what paper asks (of {len(pool.questions)}, {pool.count})"
                )
                yield Remark(pool.where, lost, severity=Severity.NOTE)


def _notes(question: Question) -> Iterator[str]:
    """What becomes of an item that Canvas holds otherwise than it is meant."""
    if question.scoring == "all" and has_parts(question.answer):
        yield "Canvas gives a share of the points for each part that is right, where the item gives all or none"
    if is_pinned(question):
        yield "Canvas shuffles the options of a whole quiz or of none: for the order of these it shuffles none"
    match question.answer:
        case Choices() as choices if is_statement(choices) and not is_statement(choices, CANVAS_KNOWS):
            yield "Canvas knows true and false in English alone: it is a choice of two there"
        case Words(reverse=True):
            yield "Canvas asks for this term by its definition, and not the other way round"
        case Number(unit=str()):
            yield "Canvas takes no unit: the figure is to be typed without its unit, which stands beside it"
        case Steps():
            yield "Canvas puts nothing in order: steps are matched with their numbers"
        case Pairs(rights=rights) if any(is_marked(text) and plain(text) != text for text in rights):
            yield "Canvas shows the right side of pairs as plain text, without emphasis"
        case Essay():
            yield "Canvas takes no rubric along with a quiz: it stands in the feedback, below the model answer"


def _faults(question: Question) -> Iterator[str]:
    """What would go wrong with an item that Canvas cannot hold."""
    match question.answer:
        case Choices(options=options):
            if any(not _visible(option.text) for option in options):
                yield "Canvas writes “No answer text provided.” for an option without visible text"
        case Number(value=value) if 0 < abs(value) < _FINEST:
            yield f"Canvas takes figures below {_FINEST} for nought: ask for this one in another unit"
        case Pairs(rights=rights):
            for text in rights:
                if html.unescape(text) != text:
                    yield f"Canvas takes “{text}” on the right side of pairs for a code of HTML: word it otherwise"


def _visible(text: str) -> str:
    return "".join(sign for sign in plain(text) if sign.isprintable() and not sign.isspace())
