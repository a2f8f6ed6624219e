from __future__ import annotations

import itertools
import re
from typing import get_args

import pytest

from quizgen.stable import Named, identifier, numbers, out_of_order, scattered


def test_an_identifier_is_the_same_for_ever_and_another_for_another_name() -> None:
    assert identifier("item", "course", "storms") == "gecb5c35352f29f590907a93a41757330"
    names = {identifier(kind, "course", f"item-{number}") for kind in get_args(Named) for number in range(1000)}
    assert len(names) == 1000 * len(get_args(Named)) > 5000
    assert all(re.fullmatch(r"g[0-9a-f]{32}", name) for name in names)


def test_numbers_are_all_different_and_of_nine_digits() -> None:
    given = list(itertools.islice(numbers("course", "item"), 1000))
    assert given[:3] == list(itertools.islice(numbers("course", "item"), 3))
    assert len(set(given)) == 1000
    assert all(100_000_000 <= number <= 999_999_999 for number in given)


def test_the_first_option_is_not_always_the_key() -> None:
    options = ["key", "one", "two", "three"]
    first = [scattered(options, f"item-{number}")[0] for number in range(200)]
    assert 25 < first.count(0) < 75


@pytest.mark.parametrize("count", range(2, 6))
def test_steps_are_turned_where_they_stand_in_order_and_else_left_alone(count: int) -> None:
    for order in itertools.permutations(range(count)):
        right = list(order) == list(range(count))
        assert out_of_order(order) == ([*range(1, count), 0] if right else list(order))


def test_what_has_one_place_or_none_stays_there() -> None:
    assert [out_of_order(order) for order in ([], [0])] == [[], [0]]
