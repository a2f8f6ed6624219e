from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.checks import answer_position
from quizgen.course import load
from quizgen.findings import Remark
from tests.examples import of_rule

Write = Callable[[str], Path]


def choice(position: int, options: int = 4, shuffle: str = "false") -> str:
    wrong = "".join(f"\n    - {{text: wrong {'x' * n}, why: So.}}" for n in range(1, options))
    place = f"  position: {position}\n" if shuffle == "false" else ""
    return f"- stem: Which?\n  answer: right\n  distractors:{wrong}\n  shuffle: {shuffle}\n{place}"


def remarks(write: Write, *items: str) -> list[Remark]:
    return list(answer_position.check(load(write(of_rule("".join(items))))))


def test_the_counts_by_place_are_said_once_a_bank(bank_of: Write) -> None:
    (remark,) = remarks(bank_of, *[choice(1)] * 9, choice(2))
    assert "of 10 choices in fixed order the key stands at A 9, B 1, C 0, D 0" in remark.message
    assert (remark.where.path, remark.item) == ("questions/storm-savings.yaml", None)


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ([1] * 4, False),  # four of four come about by chance too often to speak of
        ([3] * 5, True),
        ([1, 2, 3, 4] * 5, False),
        ([1] * 5 + [2] * 2 + [3] * 2 + [4], False),
        ([2] * 12 + [1, 3, 4] * 3, True),
    ],
)
def test_only_a_crowd_that_chance_would_not_make_is_named(places: list[int], found: bool, bank_of: Write) -> None:
    assert bool(remarks(bank_of, *map(choice, places))) is found


def test_what_is_shuffled_and_what_is_true_or_false_do_not_count(bank_of: Write) -> None:
    assert not remarks(bank_of, *[choice(1, shuffle="true")] * 12)
    assert not remarks(bank_of, *["- type: true-false\n  stem: It is so.\n  answer: true\n"] * 12)


def test_figures_count_by_the_place_that_order_gives_them(bank_of: Write) -> None:
    figures = "- stem: When?\n  answer: '2007'\n  distractors: [{text: '1999', why: So.}, {text: '1998', why: So.}]\n"
    (remark,) = remarks(bank_of, *[figures] * 6)
    assert "A 0, B 0, C 6" in remark.message


def test_places_that_few_items_have_are_weighed_by_those_items(bank_of: Write) -> None:
    two = [choice(1, options=2), choice(2, options=2)] * 5
    (remark,) = remarks(bank_of, *two, *[choice(4)] * 5)
    assert "A 5, B 5, C 0, D 5" in remark.message
