from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.checks import difficulty_balance, kinds_balance
from quizgen.course import load
from tests.examples import of_rule

Write = Callable[[str], Path]


def bank(field: str, counts: dict[str, int], more: str = "") -> str:
    return of_rule("".join(f"- type: short\n  {field}: {value}\n{more}" * count for value, count in counts.items()))


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"fact": 19}, False),
        ({"fact": 20}, True),
        ({"fact": 16, "definition": 2, "argument": 2}, False),
        ({"fact": 10, "definition": 10}, True),
        ({"fact": 18, "definition": 1, "argument": 11}, True),
    ],
)
def test_kinds(counts: dict[str, int], found: bool, bank_of: Write) -> None:
    assert bool(list(kinds_balance.check(load(bank_of(bank("kind", counts)))))) is found


def test_the_counts_are_said_for_what_is_missing_too(bank_of: Write) -> None:
    (kinds,) = kinds_balance.check(load(bank_of(bank("kind", {"definition": 20}))))
    assert kinds.message.endswith("kind: fact 0, definition 20, argument 0; write 3 more facts and 3 more arguments")
    (difficulty,) = difficulty_balance.check(load(bank_of(bank("difficulty", {"easy": 10, "hard": 10}))))
    assert difficulty.message.endswith("difficulty: easy 10, medium 0, hard 10; write 3 more medium ones")


def test_retired_items_do_not_count(bank_of: Write) -> None:
    course = load(bank_of(bank("kind", {"fact": 20}, "  retired: 2026-01-01\n")))
    assert not [*kinds_balance.check(course), *difficulty_balance.check(course)]
