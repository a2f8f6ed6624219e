"""How each answer shape is asked, as Anki renders it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from anki.collection import Collection

from quizgen.exporters.anki import note_types
from quizgen.exporters.anki.answers import asked
from quizgen.exporters.anki.notes import Note, notes
from quizgen.model import Blank, Gaps, Number, Pairs, Sequence, Step, Words
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
        entries = asked(replace(sort, answer=pinned), EN).fields["Entries"].partition('<ul class="asked"')[2]
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


def test_boxes_are_empty_on_the_front_and_filled_on_the_back(
    cards: list[Rendered], course_cards: list[Rendered]
) -> None:
    boxed = [card for card in (*cards, *course_cards) if '<b class="box' in card.front]
    assert len(boxed) > 30
    for card in boxed:
        front, back = (re.findall(r'<b class="box[^>]*>([^<]*)</b>', side) for side in (card.front, card.back))
        assert len(front) == len(back) >= 2
        assert not any(front)
        assert all(back)


def test_a_verdict_has_no_letters_and_shows_its_correction(cards: list[Rendered]) -> None:
    card = card_of(cards, "fund-is-loan")
    assert 'class="options verdict"' in card.front
    assert 'class="letter"' not in card.front + card.back
    assert "Correction A storm fund is money set aside." in seen(card.back.replace("<p", " <p"))
    assert "Correction" not in card.front
    assert 'class="letter"' in card_of(cards, "years-of-storms").front


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


@pytest.mark.parametrize(("answer", "typed"), [("x" * 30, True), ("x" * 31, False)])
def test_only_what_stands_on_one_line_is_typed(answer: str, typed: bool) -> None:
    fields = asked(replace(question("who-governs"), answer=Words((answer,))), EN).fields
    assert fields["Typed"] == answer * typed
    assert answer in fields["Answer"]


@pytest.mark.parametrize(
    ("others", "folds"), [((), False), (("x" * 45, "y" * 45), False), (("x" * 45, "y" * 46), True)]
)
def test_what_else_is_right_folds_where_it_is_much(others: tuple[str, ...], folds: bool) -> None:
    word = asked(replace(question("who-governs"), answer=Words(("a", *others))), EN).fields["Answer"]
    term = asked(replace(question("storm-fund"), answer=Words(("a", *others), reverse=True)), EN).fields["Also right"]
    cloze = asked(replace(question("gaps-in-text"), answer=Gaps((Blank(("a", *others)),))), EN).fields["Also right"]
    for field in (word, term, cloze):
        assert ("<details" in field) == folds
        assert ("Also right" in field) == bool(others)
        assert all(other in field for other in others)


def test_what_is_compared_is_what_keyboards_have() -> None:
    """Anki compares letter by letter, and nobody types a curly quote or a true minus."""
    said = "“Farmers’ rights” – now…"
    fields = asked(replace(question("who-governs"), answer=Words((said,))), EN).fields
    assert fields["Typed"] == "&quot;Farmers&#x27; rights&quot; - now..."
    assert said in fields["Answer"]
    number = Number(Decimal("-2.5"), "−2.5", "percent")
    assert asked(replace(question("share-saved"), answer=number), EN).fields["Typed"] == "-2.5"


def test_accents_are_not_left_to_a_filter_that_older_clients_lack() -> None:
    """`nc` ignores accents, but Anki 23.10 does not know it, and shows the answer itself in the place of the box."""
    sides = [str(side) for each in note_types.ALL for side in note_types.model(each).templates]
    assert "{{type:Typed}}" in "".join(sides)
    assert "nc:" not in "".join(sides)


@pytest.mark.parametrize(
    ("unit", "tolerance", "told"),
    [
        ("percent", "0.1", "percent (within 0.1)"),
        (None, "0.1", " (within 0.1)"),
        ("percent", "0", "percent"),
        (None, "0", ""),
    ],
)
def test_unit_and_tolerance_stand_by_the_box(unit: str | None, tolerance: str, told: str) -> None:
    number = Number(Decimal("2.5"), "2.5", unit, Decimal(tolerance))
    fields = asked(replace(question("share-saved"), answer=number), EN).fields
    assert re.sub("<.*?>", "", fields["Unit"]) == told
    assert ("within" in fields["Answer"]) == (tolerance != "0")


def test_a_figure_is_computed_with_signs_of_arithmetic() -> None:
    number = Number(Decimal(50), "50", "millions", derived="1.25 percent * 4 billion / 2 - 1")
    derived = asked(replace(question("share-saved"), answer=number), EN).fields["Answer"]
    assert "= 1.25 percent × 4 billion ÷ 2 − 1" in derived


@pytest.mark.parametrize(("letters", "long"), [(180, False), (181, True)])
def test_a_long_stem_is_no_heading(letters: int, long: bool) -> None:
    stem = asked(replace(question("who-governs"), stem="x" * letters), EN).fields["Stem"]
    assert ("long" in stem) == long
    assert "x" * letters in stem


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
