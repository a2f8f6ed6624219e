"""What paper cannot hold: characters that none of its faces has, and scripts that run from right to left."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from typing_extensions import assert_never

from quizgen import wording
from quizgen.exporters.pdf import faces
from quizgen.findings import Location, Remark
from quizgen.model import Answer, Choices, Essay, Gaps, Number, Pairs, Question, Quiz, Words
from quizgen.model import Sequence as Steps
from quizgen.presenting import citation

Text: TypeAlias = tuple[str, Location]

_MOST = 3
"""As many characters of a place are named."""


def of_quiz(quiz: Quiz) -> Iterator[Remark]:
    """What of a quiz cannot be printed; its titles are told of with its first item."""
    for question in quiz.questions:
        yield from of_texts(_texts(question, quiz), question.id)
    if quiz.questions:
        where = quiz.questions[0].where
        yield from of_texts(((text, where) for text in _headings(quiz)), None)


def of_texts(texts: Iterable[Text], item: str | None) -> Iterator[Remark]:
    """A remark for each place with characters that cannot be printed."""
    found: dict[Location, dict[str, None]] = {}
    for text, where in texts:
        for character in faces.unprintable(text):
            found.setdefault(where, {})[character] = None
    for where, characters in found.items():
        for leftward in (False, True):
            told = [character for character in characters if faces.runs_leftward(character) == leftward]
            if told:
                yield Remark(where, _said(told, leftward), item=item)


def _said(characters: Sequence[str], leftward: bool) -> str:
    shown = [f"“{character}” (U+{ord(character):04X} {_name(character)})" for character in characters[:_MOST]]
    more = [f"{len(characters) - _MOST} more"] if characters[_MOST:] else []
    reason = "paper is set from left to right" if leftward else "its typefaces do not have it"
    return f"paper cannot show {', '.join([*shown, *more])}: {reason}"


def _name(character: str) -> str:
    return unicodedata.name(character, "a character without a name")


def _headings(quiz: Quiz) -> Iterator[str]:
    yield quiz.title
    yield quiz.course_title
    for section in quiz.sections:  # there is no form yet where a quiz is only checked
        yield from (section.title or "", section.instructions or "")
    for part in (part for form in quiz.forms for part in form.parts):
        yield from (part.title or "", part.instructions or "")


def _texts(question: Question, quiz: Quiz) -> Iterator[Text]:
    """Every text of an item that reaches its paper or its key, and where it stands."""
    yield question.stem, question.at("stem")
    yield from _answer_texts(question.answer, question)
    yield question.rationale, question.at("rationale")
    where = question.evidence[0].where if question.evidence else question.where
    for source in citation.sources(question, quiz, wording.for_language(quiz.language)):
        yield source.text, where
        yield source.reference, where


def _answer_texts(answer: Answer, question: Question) -> Iterator[Text]:
    match answer:
        case Choices(options=options):
            for option in options:
                yield option.text, option.where
                yield option.why or "", option.why_at
        case Words(accepted=accepted):
            yield from ((text, question.at("answer")) for text in accepted)
        case Number(text=text, unit=unit):
            yield text, question.at("answer")
            yield unit or "", question.at("unit")
        case Gaps(parts=parts):
            for part in parts:
                texts = (part,) if isinstance(part, str) else (*part.accepted, part.hint or "")
                yield from ((text, question.at("text")) for text in texts)
        case Pairs(lefts=lefts, rights=rights, rights_where=places):
            for left in lefts:
                yield left.text, left.where
                yield left.why or "", left.why_at
            yield from itertools.zip_longest(rights, places[: len(rights)], fillvalue=question.where)
        case Steps(steps=steps):
            yield from ((step.text, step.where) for step in steps)
        case Essay(model_answer=model_answer, rubric=rubric):
            yield model_answer, question.at("model_answer")
            yield from ((criterion.text, question.at("rubric")) for criterion in rubric)
        case _:
            assert_never(answer)
