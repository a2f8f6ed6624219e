"""Choose, and put together: from banks to quizzes with their forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizgen.blueprints import Blueprint, Filter
from quizgen.course import Course
from quizgen.forms import draw, forms
from quizgen.model import Audience, Bank, Pool, Question, Quiz, Section
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
        drawn = sorted(questions, key=lambda question: draw(plan.seed, name, "sample", question.id))[: wanted.sample]
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
        forms=forms(sections, plan.seed, id, plan.forms),
        briefs=tuple(brief for brief in course.briefs if brief.id in named),
        audience=plan.audience,
        sections=tuple(sections),
        pool_briefs=tuple(brief for brief in course.briefs if brief.id in drawn_on - named),
    )


def _named_by(questions: Iterable[Question]) -> set[str]:
    """The ids of the briefs that items rest on."""
    return {evidence.brief for question in questions for evidence in question.evidence}
