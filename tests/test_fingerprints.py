from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from quizgen.findings import Location
from quizgen.fingerprints import Fingerprints
from quizgen.model import Evidence, Passage, Printing, Quiz
from quizgen.releases import Content, Entry, Released
from tests.quizzes import BRIEF, SETTINGS, every_shape, question

QUIZ = every_shape()


def of(value: object) -> str:
    return Fingerprints().of(value)


def test_equal_values_have_one_fingerprint() -> None:
    assert of(every_shape()) == of(every_shape())


ELSEWHERE = Location("elsewhere.yaml", 99, 9)


def test_places_make_no_difference() -> None:
    moved = replace(
        question("who-governs"), where=ELSEWHERE, fields={"stem": ELSEWHERE}, evidence=tuple(map(_moved, EVIDENCE))
    )
    assert of(moved) == of(question("who-governs"))


EVIDENCE = question("who-governs").evidence


def _moved(evidence: Evidence) -> Evidence:
    return replace(evidence, where=ELSEWHERE, quote_where=ELSEWHERE)


# One change to each thing that a quiz holds; every other value of it stays.
CHANGES: dict[str, Callable[[Quiz], Quiz]] = {
    "title": lambda quiz: replace(quiz, title="Another"),
    "language": lambda quiz: replace(quiz, language="es"),
    "audience": lambda quiz: replace(quiz, audience="exam"),
    "minutes": lambda quiz: replace(quiz, minutes=5),
    "forms": lambda quiz: replace(quiz, forms=quiz.forms[:1]),
    "order of items": lambda quiz: replace(quiz, questions=quiz.questions[::-1]),
    "passage": lambda quiz: replace(quiz, briefs=(_with_passage(quiz), *quiz.briefs[1:])),
    "order of options": lambda quiz: replace(quiz, forms=(_turned(quiz), *quiz.forms[1:])),
    "stem": lambda quiz: _with_item(quiz, stem="What else?"),
    "rationale": lambda quiz: _with_item(quiz, rationale="For another reason."),
    "points": lambda quiz: _with_item(quiz, points=7),
    "tags": lambda quiz: _with_item(quiz, tags=("other",)),
    "difficulty": lambda quiz: _with_item(quiz, difficulty="hard"),
    "exam only": lambda quiz: _with_item(quiz, exam_only=True),
}


def _with_item(quiz: Quiz, **changes: Any) -> Quiz:
    return replace(quiz, questions=(replace(quiz.questions[0], **changes), *quiz.questions[1:]))


def _with_passage(quiz: Quiz) -> Any:
    brief = quiz.briefs[0]
    return replace(brief, passages=(Passage("p1", "Another text.", ELSEWHERE), *brief.passages[1:]))


def _turned(quiz: Quiz) -> Any:
    form = quiz.forms[0]
    part = form.parts[0]
    turned = replace(part.placed[0], order=(1, 0))
    return replace(form, parts=(replace(part, placed=(turned, *part.placed[1:])), *form.parts[1:]))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_every_change_makes_another(change: Callable[[Quiz], Quiz]) -> None:
    assert of(change(QUIZ)) != of(QUIZ)


@pytest.mark.parametrize("item", QUIZ.questions, ids=lambda item: item.id)
def test_every_field_of_every_answer_counts(item: Any) -> None:
    seen = 0
    for field in dataclasses.fields(item.answer):
        if field.compare and not isinstance(getattr(item.answer, field.name), Location):
            seen += 1
            changed = replace(item, answer=replace(item.answer, **{field.name: "something else"}))
            assert of(changed) != of(item), field.name
    assert seen


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        ("1", 1),
        ((), ""),
        (None, "None"),
        (True, 1.0),
        (Decimal("1.0"), Decimal("1.00")),
        ({"a": 1}, {"a": 2}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ("a', 'b", ("a", "b")),
    ],
    ids=str,
)
def test_what_merely_looks_alike_differs(one: object, other: object) -> None:
    assert of(one) != of(other)


def test_sets_have_no_order() -> None:
    assert of(frozenset("abcdefgh")) == of(frozenset("hgfedcba"))


def test_settings_count() -> None:
    entry = Entry(Content("choice", "mark"), 1, 1)
    for changed in (
        replace(SETTINGS, paper="a4"),
        replace(SETTINGS, time=1),
        replace(SETTINGS, released=Released({"item": entry}, {})),
        replace(SETTINGS, printing=Printing(copies=3)),
    ):
        assert of(changed) != of(SETTINGS)


def test_a_part_that_is_shared_is_told_as_it_is_alone() -> None:
    fingerprints = Fingerprints()
    assert fingerprints.of(BRIEF) != fingerprints.of(QUIZ)
    assert fingerprints.of(QUIZ) == of(QUIZ)


def test_a_part_is_told_once_for_as_long_as_turns_come_back_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []

    def tell(self: Fingerprints, value: Any, before: Callable[..., str] = Fingerprints._fields) -> str:
        told.append(value)
        return before(self, value)

    monkeypatch.setattr(Fingerprints, "_fields", tell)
    fingerprints = Fingerprints()
    for _ in range(3):
        fingerprints.of(BRIEF)
        fingerprints.next_turn()
    assert [value for value in told if value is BRIEF] == [BRIEF]
    fingerprints.next_turn()
    assert fingerprints.of(BRIEF) == of(BRIEF)
