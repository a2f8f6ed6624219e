"""Choose, order, shuffle and number: from banks to quizzes with their forms.

All randomness is seeded by the course's seed, the quiz, the form and the item, so that a new item reshuffles no other.
"""

from __future__ import annotations

import hashlib
import itertools
import random
from collections.abc import Iterable
from dataclasses import dataclass, replace

from typing_extensions import assert_never

from quizgen.blueprints import Blueprint, Filter
from quizgen.course import Course
from quizgen.model import (
    Answer,
    Audience,
    Bank,
    Choices,
    Essay,
    Form,
    Gaps,
    Left,
    Number,
    Pairs,
    Part,
    Placed,
    Pool,
    Question,
    Quiz,
    Section,
    Sequence,
    Words,
    letters,
)
from quizgen.picking import may_ask, picked
from quizgen.pooling import Drawing, pools


@dataclass(frozen=True, slots=True)
class Plan:
    """How quizzes are put together: how many forms, by which seed, for whom."""

    forms: int
    seed: int
    audience: Audience = "study"


def of_banks(course: Course, plan: Plan) -> tuple[Quiz, ...]:
    """A quiz for each bank of the course, of all its items; none where all are retired or kept for exams."""
    asked = ((bank, _asked(bank, plan)) for bank in course.banks)
    return tuple(
        _quiz(course, plan, bank.id, bank.title, [Section(questions)]) for bank, questions in asked if questions
    )


def of_blueprint(course: Course, plan: Plan, blueprint: Blueprint, whole: Course | None = None) -> Quiz:
    """The quiz that a blueprint asks for, of what the banks hold; each of its sections is a part of every form.

    What its pools hold depends on quizzes that it may not be at hand with: `whole` is the course with all of them.
    """
    drawn = picked(course, plan.seed)[blueprint.id].sections
    drawings = pools(whole or course, plan.seed)[blueprint.id]
    sections = [
        Section(
            questions,
            section.title,
            section.instructions,
            tuple(_pool(drawing) for drawing in drawings if drawing.section == number),
        )
        for number, (section, questions) in enumerate(zip(blueprint.sections, drawn, strict=True))
    ]
    quiz = _quiz(course, replace(plan, audience=blueprint.audience), blueprint.id, blueprint.title, sections)
    return replace(quiz, minutes=blueprint.minutes, drawn=True)


def _pool(drawing: Drawing) -> Pool:
    return Pool(drawing.count, drawing.questions, drawing.take.where)


def of_filter(course: Course, plan: Plan, wanted: Filter, name: str, title: str | None = None) -> Quiz:
    """One quiz of the items of all banks that a filter takes, in the order of the banks; it may come out empty."""
    questions = [question for bank in course.banks for question in _asked(bank, plan) if wanted.takes(question)]
    if wanted.sample is not None:
        drawn = sorted(questions, key=lambda question: _draw(plan.seed, name, "sample", question.id))[: wanted.sample]
        kept = {question.id for question in drawn}
        questions = [question for question in questions if question.id in kept]
    return _quiz(course, plan, name, title or _titled(name, course.banks), [Section(tuple(questions))])


def _titled(name: str, banks: tuple[Bank, ...]) -> str:
    """The title of a quiz that has a name alone: `warm-up` becomes `Warm up`, with the bank's where there is one."""
    own = name.replace("-", " ").capitalize()
    if len(banks) != 1 or name.startswith(banks[0].id):
        return own
    title = banks[0].title
    return f"{title} {own}" if title.endswith(("?", "!")) else f"{title}: {own}"


def _asked(bank: Bank, plan: Plan) -> tuple[Question, ...]:
    """The items of a bank that may be asked: not retired, and kept for exams only there."""
    return tuple(question for question in bank.questions if may_ask(question, plan.audience))


def _quiz(course: Course, plan: Plan, id: str, title: str, sections: list[Section]) -> Quiz:
    questions = tuple(question for section in sections for question in section.questions)
    pooled = (question for section in sections for pool in section.pools for question in pool.questions)
    named, drawn_on = _named_by(questions), _named_by(pooled)
    return Quiz(
        id=id,
        title=title,
        course=course.settings.id,
        course_title=course.settings.title,
        language=course.settings.language,
        seed=plan.seed,
        questions=questions,
        forms=tuple(_form(sections, plan.seed, id, letter) for letter in letters(plan.forms)),
        briefs=tuple(brief for brief in course.briefs if brief.id in named),
        audience=plan.audience,
        sections=tuple(sections),
        pool_briefs=tuple(brief for brief in course.briefs if brief.id in drawn_on - named),
    )


def _named_by(questions: Iterable[Question]) -> set[str]:
    """The ids of the briefs that items rest on."""
    return {evidence.brief for question in questions for evidence in question.evidence}


def _form(sections: Iterable[Section], seed: int, quiz: str, letter: str) -> Form:
    """One version: items by a draw of their own, so that a new one slips in between the others; essays come last."""

    def place(question: Question) -> tuple[bool, bytes]:
        return isinstance(question.answer, Essay), _draw(seed, quiz, letter, question.id)

    numbers = itertools.count(1)
    parts = []
    for section in sections:
        shuffled = sorted(section.questions, key=place)
        placed = tuple(placed_on(question, next(numbers), seed, quiz, letter) for question in shuffled)
        parts.append(Part(placed, section.title, section.instructions))
    return Form(letter, tuple(parts))


def _draw(*parts: object) -> bytes:
    return hashlib.sha256("/".join(map(str, parts)).encode()).digest()


def placed_on(question: Question, number: int, seed: int, quiz: str, letter: str) -> Placed:
    """An item on a form, its options, entries or steps shuffled as they are there and nowhere else."""
    answer, order = shuffled(question.answer, random.Random(f"{seed}/{quiz}/{letter}/{question.id}"))
    return Placed(number, question if answer is question.answer else replace(question, answer=answer), order)


def shuffled(answer: Answer, rng: random.Random) -> tuple[Answer, tuple[int, ...]]:
    """The answer in the order to show, and for each shown option, entry or step its index in the bank."""
    match answer:
        case Choices(options=options, pinned=True):
            return answer, tuple(range(len(options)))
        case Choices(options=options):
            order = _permutation(len(options), rng)
            return replace(answer, options=tuple(options[index] for index in order)), order
        case Pairs(headings=True, lefts=lefts, pinned=pinned):
            order = tuple(range(len(lefts))) if pinned else _permutation(len(lefts), rng)
            return replace(answer, lefts=tuple(lefts[index] for index in order)), order
        case Pairs(lefts=lefts, rights=rights):
            order = _permutation(len(rights), rng)
            moved = tuple(Left(left.text, order.index(left.right), left.where, left.why) for left in lefts)
            return replace(answer, lefts=moved, rights=tuple(rights[index] for index in order)), order
        case Sequence(steps=steps):
            order = _permutation(len(steps), rng)
            if order == tuple(range(len(steps))):  # shown in the right order, it would ask nothing
                order = (*order[1:], order[0])
            return replace(answer, shown=order), order
        case Words() | Number() | Gaps() | Essay():
            return answer, ()
        case _:
            assert_never(answer)


def _permutation(count: int, rng: random.Random) -> tuple[int, ...]:
    order = list(range(count))
    rng.shuffle(order)
    return tuple(order)
