"""What an item says to students: every text of it that they read, and where it stands."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from typing_extensions import assert_never

from quizgen.course import Course
from quizgen.findings import Location
from quizgen.grounding import Ground, grounds, is_statement
from quizgen.model import Choices, Essay, Gaps, Number, Pairs, Question, Sequence, Words


class Written(NamedTuple):
    """A text that a curator wrote for students; `part` is what it is to them, such as `the stem`."""

    part: str
    text: str
    where: Location


def texts(question: Question) -> Iterator[Written]:
    """Every text of the item that read, from the stem to the rationale. Quotes are the brief's, and not here."""
    if question.stem:
        where = question.at("stem") if "stem" in question.fields else question.at("definition")
        yield Written("the stem", question.stem, where)
    yield from _of_answer(question)
    yield Written("the rationale", question.rationale, question.at("rationale"))


REASON = "a reason"
"""What the `why` of an option or entry is to students."""

_AROUND = frozenset({"the stem", REASON, "the correction", "the rubric", "the rationale"})


def around(question: Question) -> Iterator[Written]:
    """What the item tells students around its answer and its options."""
    return (written for written in texts(question) if written.part in _AROUND)


def around_each(course: Course) -> Iterator[tuple[Ground, list[Written]]]:
    """Every item that has its evidence, with what it tells students around its answer and its options."""
    items = iter(_read(course)[0])
    for ground in grounds(course):  # in the order of the items, some of which have none
        written = next(written for question, written, _ in items if question is ground.question)
        yield ground, [one for one in written if one.part in _AROUND]


def _of_answer(question: Question) -> Iterator[Written]:
    match question.answer:
        case Choices() as choices:
            yield from _of_choices(question, choices)
        case Words(accepted=accepted):
            where = question.at("answer") if "answer" in question.fields else question.at("term")
            yield from (Written("an answer", text, where) for text in accepted)
        case Number(unit=unit):
            if unit is not None:
                yield Written("the unit", unit, question.at("unit"))
        case Gaps(parts=parts):
            for part in parts:
                for text in (part,) if isinstance(part, str) else (*part.accepted, part.hint or ""):
                    yield Written("the text", text, question.at("text"))
        case Pairs() as pairs:
            yield from _of_pairs(question, pairs)
        case Sequence(steps=steps):
            yield from (Written("a step", step.text, step.where) for step in steps)
        case Essay() as essay:
            yield Written("the model answer", essay.model_answer, question.at("model_answer"))
            yield from (Written("the rubric", entry.text, question.at("rubric")) for entry in essay.rubric)
        case _:
            assert_never(question.answer)


def _of_choices(question: Question, choices: Choices) -> Iterator[Written]:
    if is_statement(question):  # its options are our words, and only the correction is the curator's
        corrections = (option.why for option in choices.options if option.why)
        yield from (Written("the correction", text, question.at("correction")) for text in corrections)
        return
    for option in choices.options:
        yield Written("an option", option.text, option.where)
        if option.why:
            yield Written(REASON, option.why, option.why_at)


def _of_pairs(question: Question, pairs: Pairs) -> Iterator[Written]:
    for left in pairs.lefts:
        yield Written("an entry", left.text, left.where)
        if left.why:
            yield Written(REASON, left.why, left.why_at)
    unknown = question.at("groups" if pairs.headings else "pairs")
    places = itertools.chain(pairs.rights_where, itertools.repeat(unknown))
    yield from (Written("an entry", text, where) for text, where in zip(pairs.rights, places, strict=False))


def holding(course: Course, signs: Iterable[str]) -> Iterator[tuple[Question, list[Written]]]:
    """The current items with a text that holds one of these signs, in whatever case, with all their texts.

    Most signs occur in no item of a course, and what stands between the spaces of a sign must stand in some run.
    """
    items, runs = _read(course)
    found = [sign for sign in signs if all(part in runs for part in sign.split())]
    if found:
        for question, written, text in items:
            if any(sign in text for sign in found):
                yield question, written


@functools.lru_cache(maxsize=2)  # many rules ask for it, one after the other
def _read(course: Course) -> tuple[list[tuple[Question, list[Written], str]], str]:
    """Every current item with its texts, and these as one in small letters; every run without spaces in any of them."""
    items = [(question, list(texts(question))) for question in course.current]
    joined = ["\n".join([text for _, text, _ in written]).lower() for _, written in items]
    runs: set[str] = set()
    for text in joined:
        runs.update(text.split())
    return [(*item, text) for item, text in zip(items, joined, strict=True)], "\n".join(runs)
