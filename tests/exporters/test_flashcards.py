"""The format `flashcards`: two columns for each item that is a card, nothing for exams."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.exporters import flashcards
from quizgen.findings import Severity
from quizgen.model import Quiz
from tests.exporters.anki.poisoned import EVIL, WITH_BACKSLASHES, poisoned
from tests.exporters.pdf.printing import quiz_of
from tests.quizzes import ANSWERS, SETTINGS, every_shape, question

CARDS = {
    "years-of-storms": ("When did the second storm strike? A) 1998 B) 2007 C) 2017", "B) 2007"),
    "fund-is-loan": ("A storm fund is a loan. A) True B) False", "B) False"),
    "who-governs": ("Who governs the island?", "Señora Ibarra"),
    "storm-fund": ("Money set aside before a storm", "storm fund"),
    "share-saved": ("What share of fees is saved?", "2.5 percent"),
    "gaps-in-text": (
        "The fund was set up in (1) ____ by the (2) ____ (not the mayor) of {the} island.", "1999; council",
    ),
}  # fmt: skip


def cards(quiz: Quiz) -> list[list[str]]:
    (output,) = flashcards.export([quiz], SETTINGS)
    assert output.name == f"students/flashcards/{quiz.id}.txt"
    text = output.data.decode()
    assert text.endswith("\n")
    return [line.split("\t") for line in text.removesuffix("\n").split("\n")]


@pytest.mark.parametrize("id", CARDS)
def test_what_stands_on_a_card(id: str) -> None:
    assert cards(quiz_of(question(id))) == [[*CARDS[id]]]


def test_options_pairs_and_steps_stand_in_an_order_that_does_not_tell() -> None:
    several = {id: cards(quiz_of(question(id)))[0] for id in ANSWERS if id != "argue-for-it"}
    front, back = several["what-it-pays"]
    letters, right = back.split()[::2], back.split()[1::2]
    assert set(right) == {"Roofs", "Piers"}
    assert all(f"{letter} {option}" in front for letter, option in zip(letters, right, strict=True))
    assert "Salaries" in front
    assert "Salaries" not in back
    front, back = several["who-said-what"]
    assert back == "Ibarra → A storm fund; The council → A harbor fee"
    assert all(text in front for text in ("Who proposed what? [", "Ibarra", "A lottery", " | "))
    front, back = several["order-of-work"]
    assert back == "1. Clear the roads; 2. Mend the roofs; 3. Open the school"
    assert front.startswith("In what order is the work done? [")
    orders = set()
    for number in range(24):
        one = replace(question("why-a-fund"), id=f"item-{number}")
        orders.add(cards(quiz_of(one))[0][1][0])
    assert len(orders) == 4


def test_a_file_has_the_items_that_are_cards_in_order_and_the_manifest_names_them() -> None:
    quiz = every_shape()
    (output,) = flashcards.export([quiz], SETTINGS)
    ids = [one.id for one in quiz.questions if one.type != "essay"]
    assert output.about == {"cards": ids}
    assert len(cards(quiz)) == len(ids) == 11
    assert [one.id for one in flashcards.left_out([quiz])] == ["argue-for-it"]
    (remark,) = flashcards.limits([quiz])
    assert remark.severity is Severity.NOTE


def test_exams_and_what_is_for_them_are_no_cards() -> None:
    exam = replace(every_shape(), audience="exam")
    kept = quiz_of(replace(question("who-governs"), exam_only=True))
    assert list(flashcards.export([exam, kept], SETTINGS)) == []
    assert flashcards.left_out([exam]) == ()
    assert list(flashcards.limits([exam, kept])) == []


@pytest.mark.parametrize("evil", [*EVIL, *WITH_BACKSLASHES, "a\tb", "a\nb", "a\r\nb\x0bc\u2028d", "\x00"])
def test_no_text_opens_a_column_or_a_card(evil: str) -> None:
    quiz = poisoned(evil)
    found = cards(quiz)
    assert len(found) == len(quiz.questions) - 1
    assert {len(card) for card in found} == {2}
    for sides in found:
        for side in sides:
            assert side == " ".join(side.split())
