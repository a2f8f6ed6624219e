from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.checks import longest_is_key_rate
from quizgen.course import load
from quizgen.findings import Remark
from tests.examples import of_rule

Write = Callable[[str], Path]


def choice(key: int, *wrong: int, name: str | None = None) -> str:
    """An item whose key and distractors have so many letters."""
    distractors = "".join(f"\n    - {{text: {'w' * length}, why: So.}}" for length in wrong)
    head = f"- id: {name}\n  stem" if name else "- stem"
    return f"{head}: Which?\n  answer: {'k' * key}\n  distractors:{distractors}\n"


LONGEST, MIDDLING, SHORTEST = choice(20, 10, 12, 14), choice(12, 10, 14, 16), choice(8, 10, 12, 14)


def remarks(write: Write, *items: str) -> list[Remark]:
    return list(longest_is_key_rate.check(load(write(of_rule("".join(items))))))


def test_the_rate_is_said_against_chance_with_the_worst_items(bank_of: Write) -> None:
    worst, bad = choice(90, 10, 12, 14, name="worst"), choice(40, 10, 12, 14, name="bad")
    (remark,) = remarks(bank_of, *[LONGEST] * 6, bad, worst, *[MIDDLING] * 4)
    said = "the key is the longest option in 8 of 12 items with one best answer, where chance gives about 3: "
    assert said in remark.message
    assert "first in `worst`, `bad`, `example-1`" in remark.message


def test_the_shortest_gives_itself_away_as_well(bank_of: Write) -> None:
    (remark,) = remarks(bank_of, *[SHORTEST] * 8, *[MIDDLING] * 4)
    assert "the key is the shortest option in 8 of 12" in remark.message


@pytest.mark.parametrize(
    ("longest", "middling", "found"), [(9, 0, False), (10, 0, True), (5, 7, False), (6, 14, False), (11, 9, True)]
)
def test_only_a_rate_that_chance_would_not_give_is_named(
    longest: int, middling: int, found: bool, bank_of: Write
) -> None:
    assert bool(remarks(bank_of, *[LONGEST] * longest, *[MIDDLING] * middling)) is found


def test_chance_is_one_in_two_where_there_are_two_options(bank_of: Write) -> None:
    longer, shorter = choice(20, 10), choice(10, 20)
    assert not remarks(bank_of, *[longer] * 8, *[shorter] * 4)
    assert remarks(bank_of, *[longer] * 12)


def test_as_long_as_another_is_not_the_longest_and_emphasis_has_no_length(bank_of: Write) -> None:
    assert not remarks(bank_of, *[choice(14, 10, 12, 14)] * 12)
    assert not remarks(bank_of, *[choice(14, 10, 12, 14).replace("k" * 14, f"'*{'k' * 14}*'")] * 12)


def test_figures_select_and_true_or_false_are_left_out(bank_of: Write) -> None:
    figures = "- stem: When?\n  answer: '120'\n  distractors: [{text: '99', why: So.}, {text: '98', why: So.}]\n"
    assert not remarks(bank_of, *[figures] * 12)
    assert not remarks(bank_of, *["- type: true-false\n  stem: It is so.\n  answer: false\n"] * 12)
