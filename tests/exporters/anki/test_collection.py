"""Packages in a collection of Anki's: every card renders, and a newer package updates."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection

from quizgen import wording
from quizgen.model import Output
from tests.exporters.anki.packaging import NOT_WHOLE, package, with_questions
from tests.exporters.anki.reading import seen
from tests.exporters.anki.rendering import import_into, query, rendered
from tests.quizzes import ANSWERS, every_shape, question

BROKEN = re.compile(r"\{\{[#/^]?[\w: ]+\}\}|(Front|Back) template has a problem|No cloze \d+ found")


@pytest.mark.parametrize("language", [words.code for words in wording.ALL])
def test_every_card_renders_on_both_sides(language: str, tmp_path: Path) -> None:
    cards = rendered(package(every_shape(language=language)), tmp_path)
    assert len(cards) == len(ANSWERS) + 2
    for card in cards:
        assert not BROKEN.search(card.front), card.item
        assert not BROKEN.search(card.back), card.item
        assert seen(card.front)
        assert seen(card.back) != seen(card.front)
        assert f'lang="{language}"' in card.front


# Updates

LATER = replace(NOT_WHOLE, time=NOT_WHOLE.time + 86_400)
REWORDED = replace(question("who-governs"), stem="Who leads the island?")
PROGRESS = "select id, nid, type, queue, due, ivl, reps from cards where id = ?"


def test_the_same_package_again_changes_nothing(collection: Collection, outputs: list[Output], tmp_path: Path) -> None:
    import_into(collection, outputs[0].data, tmp_path)
    before = _state(collection)
    assert len(before[0]) == len(ANSWERS)
    log = import_into(collection, outputs[0].data, tmp_path)
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 0, 0)
    assert len(log.duplicate) == len(ANSWERS)
    assert _state(collection) == before


def _state(collection: Collection) -> tuple[list[Any], list[Any], int]:
    notes = query(collection, "select guid, mid, mod, tags, flds from notes order by guid")
    cards = query(collection, "select id, nid, did, ord, type, queue, due, ivl, reps from cards order by id")
    return notes, cards, len(collection.models.all_names_and_ids())


def test_a_later_build_changes_the_text_and_keeps_the_progress(collection: Collection, tmp_path: Path) -> None:
    import_into(collection, package(every_shape()), tmp_path)
    (id,) = collection.find_cards("ID:who-governs")
    card = collection.get_card(id)
    card.start_timer()
    collection.sched.answerCard(card, 4)
    progress = query(collection, PROGRESS, id)
    assert [row[-1] for row in progress] == [1]

    moved = tuple(each for each in every_shape().questions[::-1] if each.id != REWORDED.id)
    log = import_into(collection, package(with_questions(REWORDED, *moved), LATER), tmp_path)
    assert (len(log.updated), len(log.new), len(log.conflicting)) == (len(ANSWERS), 0, 0)
    assert collection.get_card(id).note()["Stem"] == REWORDED.stem
    assert query(collection, PROGRESS, id) == progress
    assert len(query(collection, "select id from revlog")) == 1


def test_an_earlier_build_changes_nothing(collection: Collection, tmp_path: Path) -> None:
    import_into(collection, package(every_shape(), LATER), tmp_path)
    before = _state(collection)
    log = import_into(collection, package(with_questions(REWORDED)), tmp_path)
    assert (len(log.updated), len(log.new), len(log.duplicate)) == (0, 0, 1)
    assert _state(collection) == before


def test_renaming_a_bank_moves_no_card(collection: Collection, tmp_path: Path) -> None:
    import_into(collection, package(every_shape()), tmp_path)
    before = query(collection, "select id, nid, did, ord from cards order by id")
    questions = tuple(replace(each, bank="renamed") for each in every_shape().questions)
    renamed = replace(every_shape(), id="renamed", title="Renamed", questions=questions)
    log = import_into(collection, package(renamed, LATER), tmp_path)
    assert (len(log.updated), len(log.new), len(log.conflicting)) == (len(ANSWERS), 0, 0)
    assert query(collection, "select id, nid, did, ord from cards order by id") == before
    assert len(collection.decks.all_names_and_ids()) == 3  # Anki's own, the course's and the brief's
