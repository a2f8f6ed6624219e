from __future__ import annotations

import dataclasses
import re
from decimal import Decimal

import pytest

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


@pytest.mark.parametrize(
    ("value", "en", "es"),
    [
        ("1999", "1999", "1999"), ("-12500", "-12,500", "-12.500"), ("12500.5", "12,500.5", "12.500,5"),
        ("0.05", "0.05", "0,05"), ("2.50", "2.50", "2,50"),
    ],
)  # fmt: skip
def test_figures_are_written_as_the_language_writes_them(value: str, en: str, es: str) -> None:
    assert [wording.figure(Decimal(value), words) for words in (wording.EN, wording.ES)] == [en, es]


def test_margins_and_points_are_too() -> None:
    assert wording.within(Decimal("0.10"), wording.ES) == " (con un margen de 0,1)"
    assert wording.within(Decimal("2E+4"), wording.EN) == " (within 20,000)"
    assert wording.points(0.5, wording.ES) == "0,5 ptos."
