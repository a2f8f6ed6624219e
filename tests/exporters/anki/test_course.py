"""The decks of this repository's course: every card of every bank, as Anki shows it."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from anki.collection import Collection

from quizgen import assemble
from quizgen.assemble import Plan
from quizgen.blueprints import Filter
from quizgen.course import load
from quizgen.exporters import anki
from quizgen.model import Gaps, Output, Question, Quiz, Words
from quizgen.presenting.citation import reference
from quizgen.wording import for_language
from tests.conftest import REPOSITORY
from tests.exporters.anki.packaging import NOT_WHOLE
from tests.exporters.anki.reading import seen
from tests.exporters.anki.rendering import import_into, query, rendered
from tests.exporters.anki.test_collection import BROKEN
from tests.quizzes import SETTINGS

COURSE = load(REPOSITORY)
PLAN = Plan(forms=0, seed=1)
QUIZZES = {quiz.id: quiz for quiz in assemble.of_banks(COURSE, PLAN)}


@functools.cache
def outputs() -> dict[str, Output]:
    """All decks of the course by their names: a bank's id, or `course`."""
    return {Path(output.name).stem: output for output in anki.export(tuple(QUIZZES.values()), SETTINGS)}


def expected(question: Question) -> int:
    """How many cards an item is to make."""
    if isinstance(question.answer, Gaps):
        return len(question.answer.blanks)
    return 2 if isinstance(question.answer, Words) and question.answer.reverse else 1


@pytest.mark.parametrize("name", [*QUIZZES, "course"])
def test_every_card_of_the_course_renders(name: str, tmp_path: Path) -> None:
    questions = [question for quiz in QUIZZES.values() for question in quiz.questions if name in ("course", quiz.id)]
    assert len(questions) >= (350 if name == "course" else 10)
    cards = rendered(outputs()[name].data, tmp_path)
    numbers = {question.id: expected(question) for question in questions}
    made = [(card.item, card.order) for card in cards]
    assert sorted(made) == sorted((item, order) for item, number in numbers.items() for order in range(number))
    titles = {brief.id: brief.title for brief in COURSE.briefs}
    decks = {question.id: titles[question.evidence[0].brief] for question in questions}
    assert name != "course" or len({card.note_type for card in cards}) == 7
    for card in cards:
        assert not BROKEN.search(card.front + card.back), card.item
        assert len(seen(card.front)) > 20, card.item
        assert len(seen(card.back)) > len(seen(card.front)) + 40, card.item
        assert card.deck == f"{COURSE.settings.title}::{decks[card.item]}"


def test_the_course_has_a_deck_for_each_brief_with_its_citation(collection: Collection, tmp_path: Path) -> None:
    import_into(collection, outputs()["course"].data, tmp_path)
    said = {each.name: collection.decks.by_name(each.name) for each in collection.decks.all_names_and_ids()}
    assert len(COURSE.briefs) == 10
    assert said.keys() == {
        "Default", COURSE.settings.title, *(f"{COURSE.settings.title}::{brief.title}" for brief in COURSE.briefs)
    }  # fmt: skip
    words = for_language(COURSE.settings.language)
    for brief in COURSE.briefs:
        deck = said[f"{COURSE.settings.title}::{brief.title}"]
        assert deck is not None
        assert seen(str(deck["desc"])) == reference(brief, words)


# A part of the course


def part(wanted: Filter, *banks: str) -> Quiz:
    return assemble.of_filter(COURSE.only(banks) if banks else COURSE, PLAN, wanted, "a-part")


PARTS = {
    "definitions": part(Filter(kinds=("definition",))),
    "facts of a bank": part(Filter(kinds=("fact",)), "ms13-not-terrorist"),
    "a sample": part(Filter(sample=40)),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_has_the_same_cards_as_the_whole(name: str, collection: Collection, tmp_path: Path) -> None:
    quiz = PARTS[name]
    (deck,) = anki.export([quiz], NOT_WHOLE)
    import_into(collection, outputs()["course"].data, tmp_path)
    before = held(collection)
    log = import_into(collection, deck.data, tmp_path)
    assert len(log.duplicate) == len(quiz.questions) >= 10
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 0, 0)
    assert held(collection) == before
    assert collection.fix_integrity()[1]


@pytest.mark.parametrize("name", PARTS)
def test_the_whole_brings_the_rest_to_a_part(name: str, collection: Collection, tmp_path: Path) -> None:
    quiz = PARTS[name]
    (deck,) = anki.export([quiz], NOT_WHOLE)
    import_into(collection, deck.data, tmp_path)
    before = held(collection)
    assert len(before[0]) == len(quiz.questions)
    log = import_into(collection, outputs()["course"].data, tmp_path)
    assert len(log.duplicate) == len(quiz.questions)
    assert len(log.new) == sum(1 for _ in COURSE.current) - sum(q.exam_only for q in COURSE.current) - len(before[0])
    assert (len(log.updated), len(log.conflicting)) == (0, 0)
    after = held(collection)
    assert set(before[0]) < set(after[0])
    assert set(before[1]) < set(after[1])
    assert collection.fix_integrity()[1]


def held(collection: Collection) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """The notes and cards of a collection, with the deck of each card."""
    decks = {each.id: each.name for each in collection.decks.all_names_and_ids()}
    notes = query(collection, "select guid, mid, mod, tags, flds from notes order by guid")
    cards = query(collection, "select did, guid, ord, cards.mod from cards join notes on notes.id = nid")
    return [tuple(note) for note in notes], sorted((decks[did], *rest) for did, *rest in cards)
