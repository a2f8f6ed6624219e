"""What students see of a form, apart from how it is set, and a short mark made of that.

Two papers with the same mark ask the same in the same places. It does not tell which option is right, nor does it
change with that: the key that is mended after an exam carries the mark of the papers that were written on.
"""

from __future__ import annotations

import hashlib
import json
from typing import TypeAlias

from typing_extensions import assert_never

from quizgen.model import Answer, Blank, Choices, Essay, Form, Gaps, Number, Pairs, Placed, Quiz, Words
from quizgen.model import Sequence as Steps

Seen: TypeAlias = "str | float | bool | list[Seen] | None"

_SIGNS = "23456789bcdfghjkmnpqrstvwxz"
"""None looks like another, and no word comes of them."""
_LENGTH = 7


def mark(quiz: Quiz, form: Form) -> str:
    """Seven letters and figures that stand for what students see of a form."""
    said = json.dumps(seen(quiz, form), ensure_ascii=False, separators=(",", ":"))
    number = int.from_bytes(hashlib.sha256(said.encode()).digest(), "big")
    signs = []
    for _ in range(_LENGTH):
        number, sign = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[sign])
    return "".join(signs)


def seen(quiz: Quiz, form: Form) -> Seen:
    """All that a form's paper says, in its order, and nothing else."""
    parts: list[Seen] = [
        [part.title, part.instructions, [_placed(placed) for placed in part.placed]] for part in form.parts
    ]
    return [quiz.language, quiz.course_title, quiz.title, quiz.minutes, form.letter, parts]


def _placed(placed: Placed) -> Seen:
    question = placed.question
    asked = None if isinstance(question.answer, Gaps) else question.stem
    return [placed.number, float(question.points), asked, *_shown(question.answer)]


def _shown(answer: Answer) -> list[Seen]:
    """What to answer in, after the name of the shape, which says what to do."""
    match answer:
        case Choices(options=options, multiple=multiple):
            return ["choices", multiple, [option.text for option in options]]
        case Words(reverse=reverse):
            return ["words", reverse]
        case Number(unit=unit):
            return ["number", unit]
        case Gaps(parts=parts):
            return ["gaps", [[part.hint] if isinstance(part, Blank) else part for part in parts]]
        case Pairs(lefts=lefts, rights=rights, headings=headings):
            return ["pairs", headings, [left.text for left in lefts], list(rights)]
        case Steps(steps=steps, shown=shown):
            return ["steps", [steps[index].text for index in shown]]
        case Essay(lines=lines):
            return ["essay", lines]
        case _:
            assert_never(answer)
