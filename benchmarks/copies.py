"""The items of this repository again and again, as values: each copy in words of its own, all answer shapes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import count, islice

from benchmarks.courses import word
from benchmarks.measuring import REPOSITORY
from quizgen import assemble
from quizgen.assemble import Plan
from quizgen.course import load
from quizgen.model import (
    Answer,
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
    Settings,
    Words,
)
from quizgen.releases import BEFORE_ANY

SETTINGS = Settings(paper="letter", time=BEFORE_ANY, whole=False)


def quiz(items: int) -> Quiz:
    """One quiz of so many items, on one form."""
    return replace(with_form(questions(0, items)), id="all-in-one")


def quizzes(items: int, each: int = 500) -> list[Quiz]:
    """So many items as quizzes of five hundred."""
    made = (with_form(questions(start, min(each, items - start))) for start in range(0, items, each))
    return [replace(quiz, id=f"bank-{number}") for number, quiz in enumerate(made)]


def questions(start: int, items: int) -> tuple[Question, ...]:
    """So many items, from a place among all that there could ever be."""
    originals = _originals()[1]
    copies = (varied(question, copy) for copy in count(start // len(originals)) for question in originals)
    first = start % len(originals)
    return tuple(islice(copies, first, first + items))


def with_form(asked: tuple[Question, ...]) -> Quiz:
    """A quiz of these items, on one form."""
    placed = tuple(Placed(number, question) for number, question in enumerate(asked, 1))
    return replace(_originals()[0], questions=asked, sections=(), forms=(Form("A", (Part(placed),)),))


@cache
def _originals() -> tuple[Quiz, tuple[Question, ...]]:
    """A quiz over all the briefs, and every item of every bank."""
    course = load(REPOSITORY)
    banks = assemble.of_banks(course, Plan(forms=0, seed=1))
    asked = tuple(question for bank in banks for question in bank.questions)
    return replace(banks[0], briefs=course.briefs), asked


def varied(question: Question, copy: int) -> Question:
    """The item under another id, with a word of its own in its stem, its reason and its answer."""
    own = word(copy)
    return replace(
        question,
        id=f"{question.id}-{copy}",
        stem=f"{question.stem} {own}" if question.stem else "",
        rationale=f"{question.rationale} {own}",
        answer=_varied(question.answer, own),
    )


def _varied(answer: Answer, own: str) -> Answer:
    match answer:
        case Choices(options=options):
            return replace(answer, options=tuple(replace(option, text=f"{option.text} {own}") for option in options))
        case Words(accepted=accepted):
            return replace(answer, accepted=tuple(f"{text} {own}" for text in accepted))
        case Gaps(parts=parts):
            return replace(answer, parts=(*parts, f" {own}"))
        case Pairs(lefts=lefts):
            return replace(answer, lefts=tuple(replace(left, text=f"{left.text} {own}") for left in lefts))
        case Sequence(steps=steps):
            return replace(answer, steps=tuple(replace(step, text=f"{step.text} {own}") for step in steps))
        case Essay(model_answer=text):
            return replace(answer, model_answer=f"{text} {own}")
        case Number():
            return replace(answer, derived=f"{answer.derived or answer.text} {own}")
