"""What Moodle's question bank has of items: categories, shares, orders."""

from __future__ import annotations

import pytest

from quizgen.model import Choices, Left, Option, Pairs
from quizgen.presenting.question_bank import Category, alone, is_stern, order, pattern, shares
from tests.quizzes import HERE


def several(right: int, wrong: int) -> Choices:
    return Choices(tuple(Option(str(n), n < right, HERE) for n in range(right + wrong)), multiple=True)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        (1, 1, ("100", "-100")),
        (2, 3, ("50", "50", "-50", "-50", "-50")),
        (3, 1, ("33.33333", "33.33333", "33.33333", "-100")),
        (2, 0, ("50", "50")),
        (11, 11, (*["10"] * 9, *["5"] * 2, *["-10"] * 11)),
    ],
)
def test_what_options_are_worth(right: int, wrong: int, expected: tuple[str, ...]) -> None:
    assert shares(several(right, wrong)) == expected
    assert is_stern(several(right, wrong)) == (0 < wrong < right)


def test_of_one_right_option_it_alone_is_worth_anything() -> None:
    assert shares(Choices((Option("a", False, HERE), Option("b", True, HERE)))) == ("0", "100")


def test_a_path_doubles_slashes_and_keeps_them_apart_from_its_own() -> None:
    assert Category(("a/b", "/c", "d/"), "", ()).path == "$course$/a//b/ //c/d// "
    assert len(Category(("x" * 300,), "", ()).path) == len("$course$/") + 255


def test_pinned_entries_keep_their_order_and_others_one_that_stays() -> None:
    options = tuple(Option(text, False, HERE) for text in "abcdef")
    assert list(order(Choices(options, pinned=True), "id")) == [0, 1, 2, 3, 4, 5]
    scattered = list(order(Choices(options), "id"))
    assert sorted(scattered) == [0, 1, 2, 3, 4, 5] != scattered
    assert [options[n].text for n in scattered if n] == [options[1:][n].text for n in order(Choices(options[1:]), "id")]


@pytest.mark.parametrize(
    ("lefts", "rights", "expected"), [((0, 1), 2, [1]), ((0, 1), 4, [2, 3]), ((0,), 1, [0, 0]), ((0, 0, 1), 2, [])]
)
def test_right_entries_without_a_left_one(lefts: tuple[int, ...], rights: int, expected: list[int]) -> None:
    pairs = Pairs(tuple(Left(str(n), right, HERE) for n, right in enumerate(lefts)), tuple("abcd"[:rights]))
    assert alone(pairs) == expected


def test_a_bare_asterisk_is_escaped() -> None:
    assert pattern(r"a*\*") == r"a\*\\*"
