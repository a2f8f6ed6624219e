"""The answer shapes as GIFT asks them: for each what stands between the braces, and before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from typing_extensions import assert_never

from quizgen.exporters.gift.text import answer, coded, html
from quizgen.markup import plain
from quizgen.model import Answer, Blank, Choices, Essay, Gaps, Left, Number, Option, Pairs, Question, Words
from quizgen.model import Sequence as Steps
from quizgen.presenting import fragments
from quizgen.presenting.neighbours import is_statement, numbered
from quizgen.presenting.question_bank import alone, order, shares
from quizgen.text.spellings import spellings
from quizgen.wording import decimal


@dataclass(frozen=True, slots=True)
class Posed:
    """An item as GIFT asks it: its text in HTML, a line for each answer, and what the braces open with."""

    text: str
    answers: Sequence[str]
    opening: str = ""


def posed(question: Question) -> Posed:
    """How GIFT asks an item."""
    text = fragments.html(question.stem)
    match question.answer:
        case Choices() as choices if is_statement(choices):
            return Posed(text, [_statement(choices)])
        case Choices() as choices:
            return Posed(text, list(_choices(choices, question.id)))
        case Words() as words:
            return Posed(text, _typed(words))
        case Number(value=value, tolerance=tolerance, unit=unit):
            near = f":{decimal(tolerance)}" if tolerance else ""
            shown = f"<br>____ {fragments.literal(unit)}" if unit else ""
            return Posed(text + shown, [f"={decimal(value)}{near}"], opening="#")
        case Gaps(blanks=blanks) as gaps if len(blanks) == 1:
            return Posed("".join(_text(gaps)), _typed(gaps))
        case Gaps() as gaps:
            return Posed("".join(_text(gaps)), _pairs(_from_blanks(gaps, question), question.id))
        case Pairs() as pairs:
            return Posed(text, _pairs(pairs, question.id))
        case Steps() as steps:
            return Posed(text, _pairs(numbered(steps, question.id), question.id))
        case Essay():
            return Posed(text, [])
        case _:
            assert_never(question.answer)


def _statement(choices: Choices) -> str:
    """True or false; what is said to those who are wrong comes before what is said to those who are right."""
    true, false = choices.options
    key, other = (true, false) if true.correct else (false, true)
    right = f"#{html(key.why)}" if key.why else ""
    wrong = f"#{html(other.why)}" if other.why else "#" if right else ""
    return f"{'TRUE' if true.correct else 'FALSE'}{wrong}{right}"


def _choices(choices: Choices, id: str) -> Iterator[str]:
    """An equals sign is the one right option; of several right ones each has its weight, and none that sign."""
    worth = shares(choices)
    for index in order(choices, id):
        option = choices.options[index]
        mark = f"~%{worth[index]}%" if choices.multiple else "=" if option.correct else "~"
        yield f"{mark}{html(option.text)}{_why(option)}"


def _why(option: Option) -> str:
    return f"#{html(option.why)}" if option.why else ""


def typed(asked: Answer) -> tuple[str, ...]:
    """What is right when it is typed; nothing where an item is asked otherwise."""
    match asked:
        case Words(accepted=accepted):
            return spellings(accepted)
        case Gaps(blanks=(Blank(accepted=accepted),)):
            return spellings(accepted)
        case _:
            return ()


def _typed(asked: Answer) -> list[str]:
    return [f"={answer(text)}" for text in typed(asked)]


_BLANK = "_____"
_MARK = re.compile(r"[\\*_]")
"""What would be emphasis in prose, which an accepted answer is not."""


def _text(gaps: Gaps) -> Iterator[str]:
    """The text with its blanks, each with its hint behind it; several are numbered."""
    several = len(gaps.blanks) > 1
    number = 0
    for part in gaps.parts:
        match part:
            case Blank(hint=hint):
                number += 1
                yield f"({number}) {_BLANK}" if several else _BLANK
                if hint:
                    yield f" <em>({fragments.literal(hint)})</em>"
            case _:
                yield fragments.html(part)


def _from_blanks(gaps: Gaps, question: Question) -> Pairs:
    """Several blanks as pairs: each number with the answer to show."""
    first = [_MARK.sub(r"\\\g<0>", blank.accepted[0]) for blank in gaps.blanks]
    rights = tuple(dict.fromkeys(first))
    lefts = tuple(Left(f"({n})", rights.index(right), question.where) for n, right in enumerate(first, 1))
    return Pairs(lefts, rights, pinned=True)


def _pairs(pairs: Pairs, id: str) -> list[str]:
    """Each left entry with its right one; what matches nothing has no left one.

    An arrow in a text cannot part it, since it is HTML, where the sign is a code.
    """
    rights = [coded(fragments.literal(plain(right))) for right in pairs.rights]
    own = (pairs.lefts[index] for index in order(pairs, id))
    without = (f"= -> {rights[index]}" for index in alone(pairs))
    return [*(f"={html(left.text)} -> {rights[left.right]}" for left in own), *without]
