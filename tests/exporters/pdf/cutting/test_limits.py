"""What a card cannot hold."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pytest

from quizgen.exporters import cards
from quizgen.findings import Location
from quizgen.model import Question, Words
from tests.exporters.pdf.cutting.decks import SHORT, TERM, course_deck, deck
from tests.exporters.pdf.printing import quiz_of
from tests.quizzes import SETTINGS

WHERE = {"stem": Location("questions/storms.yaml", 7), "answer": Location("questions/storms.yaml", 9)}


def stem_of(text: str) -> Question:
    return replace(SHORT, stem=text, fields=WHERE)


def answer_of(text: str) -> Question:
    return replace(SHORT, answer=Words((text,)), fields=WHERE)


def also_of(text: str) -> Question:
    return replace(SHORT, answer=Words(("She", text)), fields=WHERE)


PLACES = {"stem": stem_of, "answer": answer_of, "also right": also_of}


def limits(question: Question) -> list[str]:
    remarks = list(cards.limits([quiz_of(question)]))
    assert {remark.item for remark in remarks} <= {question.id}
    return [remark.message for remark in remarks]


@pytest.mark.parametrize("place", PLACES)
def test_a_text_that_is_too_long_is_told_by_how_much_and_where(place: str) -> None:
    question = PLACES[place]("word and " * 120)
    (remark,) = cards.limits([quiz_of(TERM, question)])
    assert (remark.item, remark.severity) == ("who-governs", None)
    assert remark.where == WHERE["stem" if place == "stem" else "answer"]
    told = re.search(r"is (\d+) lines, about (\d+) characters, too long for a card", remark.message)
    assert told is not None
    assert int(told[1]) >= 5
    shorter = "word and " * ((120 * 9 - int(told[2])) // 9 - 6)
    assert limits(PLACES[place](shorter)) == []
    assert limits(PLACES[place]("word and " * ((120 * 9 - int(told[2])) // 9 + 14))) != []


@pytest.mark.parametrize("place", PLACES)
def test_there_is_a_finding_just_where_there_is_no_card(place: str) -> None:
    seen = set()
    for count in range(30, 130, 3):
        question = PLACES[place]("word " * count)
        (output,) = cards.export([quiz_of(TERM, question)], SETTINGS)
        fits = not limits(question)
        assert output.about["cards"] == (["storm-fund", "who-governs"] if fits else ["storm-fund"])
        seen.add(fits)
    assert seen == {True, False}


@pytest.mark.parametrize("count", [5, 9, 12])
def test_where_references_fill_a_card_it_is_they_that_are_too_long(count: int) -> None:
    places = [Location("questions/storms.yaml", 20 + number) for number in range(count)]
    evidence = tuple(
        replace(SHORT.evidence[0], passage=f"p{number}", where=where) for number, where in enumerate(places, 1)
    )
    usual = quiz_of(SHORT).brief(SHORT.evidence[0].brief)
    passages = tuple(replace(usual.passages[0], id=f"p{number}") for number in range(1, count + 1))
    brief = replace(usual, passages=passages)
    (remark,) = cards.limits([quiz_of(replace(SHORT, evidence=evidence), briefs=(brief,))])
    assert remark.where == places[0]
    told = re.fullmatch(
        r"what it rests on is (\d+) lines?, about (\d+) characters, too long for a card; it is left out", remark.message
    )
    assert told is not None
    fit = count - math.ceil(int(told[1]) / 2)  # each reference takes two lines
    for shown in (fit, fit + 1):
        fewer = replace(SHORT, evidence=evidence[:shown])
        assert bool(list(cards.limits([quiz_of(fewer, briefs=(brief,))]))) == (shown > fit)


def test_a_word_that_is_wider_than_a_card_is_told() -> None:
    assert limits(stem_of("w" * 20)) == []
    for wide in (stem_of("w" * 60), answer_of("w" * 60), replace(SHORT, answer=Words(("She", "w" * 60)))):
        (message,) = limits(wide)
        assert "wider than a card" in message


def test_only_what_stands_on_cards_is_looked_at() -> None:
    rationale = replace(SHORT, rationale="中")
    assert limits(rationale) == []
    assert list(cards.limits([quiz_of(replace(SHORT, stem="中"), audience="exam")])) == []
    for odd in (stem_of("see 中"), answer_of("see 中"), replace(SHORT, answer=Words(("She", "中")))):
        (message,) = limits(odd)
        assert "“中” (U+4E2D" in message
    (remark,) = cards.limits([quiz_of(TERM, SHORT, title="中")])
    assert remark.item is None


def test_the_course_and_the_decks_that_are_looked_at_fit() -> None:
    assert list(cards.limits([course_deck(), deck(23)])) == []
