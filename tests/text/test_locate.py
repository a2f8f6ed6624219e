from __future__ import annotations

import pytest

from quizgen.text.locate import Tier, nearest, tier

PASSAGE = "In 2007 the island waited eleven weeks for a $1.25 million loan – “too long”, says Zúñiga’s council."


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("waited eleven weeks for a $1.25 million loan", Tier.EXACT),
        ('loan - "too long", says', Tier.TYPOGRAPHY),
        ("says Zuniga's Council", Tier.LETTERS),
        ("waited seven weeks", None),
        ("waited eleven week", None),  # a word cut short is another word
        ("$1.2", None),
        ("007 the island", None),
        ("25 million loan", None),  # a figure cut short is another figure
        ("for a $1", None),
        ("waited eleven weeks for a $1.25", Tier.EXACT),
        ("a $1.25 billion loan", None),
    ],
)
def test_tier(quote: str, expected: Tier | None) -> None:
    assert tier(quote, PASSAGE) is expected


def test_nearest_is_cut_at_whole_words_of_the_passage() -> None:
    assert nearest("the island waited seven weeks for a $1.25 billion loan", PASSAGE) == (
        "the island waited eleven weeks for a $1.25 million loan"
    )


@pytest.mark.parametrize("quote", ["ferries sail at dawn and dusk on all days but one", "a b c", "?"])
def test_nothing_is_suggested_for_what_is_far(quote: str) -> None:
    assert nearest(quote, PASSAGE) is None
