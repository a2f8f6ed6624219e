"""What a note is beyond its answer: its identity, deck, tags, reason and source."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from anki.collection import Collection

from quizgen.exporters.anki.decks import course_deck
from quizgen.exporters.anki.notes import notes
from quizgen.exporters.anki.text import ascii_tag
from quizgen.model import Quiz
from tests.exporters.anki.packaging import package, with_questions
from tests.exporters.anki.reading import read, seen
from tests.exporters.anki.rendering import Rendered, import_into, rendered
from tests.quizzes import ANSWERS, BRIEF, QUOTE, every_shape, question


def test_identity_is_of_the_item_in_its_course() -> None:
    def guids(quiz: Quiz) -> set[str]:
        return {note.guid for note in notes(quiz)}

    reworded = with_questions(*(replace(each, stem="Other", rationale="Other") for each in every_shape().questions))
    assert guids(reworded) == guids(every_shape())
    assert guids(replace(every_shape(), id="another", title="Another")) == guids(every_shape())
    assert not guids(replace(every_shape(), course="lakes")) & guids(every_shape())


FROZEN_GUIDS = {"who-governs": "mM|y!}$yPH", "storm-fund": "H9W>x|8@I_", "why-a-fund": "djcpWmN{<h"}
FROZEN_DECKS = {"Islands": 1165816542506, "Islands::Saving before the Storm": 1436265322290}


def test_guids_and_ids_of_decks_are_frozen() -> None:
    """Never change the literals: collections of students hold these."""
    made = {note.item: note for note in notes(every_shape())}
    assert {item: made[item].guid for item in FROZEN_GUIDS} == FROZEN_GUIDS
    assert len({note.guid for note in made.values()}) == len(ANSWERS)
    decks = (course_deck(every_shape()), *(note.deck for note in made.values()))
    assert {deck.name: deck.id for deck in decks} == FROZEN_DECKS


def test_tags_say_what_an_item_is(collection: Collection, tmp_path: Path) -> None:
    tagged = replace(question("who-governs"), tags=("Política pública", "中", "b::c", "a"))
    import_into(collection, package(with_questions(tagged)), tmp_path)
    (note,) = map(collection.get_note, collection.find_notes(""))
    assert sorted(note.tags) == [
        "quizgen::brief::storms", "quizgen::difficulty::easy", "quizgen::kind::fact", "quizgen::tag::Politica-publica",
        "quizgen::tag::a", "quizgen::tag::b::c", "quizgen::thinking::remember", "quizgen::type::short",
    ]  # fmt: skip
    assert len(collection.find_notes("tag:quizgen::kind::fact")) == len(collection.find_notes("tag:quizgen")) == 1
    assert all(note.tags == tuple(sorted(note.tags)) for note in notes(every_shape()))
    assert ascii_tag("中") == ""


def test_every_back_gives_the_answer_the_reason_and_the_source(cards: list[Rendered]) -> None:
    answers = {
        "why-a-fund": "So that repairs need not wait for loans ✓", "years-of-storms": "2007 ✓",
        "what-it-pays": "Roofs ✓", "fund-is-loan": "False ✓", "who-governs": "Señora Ibarra",
        "storm-fund": "Money set aside before a storm", "share-saved": "2.5 percent (within 0.1)",
        "gaps-in-text": "1999 by the council", "who-said-what": "Ibarra A storm fund",
        "before-or-after": "Before Saving Saving is done early. Drilling",
        "order-of-work": "Clear the roads Mend the roofs Open the school", "argue-for-it": "Ibarra argues that waiting",
    }  # fmt: skip
    assert answers.keys() == ANSWERS.keys()
    for card in cards:
        text = seen(re.sub(r"(</?(p|li|h\d|div|summary|span)\b)", r" \1", card.back))
        assert answers[card.item] in text
        assert "The brief says so of the fund, and 3 < 4 & 5 > 4." in text
        assert "Restated from paragraph 1 of Ibarra and Ray (2024), “Saving before the Storm”" in text
        assert BRIEF.passages[0].text in text
        assert read(card.back).links == [BRIEF.url]


def test_restated_evidence_is_no_quotation(cards: list[Rendered]) -> None:
    assert cards
    for card in cards:
        assert QUOTE in card.back
        assert f"“{QUOTE}" not in card.back
        assert f"{QUOTE}”" not in card.back
        assert not {"q", "blockquote"} & set(read(card.back).elements)


def test_evidence_in_the_words_of_the_brief_is_a_quotation(tmp_path: Path) -> None:
    quiz = replace(with_questions(question("who-governs")), briefs=(replace(BRIEF, restated=False),))
    (card,) = rendered(package(quiz), tmp_path)
    assert f"“{QUOTE}”" in seen(card.back)
