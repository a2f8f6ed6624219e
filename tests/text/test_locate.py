from __future__ import annotations

import pytest

from quizgen.text.locate import Tier, find, located, parts, short_parts, tier

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
        (".25 million loan", None),
        ("for a $1", None),
        ("for a $1.", None),
        ("waited eleven weeks for a $1.25", Tier.EXACT),
        ("a $1.25 billion loan", None),
        ("", None),
    ],
)
def test_tier(quote: str, expected: Tier | None) -> None:
    assert tier(quote, PASSAGE) is expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("waited eleven weeks", "waited eleven weeks"),
        ('loan -- "too long", says', "loan – “too long”, says"),
        ("SAYS ZUNIGA'S COUNCIL", "says Zúñiga’s council"),
        ("the island waited eleven … loan – “too long”, says", "the island waited eleven weeks for a $1.25 million loan"
         " – “too long”, says"),
    ],
)  # fmt: skip
def test_find_gives_the_span_in_the_text_itself(quote: str, expected: str) -> None:
    span = find(quote, PASSAGE)
    assert span is not None
    assert PASSAGE[slice(*span)] == expected


def test_a_soft_hyphen_is_no_hindrance() -> None:
    text = "the re\u00adstated passage\u00ad stands"
    span = find("restated passage", text)
    assert span is not None
    assert text[slice(*span)] == "re\u00adstated passage\u00ad"


@pytest.mark.parametrize("mark", ["...", "…", "[...]", "[…]", "[ … ]"])
def test_the_parts_of_a_quote_with_an_ellipsis_stand_in_order(mark: str) -> None:
    found = located(f"In 2007 the island {mark} weeks for a $1.25 million loan", PASSAGE)
    assert found is not None
    assert [PASSAGE[slice(*span)] for span in found.spans] == ["In 2007 the island", "weeks for a $1.25 million loan"]
    assert found.tier is Tier.EXACT


@pytest.mark.parametrize(
    "quote",
    [
        "weeks for a $1.25 million loan … In 2007 the island",  # out of order
        "In 2007 the island … waited seven weeks for a",  # a part that is not there
        "In 2007 the island … million loan",  # two words prove nothing
        "In 2007 the island waited … island waited eleven weeks",  # parts that overlap
        "… waited seven weeks for a …",
    ],
)
def test_parts_that_are_missing_short_or_out_of_order_stand_nowhere(quote: str) -> None:
    assert located(quote, PASSAGE) is None


def test_the_least_agreement_of_the_parts_counts() -> None:
    assert tier("in 2007 the island … a $1.25 million loan", PASSAGE) is Tier.LETTERS
    assert tier("In 2007 the island … for a $1.25 million loan - “too long”", PASSAGE) is Tier.TYPOGRAPHY


def test_an_ellipsis_of_the_passage_itself_is_quoted_like_any_mark() -> None:
    assert tier("by day... and night", "The ferry sails by day… and night.") is Tier.TYPOGRAPHY


def test_parts_and_those_that_are_too_short() -> None:
    assert parts("… one two [...] three four five six...") == ("one two", "three four five six")
    assert short_parts(("one two", "three four five six")) == ("one two",)
