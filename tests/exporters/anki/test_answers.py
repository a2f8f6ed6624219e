"""How each answer shape is asked, as Anki renders it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from anki.collection import Collection

from quizgen.exporters.anki.answers import asked
from quizgen.exporters.anki.notes import Note, notes
from quizgen.model import Pairs, Sequence, Step, Words
from quizgen.wording import EN
from tests.exporters.anki.packaging import package, with_questions
from tests.exporters.anki.reading import seen
from tests.exporters.anki.rendering import Rendered, card_of, import_into
from tests.quizzes import ANSWERS, HERE, question


def test_each_item_is_a_note_with_the_cards_of_its_shape(cards: list[Rendered]) -> None:
    made = Counter(card.item for card in cards)
    assert made == {**dict.fromkeys(ANSWERS, 1), "storm-fund": 2, "gaps-in-text": 2}


def test_each_shape_has_its_note_type(cards: list[Rendered]) -> None:
    assert {ANSWERS[card.item][0]: card.note_type for card in cards} == {
        "choice": "quizgen choice", "select": "quizgen choice", "true-false": "quizgen choice",
        "short": "quizgen typed", "numeric": "quizgen typed", "term": "quizgen term", "cloze": "quizgen cloze",
        "match": "quizgen pairs", "sort": "quizgen pairs", "order": "quizgen sequence", "essay": "quizgen essay",
    }  # fmt: skip


def test_pinned_entries_of_a_sort_keep_their_order() -> None:
    sort = question("before-or-after")
    assert isinstance(sort.answer, Pairs)
    for lefts in (sort.answer.lefts, sort.answer.lefts[::-1]):  # one of the two is not the order drawn
        pinned = replace(sort.answer, lefts=lefts, pinned=True)
        entries = asked(replace(sort, answer=pinned), EN).fields["Entries"].partition("<ol")[2]
        texts = [left.text for left in lefts]
        assert sorted(texts, key=entries.index) == texts
        assert "data-shuffle" not in entries
    assert "data-shuffle" in asked(sort, EN).fields["Entries"]


def test_no_front_gives_the_answer_away(cards: list[Rendered]) -> None:
    for item, answer in {
        "why-a-fund": "never for sale", "who-governs": "Ibarra", "share-saved": "2.5", "argue-for-it": "waiting",
        "before-or-after": "done early", "storm-fund": "storm fund", "what-it-pays": "✓",
    }.items():  # fmt: skip
        front, back = card_of(cards, item).front, card_of(cards, item).back
        assert answer not in front
        assert answer in back
    for order, hidden, given in ((0, "1999", "council"), (1, "council", "1999")):
        front = seen(card_of(cards, "gaps-in-text", order).front)
        assert hidden not in front
        assert given in front


def test_a_term_is_asked_both_ways(cards: list[Rendered]) -> None:
    term, definition = card_of(cards, "storm-fund", 0), card_of(cards, "storm-fund", 1)
    assert "Money set aside before a storm" in term.front
    assert "storm fund Also right: fund for storms" in seen(term.back)
    assert "Money set aside" not in definition.front
    assert "storm fund" in definition.front
    assert "Money set aside before a storm" in definition.back


def test_a_blank_shows_its_hint(cards: list[Rendered]) -> None:
    assert "[not the mayor]" in card_of(cards, "gaps-in-text", 1).front
    assert "[...]" in card_of(cards, "gaps-in-text", 0).front


def test_distractors_and_right_options_say_why(cards: list[Rendered]) -> None:
    back = seen(card_of(cards, "why-a-fund").back)
    for why in ("Taxes are not what the fund is for.", "The ferry is never for sale.", "The fund repairs; it"):
        assert why in back
    assert seen(card_of(cards, "what-it-pays").back).count("Piers are repaired too.") == 1


def test_what_is_typed_is_compared_with_the_answer(collection: Collection, tmp_path: Path) -> None:
    evil = replace(question("who-governs"), answer=Words(('{Tom} & <b>"x"</b>',)))
    long = replace(question("who-governs"), id="long", answer=Words(("word " * 20,)))
    import_into(collection, package(with_questions(evil, long)), tmp_path)
    (id,) = collection.find_cards("ID:who-governs")
    card = collection.get_card(id)
    compared = collection.compare_answer(card.note()["Typed"], '{Tom} & <b>"x"</b>')
    assert "typeGood" in compared
    assert "typeBad" not in compared
    assert "[[type:Typed]]" in card.question()
    (id,) = collection.find_cards("ID:long")
    assert "[[type:" not in collection.get_card(id).question()


def test_steps_are_never_shown_in_their_right_order() -> None:
    steps = tuple(Step(text, HERE) for text in ("One", "Two", "Three"))
    shown = set()
    for number in range(30):
        asked = replace(question("order-of-work"), id=f"item-{number}", answer=Sequence(steps, (0, 1, 2)))
        (note,) = notes(with_questions(asked))
        shown.add(tuple(re.findall("One|Two|Three", dict(zip(_names(note), note.fields, strict=True))["Steps"])))
    assert ("One", "Two", "Three") not in shown
    assert len(shown) > 2


def _names(note: Note) -> list[str]:
    return [field.name for field in note.note_type.fields]
