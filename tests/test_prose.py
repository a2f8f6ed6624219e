from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.course import load
from quizgen.prose import holding
from tests.examples import of_rule

STEM = "Where does the Fund's money\\n\\n go TODAY?"


@pytest.mark.parametrize(
    ("signs", "found"),
    [
        (["today"], True),
        (["nd's mon"], True),
        (["money", "no such sign"], True),
        (["go where"], False),  # both words are there, but not side by side
        (["no such sign"], False),
        ([], False),
    ],
)
def test_an_item_holds_a_sign_in_whatever_case(signs: list[str], found: bool, bank_of: Callable[[str], Path]) -> None:
    course = load(bank_of(of_rule(f'stem: "{STEM}"')))
    held = list(holding(course, signs))
    assert [question.stem for question, _ in held] == (["Where does the Fund's money\n\n go TODAY?"] if found else [])
    for _, written in held:
        assert [entry.part for entry in written][:2] == ["the stem", "an option"]


def test_a_retired_item_holds_none(bank_of: Callable[[str], Path]) -> None:
    course = load(bank_of(of_rule(f'stem: "{STEM}"\nretired: 2026-01-01')))
    assert list(holding(course, ["today"])) == []
