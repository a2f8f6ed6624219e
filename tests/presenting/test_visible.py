"""The mark of a paper: it stands for what students see, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from quizgen import building
from quizgen.building import Request
from quizgen.course import load
from quizgen.model import (
    Answer,
    Blank,
    Choices,
    Essay,
    Form,
    Gaps,
    Number,
    Pairs,
    Part,
    Placed,
    Question,
    Quiz,
    Sequence,
    Words,
)
from quizgen.presenting.visible import mark
from tests.conftest import REPOSITORY
from tests.exporters.pdf.printing import quiz_of
from tests.exporters.pdf.rekeyed import with_another_key
from tests.exporters.pdf.samples import EXAM, LONG, SHAPES, SPANISH
from tests.quizzes import ANSWERS, question

QUIZZES = (LONG, SHAPES, SPANISH, EXAM)


def marks(quiz: Quiz) -> list[str]:
    return [mark(quiz, form) for form in quiz.forms]


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.id)
def test_another_key_leaves_the_mark(quiz: Quiz) -> None:
    assert marks(with_another_key(quiz)) == marks(quiz)
    assert len(set(marks(quiz))) == len(quiz.forms)


def test_in_the_course_too() -> None:
    quizzes = building.quizzes(load(REPOSITORY), Request(formats=("pdf",), time=0, forms=2))
    found = [one for quiz in quizzes for one in marks(quiz)]
    assert found == [one for quiz in quizzes for one in marks(with_another_key(quiz))]
    assert len(set(found)) == len(found) > 40
    assert all(len(one) == 7 and one.isascii() and one.islower() for one in found if not one.isdigit())


def seen_otherwise(answer: Answer) -> Iterator[Answer]:
    """The answer with each of the things changed that students see of it."""
    match answer:
        case Choices(options=(first, *rest), multiple=multiple):
            yield replace(answer, options=(replace(first, text="Other"), *rest))
            yield replace(answer, options=(*rest, first))
            yield replace(answer, multiple=not multiple)
        case Words(reverse=reverse):
            yield replace(answer, reverse=not reverse)
        case Number():
            yield replace(answer, unit="dollars")
        case Gaps(parts=(text, blank, *rest)):
            assert isinstance(blank, Blank)
            yield replace(answer, parts=("Other", blank, *rest))
            yield replace(answer, parts=(text, replace(blank, hint="other"), *rest))
        case Pairs(lefts=(first, *lefts), rights=rights, headings=headings):
            yield replace(answer, lefts=(replace(first, text="Other"), *lefts))
            yield replace(answer, rights=(*rights[1:], rights[0]))
            yield replace(answer, headings=not headings)
        case Sequence(steps=(step, *steps), shown=shown):
            yield replace(answer, steps=(replace(step, text="Other"), *steps))
            yield replace(answer, shown=(*shown[1:], shown[0]))
        case Essay(lines=lines):
            yield replace(answer, lines=lines + 1)
        case _:
            raise AssertionError(answer)


@pytest.mark.parametrize("id", ANSWERS)
def test_whatever_students_see_of_an_item_is_in_the_mark(id: str) -> None:
    one = question(id)
    changed: list[Question] = [replace(one, answer=answer) for answer in seen_otherwise(one.answer)]
    changed.append(replace(one, points=7))
    if not isinstance(one.answer, Gaps):
        changed.append(replace(one, stem="Other?"))
    assert len({mark(quiz, quiz.forms[0]) for quiz in map(quiz_of, (one, *changed))}) == len(changed) + 1


def test_whatever_stands_round_the_items_is_in_the_mark() -> None:
    quiz = quiz_of(question("why-a-fund"), question("what-it-pays"))
    (form,) = quiz.forms
    (part,) = form.parts
    first, second = part.placed
    forms = (
        form,
        replace(form, letter="B"),
        Form("A", (replace(part, title="Part"),)),
        Form("A", (replace(part, instructions="Choose."),)),
        Form("A", (Part((first,)), Part((second,)))),
        Form("A", (Part((Placed(1, second.question), Placed(2, first.question))),)),
    )
    quizzes = [
        replace(quiz, **change)
        for change in ({"title": "x"}, {"minutes": 5}, {"language": "es"}, {"course_title": "x"})
    ]
    found = [mark(quiz, form) for form in forms] + [mark(quiz, form) for quiz in quizzes]
    assert len(set(found)) == len(found) == 10
