"""What curators write is text, which cards show and never act on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.exporters.anki.packaging import package, with_questions
from tests.exporters.anki.poisoned import EVIL, poisoned
from tests.exporters.anki.reading import read, seen
from tests.exporters.anki.rendering import rendered
from tests.quizzes import question

# The note types that have a script of our own, the same on both sides.
SCRIPTED = {"quizgen choice", "quizgen pairs", "quizgen sequence"}


@pytest.mark.parametrize("evil", EVIL)
def test_what_curators_write_is_shown_as_it_is(evil: str, tmp_path: Path) -> None:
    cards = rendered(package(poisoned(evil)), tmp_path)
    assert len(cards) == 9 + 1 + 1
    for card in cards:
        for side in (card.front, card.back):
            text = seen(side)
            assert evil in text, card.item
            assert "&#" not in text.replace("&#123;", ""), card.item
            assert not {"img", "audio", "button"} & set(read(side).elements)
            assert read(side).elements.count("script") == (card.note_type in SCRIPTED)
            assert read(side).links == []
    back = seen(next(card.back for card in cards if card.item == "gaps"))
    assert f"1 {evil}{evil}3 {evil}1 {evil}" in back


def test_control_characters_cannot_part_fields(tmp_path: Path) -> None:
    evil = replace(question("who-governs"), stem="one\x1ftwo\x01three")
    (card,) = rendered(package(with_questions(evil)), tmp_path)
    assert "one two three" in seen(card.front)
