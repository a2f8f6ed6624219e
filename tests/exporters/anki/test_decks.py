"""Where notes are filed: which decks there are, what they say of themselves, and in what order their new cards come."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Collection

from quizgen import wording
from quizgen.exporters import anki
from quizgen.exporters.anki.notes import notes
from quizgen.model import Brief, Question, Quiz
from tests.exporters.anki.packaging import package, rows
from tests.exporters.anki.reading import read, seen
from tests.exporters.anki.rendering import Rendered, import_into, rendered
from tests.quizzes import ANSWERS, BRIEF, SETTINGS, every_shape, question


def on(brief: Brief, item: str) -> Question:
    """An item of every shape's that rests on this brief."""
    asked = question(item)
    return replace(asked, id=f"{item}-{brief.id}", evidence=(replace(asked.evidence[0], brief=brief.id),))


def quiz_on(name: str, *questions: Question, briefs: tuple[Brief, ...]) -> Quiz:
    return replace(every_shape(), id=name, title=name, questions=questions, briefs=briefs)


def test_decks_are_named_by_course_and_brief(cards: list[Rendered], tmp_path: Path) -> None:
    assert {card.deck for card in cards} == {"Islands::Saving before the Storm"}
    brief = replace(BRIEF, title="Funds:: a “history” ::")
    quiz = replace(every_shape(), course_title="::A :: B", briefs=(brief,))
    assert {card.deck for card in rendered(package(quiz), tmp_path)} == {"A : B::Funds: a “history”"}


@pytest.mark.parametrize("title", ["::", " : ", ":::"])
def test_a_deck_of_no_name_has_the_id_for_one(title: str, tmp_path: Path) -> None:
    quiz = replace(every_shape(), course_title=title, briefs=(replace(BRIEF, title=title),))
    assert {card.deck for card in rendered(package(quiz), tmp_path)} == {"islands::storms"}


HOSTILE = '<script>x()</script> {{Front}} [sound:x.mp3] \\(a\\) "b" & <i>c</i>'


@pytest.mark.parametrize("language", [words.code for words in wording.ALL])
def test_decks_say_what_they_are(language: str, collection: Collection, tmp_path: Path) -> None:
    plain = replace(BRIEF, id="plain", title="Another title", url=None)
    hostile = replace(BRIEF, id="hostile", title=HOSTILE, authors=(HOSTILE,), publisher=HOSTILE, url="javascript:x()")
    briefs = (BRIEF, plain, hostile)
    quiz = quiz_on("q", *(on(brief, "who-governs") for brief in briefs), briefs=briefs)
    import_into(collection, package(replace(quiz, language=language)), tmp_path)
    said = {each.name: collection.decks.get(each.id) for each in collection.decks.all_names_and_ids()}  # type: ignore[arg-type] # anki's own ids are plain numbers here
    descriptions = {name: str(deck["desc"]) for name, deck in said.items() if deck and name != "Default"}
    assert len(descriptions) == 4
    words = wording.for_language(language)
    assert seen(descriptions["Islands"]) == words.deck_of_course
    cited = descriptions["Islands::Saving before the Storm"]
    assert seen(cited).endswith("(2024). Saving before the Storm. Isla Clara Institute.")
    assert (read(cited).links, read(descriptions["Islands::Another title"]).links) == ([BRIEF.url], [])
    (poisoned,) = (text for name, text in descriptions.items() if "script" in name)
    assert (read(poisoned).elements, read(poisoned).links) == (["p"], [])
    assert seen(poisoned).count(" ".join(HOSTILE.split())) == 3


def test_the_same_deck_has_the_same_name_id_and_words_in_every_package(tmp_path: Path) -> None:
    other = replace(BRIEF, id="other", title="Another title")
    both = quiz_on("both", on(BRIEF, "who-governs"), on(other, "who-governs"), briefs=(BRIEF, other))
    alone = quiz_on("alone", on(other, "storm-fund"), briefs=(other,))
    in_both, in_one = ({note.deck for note in notes(quiz)} for quiz in (both, alone))
    assert len(in_both) == 2
    assert in_one < in_both


# The order of new cards


def test_new_cards_of_the_course_come_brief_by_brief_and_a_briefs_own_bank_first(tmp_path: Path) -> None:
    other = replace(BRIEF, id="other", title="Another title")
    across = quiz_on("across", on(BRIEF, "fund-is-loan"), on(other, "fund-is-loan"), briefs=(BRIEF, other))
    later = quiz_on("later", on(other, "who-governs"), on(other, "storm-fund"), briefs=(other,))
    first = quiz_on("first", on(BRIEF, "why-a-fund"), on(BRIEF, "gaps-in-text"), briefs=(BRIEF,))
    *_, course = anki.export([across, first, later], SETTINGS)
    expected = [
        *("why-a-fund-storms", "gaps-in-text-storms", "who-governs-other", "storm-fund-other"),
        *("fund-is-loan-storms", "fund-is-loan-other"),
    ]
    found = rows(course.data, "select distinct due, flds from cards join notes on notes.id = nid order by due")
    assert [(due, fields.split("\x1f")[0]) for due, fields in found] == list(enumerate(expected, 1))
    cards = rendered(course.data, tmp_path)
    assert len(cards) == 8
    for deck in ("Islands::Saving before the Storm", "Islands::Another title"):
        shown = [card.item for card in sorted(cards, key=lambda card: (card.due, card.order)) if card.deck == deck]
        assert list(dict.fromkeys(shown)) == [item for item in expected if item in shown]
        assert len(set(shown)) == 3


def test_a_new_item_takes_its_place_in_the_bank_in_a_later_release_too(collection: Collection, tmp_path: Path) -> None:
    quiz = every_shape()
    kept = (*quiz.questions[:5], *quiz.questions[6:])
    import_into(collection, package(replace(quiz, questions=kept)), tmp_path)
    import_into(collection, package(quiz), tmp_path)
    due = {card.note()["ID"]: card.due for card in map(collection.get_card, collection.find_cards(""))}
    assert len(due) == len(ANSWERS)
    items = [question.id for question in quiz.questions]
    assert due[items[4]] < due[items[5]] < due[items[7]]
