"""What a student is told about an item: what to do with it, and once it is answered, why the answer is right.

For formats that show both in places of their own; the answer itself is theirs to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import assert_never

from quizgen import wording
from quizgen.markup import Span, spans
from quizgen.model import Answer, Choices, Essay, Form, Gaps, Number, Pairs, Part, Question, Quiz, Sequence, Words
from quizgen.presenting import citation
from quizgen.presenting.neighbours import is_statement
from quizgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph that explains: `label` says what it is (empty where the one before did), `url` leads to a source."""

    label: str
    runs: tuple[Span, ...]
    url: str | None = None


def task(answer: Answer, words: Wording) -> str | None:
    """What to do with an item; None where that is plain from how it is shown everywhere."""
    match answer:
        case Choices(multiple=multiple):
            return words.choose_all if multiple else None
        case Words(reverse=reverse):
            return words.give_term if reverse else words.write_words
        case Number():
            return words.write_number
        case Gaps(blanks=blanks):
            return words.fill_blanks if len(blanks) > 1 else words.fill_blank
        case Pairs(headings=headings):
            return words.sort_entries if headings else words.match_pairs
        case Sequence():
            return words.move_into_order
        case Essay():
            return words.argue
        case _:
            assert_never(answer)


def takes_back(form: Form, words: Wording) -> str:
    """What a paper says of wrong choices where some of its items take points for them; else nothing."""
    asked = (placed.question for placed in form.placed)
    several = (one for one in asked if isinstance(one.answer, Choices) and one.answer.multiple)
    return words.wrong_takes if any(one.scoring != "all" for one in several) else ""


def facts(quiz: Quiz, form: Form, words: Wording) -> str:
    """What students are told of a paper before they begin: how much it asks, what it is worth, how long it may take."""
    count = len(form.placed)
    told = [(words.questions if count != 1 else words.question_one).format(count=count)]
    told.append(wording.total(form.points, words))
    if quiz.minutes is not None:
        told.append(words.minutes.format(minutes=quiz.minutes))
    return " · ".join(told)


def task_on_paper(answer: Answer, words: Wording) -> str:
    """What to do with an item where there are only a pen and paper."""
    match answer:
        case Choices(multiple=False):
            return words.choose_one
        case Sequence():
            return words.put_in_order
        case _:
            return task(answer, words) or ""


def common_task(part: Part, words: Wording) -> str:
    """What to do on paper with every item of a part, where that is the same for several."""
    tasks = {task_on_paper(placed.question.answer, words) for placed in part.placed}
    return tasks.pop() if len(tasks) == 1 and len(part.placed) > 1 else ""


def is_said(task: str, part: Part) -> bool:
    """Whether the title or the instructions of a part tell the task in words of their own, or of these among others."""
    said = re.findall(r"\w+", f"{part.title or ''} {part.instructions or ''}".casefold())
    return set(re.findall(r"\w+", task.casefold())) <= set(said)


_SIGNS = {" * ": " × ", " / ": " ÷ ", " - ": " − "}


def computation(derived: str) -> str:
    """How a figure is computed, with the signs of books for those of keyboards."""
    for typed, printed in _SIGNS.items():
        derived = derived.replace(typed, printed)
    return derived


def explanation(question: Question, quiz: Quiz, words: Wording) -> Iterator[Told]:
    """How a figure is computed or what is true instead, the rationale, then the passages that the item rests on.

    A restated passage is never in quotation marks.
    """
    match question.answer:
        case Number(derived=str(derived)) as number:
            yield Told(words.answer, (Span(f"{number.shown} = {computation(derived)}"),))
        case Choices(options=options) as choices if is_statement(choices):
            yield from (Told(words.correction, spans(option.why)) for option in options if option.why)
        case _:
            pass
    if question.rationale:
        yield Told(words.rationale, spans(question.rationale))
    for index, source in enumerate(citation.sources(question, quiz, words)):
        runs = (Span(source.text), Span("\n"), Span(source.reference, emphasis=True))
        yield Told("" if index else words.evidence, runs, source.url)


def marking(essay: Essay, words: Wording) -> Iterator[Told]:
    """What an essay is marked by: the model answer and the rubric."""
    yield Told(words.model_answer, spans(essay.model_answer))
    for index, criterion in enumerate(essay.rubric):
        worth = Span(f" ({wording.points(criterion.points, words)})")
        yield Told("" if index else words.rubric, (*spans(criterion.text), worth))
