from __future__ import annotations

import dataclasses
import re

from quizgen import wording


def holes(text: object) -> list[str]:
    return sorted(re.findall(r"\{\w*\}", str(text)))


def test_every_language_says_everything_with_the_same_holes() -> None:
    names = [field.name for field in dataclasses.fields(wording.Wording)]
    assert len(names) > 50
    assert [words.code for words in wording.ALL] == ["en", "es"]
    for words in wording.ALL:
        for name in names:
            assert getattr(words, name), f"{words.code} has no word for {name}"
            assert holes(getattr(words, name)) == holes(getattr(wording.EN, name)), (words.code, name)


def test_numbers_and_names() -> None:
    assert [wording.points(value, wording.EN) for value in (1, 2, 0.5)] == ["1 pt", "2 pts", "0.5 pts"]
    assert wording.listing(("A", "B", "C"), wording.EN) == "A, B and C"
    assert wording.listing(("A",), wording.ES) == "A"
