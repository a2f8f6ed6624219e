"""What paper cannot hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from quizgen.exporters import pdf
from quizgen.model import (
    Answer,
    Blank,
    Choices,
    Criterion,
    Essay,
    Form,
    Gaps,
    Left,
    Number,
    Option,
    Pairs,
    Part,
    Placed,
    Quiz,
    Sequence,
    Words,
)
from tests.exporters.pdf.printing import quiz_of
from tests.exporters.pdf.samples import WHY_A_FUND
from tests.quizzes import ANSWERS, BRIEF, HERE, question


def everywhere(text: str) -> dict[str, Quiz]:
    """Quizzes that each have the text in one more of the places that reach paper, by where that is."""
    made = {
        "stem": quiz_of(replace(WHY_A_FUND, stem=text)),
        "rationale": quiz_of(replace(WHY_A_FUND, rationale=text)),
        "quote": quiz_of(replace(WHY_A_FUND, evidence=(replace(WHY_A_FUND.evidence[0], quote=text),))),
        "brief": quiz_of(WHY_A_FUND, briefs=(replace(BRIEF, title=text),)),
        "author": quiz_of(WHY_A_FUND, briefs=(replace(BRIEF, authors=(text,)),)),
    }
    for id, (_, _, answer) in ANSWERS.items():
        for name, changed in placings(answer, text):
            made[f"{id}: {name}"] = quiz_of(replace(question(id), answer=changed))
    return made


def placings(answer: Answer, text: str) -> Iterator[tuple[str, Answer]]:
    match answer:
        case Choices(options=(first, *rest)):
            yield "option", replace(answer, options=(replace(first, text=text), *rest))
            yield "why", replace(answer, options=(*rest, replace(first, why=text)))
        case Words(accepted=accepted):
            yield "accepted", replace(answer, accepted=(*accepted, text))
        case Number():
            yield "unit", replace(answer, unit=text)
        case Gaps(parts=parts):
            yield "part", replace(answer, parts=(*parts, text))
            yield "blank", replace(answer, parts=(*parts, Blank(("x", text))))
            yield "hint", replace(answer, parts=(*parts, Blank(("x",), text)))
        case Pairs(lefts=(first, *rest), rights=rights):
            yield "left", replace(answer, lefts=(replace(first, text=text), *rest))
            yield "why", replace(answer, lefts=(replace(first, why=text), *rest))
            yield "right", replace(answer, rights=(*rights, text))
        case Sequence(steps=(first, *rest)):
            yield "step", replace(answer, steps=(replace(first, text=text), *rest))
        case Essay(rubric=rubric):
            yield "model answer", replace(answer, model_answer=text)
            yield "criterion", replace(answer, rubric=(*rubric, Criterion(text, 0)))
        case _:
            raise AssertionError(answer)


@pytest.mark.parametrize("place", everywhere(""))
def test_a_character_that_no_face_has_is_a_limit_wherever_it_stands(place: str) -> None:
    quiz = everywhere("see 中")[place]
    (remark,) = pdf.limits([quiz])
    assert remark.item == quiz.questions[0].id
    assert "“中” (U+4E2D CJK UNIFIED IDEOGRAPH-4E2D)" in remark.message
    assert list(pdf.limits([everywhere("seen")[place]])) == []


def test_limits_are_sought_in_many_places() -> None:
    assert len(everywhere("")) > 20


def test_titles_and_instructions_are_looked_at_too() -> None:
    part = Part((Placed(1, WHY_A_FUND),), title="中", instructions="文")
    quiz = quiz_of(WHY_A_FUND, title="国", course_title="字")
    (remark,) = pdf.limits([replace(quiz, forms=(Form("A", (part,)),))])
    assert remark.item is None
    assert all(name in remark.message for name in ("U+56FD", "U+5B57", "U+4E2D", "1 more"))


def test_what_runs_from_right_to_left_is_a_limit() -> None:
    (remark,) = pdf.limits([quiz_of(replace(WHY_A_FUND, stem="what is عربي here"))])
    assert "from left to right" in remark.message


def test_a_remark_stands_where_the_text_does() -> None:
    places = [HERE._replace(line=line) for line in range(10, 16)]
    text, why, right, heading = "文a", "文b", "文c", "文d"
    pairs = Pairs((Left("x", 0, places[0], why, places[1]),), (right, heading), rights_where=(places[2], places[3]))
    choices = Choices((Option(text, True, places[4], why, places[5]),))
    for answer, lines in ((pairs, [11, 12, 13]), (choices, [14, 15])):
        for headings in (False, True):
            changed = replace(answer, headings=headings) if isinstance(answer, Pairs) else answer
            quiz = quiz_of(replace(question("who-said-what"), answer=changed))
            assert [remark.where.line for remark in pdf.limits([quiz])] == lines


def test_what_has_no_place_of_its_own_is_told_where_its_item_stands() -> None:
    pairs = Pairs((Left("x", 0, HERE, "文"),), ("文", "y"))
    quiz = quiz_of(replace(question("who-said-what"), answer=pairs))
    assert {remark.where for remark in pdf.limits([quiz])} == {HERE}
