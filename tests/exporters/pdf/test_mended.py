"""A key that is mended in its bank leaves the paper that is printed: the same bytes, and the same mark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.exporters.pdf.sheet import sheet
from quizgen.forms import forms
from quizgen.model import Choices, Pairs, Question, Quiz, Section, Sequence
from quizgen.presenting.visible import mark
from tests.items import test_items
from tests.quizzes import SETTINGS, every_shape

SEEDS = range(3)
CHOICE = ("stem: Which is it?", "answer: {}", "distractors: [{{text: {}, why: W.}}, {{text: {}, why: V.}}]")
SELECT = (
    "stem: Which are they?",
    "answers: [{{text: {}, why: A.}}, {{text: {}, why: B.}}]",
    "distractors: [{{text: {}, why: C.}}, {{text: {}, why: D.}}]",
)
ORDER = ("stem: In what order?", "steps: [{}, {}, {}, {}]")
MATCH = (
    "stem: Which go together?",
    "pairs: [{{left: One, right: {}}}, {{left: Two, right: {}}}, {{left: Three, right: {}}}]",
    "extra: [{}]",
)
SORT = (
    "stem: Which goes where?",
    "groups: [{{heading: Here, entries: [{{text: {}}}, {{text: {}}}]}}, {{heading: There, entries: [{{text: {}}}, "
    "{{text: {}}}]}}]",
)
TRUE_FALSE = ("stem: So it is.", "answer: {}")
FIGURES = ("stem: How many?", "answer: {} percent", "distractors: [{{text: '{} percent', why: W.}}]")

TEXTS = ("Roofs Piers Roads Boats", "Piers Boats Roads Roofs", "Boats Roads Piers Roofs", "Roads Roofs Boats Piers")
BANKS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "choice": ("choice", CHOICE, ("Piers Roofs Roads", "Roofs Piers Roads", "Roads Roofs Piers")),
    "figures": ("choice", FIGURES, ("1000 1,000", "1,000 1000")),
    "select": ("select", SELECT, TEXTS),
    "order": ("order", ORDER, TEXTS),
    "match": ("match", MATCH, TEXTS),
    "sort": ("sort", SORT, TEXTS),
    "true-false": ("true-false", TRUE_FALSE, ("true", "false")),
}
"""For each, the lines of a bank, and the texts that come into them in turn: each time the key is another."""


def written(type: str, lines: tuple[str, ...], *texts: str) -> Question:
    """The item as a bank with these texts reads."""
    return test_items.one(test_items.item(type, *"\n".join(lines).format(*texts).split("\n")))


def quiz_of(question: Question, seed: int) -> Quiz:
    made = forms([Section((question,))], seed, "quiz", 4)
    return replace(every_shape(1), questions=(question,), forms=made)


@pytest.mark.parametrize("bank", BANKS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_key_that_is_mended_in_its_bank_leaves_the_paper(bank: str, seed: int) -> None:
    type, lines, texts = BANKS[bank]
    first, *mended = [written(type, lines, *keyed.split()) for keyed in texts]
    before = quiz_of(first, seed)
    assert len({one.answer for one in (first, *mended)}) == len(texts) >= 2
    for after in (quiz_of(one, seed) for one in mended):
        assert [mark(after, form) for form in after.forms] == [mark(before, form) for form in before.forms]
        for one, other in zip(before.forms, after.forms, strict=True):
            assert sheet(before, one, SETTINGS) == sheet(after, other, SETTINGS)


def test_an_option_that_becomes_right_leaves_the_paper() -> None:
    lines = ("stem: Which are they?", "answers: [{}]", "distractors: [{}]")
    options = [f"{{text: {text}, why: W.}}" for text in ("Roofs", "Piers", "Roads", "Boats")]
    items = [written("select", lines, ", ".join(options[:n]), ", ".join(options[n:])) for n in (1, 2, 3)]
    quizzes = [quiz_of(item, 7) for item in items]
    assert len({tuple(sheet(quiz, form, SETTINGS) for form in quiz.forms) for quiz in quizzes}) == 1


@pytest.mark.parametrize("bank", ["choice", "select", "order", "match", "sort"])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_on_a_form_is_told_by_places_in_the_bank(bank: str, seed: int) -> None:
    type, lines, texts = BANKS[bank]
    for question in (written(type, lines, *keyed.split()) for keyed in texts):
        for form in quiz_of(question, seed).forms:
            (placed,) = form.placed
            assert texts_of(placed.question) == [texts_of(question)[index] for index in placed.order]


def texts_of(question: Question) -> list[str]:
    """The texts that are shuffled, in the order that they are shown in."""
    match question.answer:
        case Choices(options=options):
            return [option.text for option in options]
        case Pairs(headings=True, lefts=lefts):
            return [left.text for left in lefts]
        case Pairs(rights=rights):
            return list(rights)
        case Sequence(steps=steps, shown=shown):
            return [steps[index].text for index in shown]
        case answer:
            raise AssertionError(answer)


def test_steps_stand_in_each_order_as_often_the_right_one_too() -> None:
    question = written("order", ("stem: In what order?", "steps: [C, A, B]"))
    found = [form.placed[0].order for seed in range(200) for form in quiz_of(question, seed).forms[:1]]
    counts = {order: found.count(order) for order in found}
    assert len(counts) == 6
    assert min(counts.values()) > 10
    assert (0, 1, 2) in counts
