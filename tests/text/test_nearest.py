from __future__ import annotations

import pytest

from quizgen.text.nearest import Difference, differences, nearest

PASSAGE = "In 2007 the island waited eleven weeks for a $1.25 million loan – “too long”, says Zúñiga’s council."


def near(quote: str) -> str | None:
    span = nearest(quote, PASSAGE)
    return PASSAGE[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (
            "the island waited seven weeks for a $1.25 billion loan",
            "the island waited eleven weeks for a $1.25 million loan",
        ),
        # words left out, so that what stands there is longer than the quote
        ("the island waited for a $1.25 million loan", "the island waited eleven weeks for a $1.25 million loan"),
        ("this island waited eleven weeks for a loan", "the island waited eleven weeks for a $1.25 million loan"),
        ("eleven weeks for a $1.25 million loans", "eleven weeks for a $1.25 million loan"),
        ("too lengthy, says Zúñiga’s council", "too long”, says Zúñiga’s council"),
        ("“too long,” says Zúñiga’s council.", "“too long”, says Zúñiga’s council."),
    ],
)
def test_nearest_is_cut_at_whole_words_of_the_passage(quote: str, expected: str) -> None:
    assert near(quote) == expected


@pytest.mark.parametrize("quote", ["ferries sail at dawn and dusk on all days but one", "a b c", "?", ""])
def test_nothing_is_suggested_for_what_is_far(quote: str) -> None:
    assert near(quote) is None


def test_nothing_is_near_where_there_is_nothing() -> None:
    assert nearest("a storm fund", " ") is None


@pytest.mark.parametrize(
    ("quote", "written", "expected"),
    [
        ("waited seven weeks", "waited eleven weeks", [("seven", "eleven")]),
        ("a $1 loan", "a 1 loan", [("$1", "1")]),
        ("it is not a loan", "it is a loan", [("not", "")]),
        ("it is a loan", "it is not a loan", [("", "not")]),
        ("the pier, the school", "the pier; the School", []),
        ("says “mayor Rey”, who", "says “Mayor Ibarra”, who", [("Rey", "Ibarra")]),
    ],
)
def test_differences_are_in_words(quote: str, written: str, expected: list[tuple[str, str]]) -> None:
    assert list(differences(quote, written)) == [Difference(*pair) for pair in expected]
