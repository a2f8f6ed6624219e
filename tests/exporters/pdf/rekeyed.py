"""A quiz that looks the same on paper and has another key."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from typing_extensions import assert_never

from quizgen.model import Answer, Blank, Choices, Criterion, Essay, Gaps, Number, Pairs, Placed, Quiz, Sequence, Words


def rekeyed(answer: Answer) -> Answer:
    """The same on paper, with other answers and other reasons."""
    match answer:
        case Choices(options=options):
            return replace(answer, options=tuple(replace(o, correct=not o.correct, why=f"{o.why}!") for o in options))
        case Words():
            return replace(answer, accepted=("quite another", "other"))
        case Number():
            return replace(answer, value=Decimal(9), text="9.00", tolerance=Decimal(3), derived="3 * 3")
        case Gaps(parts=parts):
            changed = (replace(part, accepted=("other",)) if isinstance(part, Blank) else part for part in parts)
            return replace(answer, parts=tuple(changed))
        case Pairs(lefts=lefts, rights=rights):
            moved = tuple(replace(left, right=(left.right + 1) % len(rights), why="Other.") for left in lefts)
            return replace(answer, lefts=moved)
        case Sequence(steps=steps, shown=order):
            last = len(steps) - 1
            return replace(answer, steps=steps[::-1], shown=tuple(last - index for index in order))
        case Essay():
            return replace(answer, model_answer="Other.", rubric=(Criterion("Other", 3),))
        case _:
            assert_never(answer)


def with_another_key(quiz: Quiz) -> Quiz:
    def changed(placed: Placed) -> Placed:
        answer = rekeyed(placed.question.answer)
        evidence = tuple(replace(one, quote="1999") for one in placed.question.evidence)
        question = replace(placed.question, answer=answer, rationale="Another.", evidence=evidence, id="other")
        return replace(placed, question=replace(question, claims=(), falsehoods=(), tags=("other",)))

    parts = [tuple(replace(p, placed=tuple(map(changed, p.placed))) for p in form.parts) for form in quiz.forms]
    return replace(quiz, forms=tuple(replace(f, parts=p) for f, p in zip(quiz.forms, parts, strict=True)))
