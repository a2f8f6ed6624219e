"""The items of a quiz as a table, for those who review them: a row an item, with all that its bank says of it.

Texts stand as the curator wrote them, marks of emphasis too; options and entries in the bank's order, with letters and
numbers that the key and the reasons refer to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from typing_extensions import assert_never

from quizgen import wording
from quizgen.model import Answer, Blank, Choices, Essay, Gaps, Number, Pairs, Question, Quiz, Sequence, Words, letters
from quizgen.presenting import citation
from quizgen.presenting.keys import said, scoring
from quizgen.wording import Wording

Value: TypeAlias = "str | float"

COLUMNS = (
    "number", "id", "stem", "options", "key", "also_right", "whys", "rationale", "marking", "points",
    "brief", "passage", "quote", "passage_text", "source",
    "kind", "type", "difficulty", "thinking", "tags", "bank", "exam_only", "allow",
)  # fmt: skip
"""What there is to say of an item, in the order of the columns; most are named as the bank names them."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer in lines of text: what is shown with the stem, what is right, what else is, why, how it is marked."""

    options: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    also_right: tuple[str, ...] = ()
    whys: tuple[str, ...] = ()
    marking: tuple[str, ...] = ()


def rows(quiz: Quiz) -> Iterator[Mapping[str, Value]]:
    """A row for each item, by the names of the columns."""
    words = wording.for_language(quiz.language)
    for number, question in enumerate(quiz.questions, 1):
        yield _row(number, question, quiz, words)


def _row(number: int, question: Question, quiz: Quiz, words: Wording) -> Mapping[str, Value]:
    answer = answered(question.answer, words)
    told = (said(line.text) for line in scoring(question, words))
    sources = citation.sources(question, quiz, words)
    return {
        "number": number,
        "id": question.id,
        "stem": stem(question),
        "options": _lines(answer.options),
        "key": _lines(answer.key),
        "also_right": _lines(answer.also_right),
        "whys": _lines(answer.whys),
        "rationale": question.rationale,
        "marking": _lines((*told, *answer.marking)),
        "points": question.points,
        "brief": _lines(evidence.brief for evidence in question.evidence),
        "passage": _lines(evidence.passage for evidence in question.evidence),
        "quote": _lines(evidence.quote for evidence in question.evidence),
        "passage_text": _lines(f"{source.passage_id}: {source.passage}" for source in sources),
        "source": _lines(source.reference for source in sources),
        "kind": question.kind,
        "type": question.type,
        "difficulty": question.difficulty,
        "thinking": question.thinking,
        "tags": ", ".join(question.tags),
        "bank": question.bank,
        "exam_only": words.yes if question.exam_only else "",
        "allow": _lines(f"{rule}: {reason}" for rule, reason in question.allow.items()),
    }


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def stem(question: Question) -> str:
    """What is asked; a text with its blanks, numbered where there are several, each hint behind its blank."""
    if not isinstance(question.answer, Gaps):
        return question.stem
    several, number, text = len(question.answer.blanks) > 1, 0, ""
    for part in question.answer.parts:
        match part:
            case Blank(hint=hint):
                number += 1
                text += (f"({number}) " if several else "") + "____" + (f" ({hint})" if hint else "")
            case _:
                text += part
    return text


def answered(answer: Answer, words: Wording) -> Answered:
    """The answer in lines."""
    match answer:
        case Choices():
            return _choices(answer)
        case Words(accepted=accepted):
            return Answered(key=accepted[:1], also_right=accepted[1:])
        case Number(tolerance=tolerance, derived=derived):
            within = (words.tolerance.format(tolerance=wording.decimal(tolerance)),) if tolerance else ()
            return Answered(key=(answer.shown,), marking=(*within, *((derived,) if derived else ())))
        case Gaps():
            return _gaps(answer)
        case Pairs():
            return _pairs(answer)
        case Sequence(steps=steps):
            return Answered(key=_numbered(step.text for step in steps))
        case Essay(model_answer=model_answer, rubric=rubric):
            marking = (f"{criterion.text} ({wording.points(criterion.points, words)})" for criterion in rubric)
            return Answered(key=(model_answer,), marking=tuple(marking))
        case _:
            assert_never(answer)


def _choices(choices: Choices) -> Answered:
    named = list(zip(letters(len(choices.options)), choices.options, strict=True))
    return Answered(
        options=tuple(f"{name}. {option.text}" for name, option in named),
        key=tuple(f"{name}. {option.text}" for name, option in named if option.correct),
        whys=tuple(f"{name}. {option.why}" for name, option in named if option.why),
    )


def _gaps(gaps: Gaps) -> Answered:
    several = len(gaps.blanks) > 1
    first = (blank.accepted[0] for blank in gaps.blanks)
    others = [(number, blank.accepted[1:]) for number, blank in enumerate(gaps.blanks, 1)]
    also = (f"{number}. {text}" if several else text for number, texts in others for text in texts)
    return Answered(key=_numbered(first) if several else tuple(first), also_right=tuple(also))


def _pairs(pairs: Pairs) -> Answered:
    """Entries and their partners; what is under a heading has its letter too."""
    entries = _numbered(left.text for left in pairs.lefts)
    names = tuple(letters(len(pairs.rights)))
    partners = tuple(f"{name}. {text}" for name, text in zip(names, pairs.rights, strict=True))
    return Answered(
        options=(*entries, *partners),
        key=tuple(f"{entry} → {partners[left.right]}" for entry, left in zip(entries, pairs.lefts, strict=True)),
        whys=tuple(f"{number}. {left.why}" for number, left in enumerate(pairs.lefts, 1) if left.why),
    )


def _numbered(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{number}. {text}" for number, text in enumerate(texts, 1))
