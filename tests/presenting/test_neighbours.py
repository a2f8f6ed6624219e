"""Answers as types that a course site has."""

from __future__ import annotations

import pytest

from quizgen import wording
from quizgen.model import Blank, Choices, Gaps, Option, Sequence, Step
from quizgen.presenting.neighbours import has_parts, is_statement, numbered
from tests.quizzes import ANSWERS, HERE


def choices(*texts: str, multiple: bool = False) -> Choices:
    return Choices(tuple(Option(text, False, HERE) for text in texts), multiple=multiple)


@pytest.mark.parametrize("words", wording.ALL, ids=lambda words: words.code)
def test_true_and_false_are_a_statement_in_each_language_and_in_that_order(words: wording.Wording) -> None:
    assert is_statement(choices(words.true, words.false))
    assert not is_statement(choices(words.false, words.true))
    assert not is_statement(choices(words.true, words.false, multiple=True))
    assert not is_statement(choices(words.true, words.false, "Perhaps"))
    others = [other for other in wording.ALL if other != words]
    assert not is_statement(choices(words.true, words.false), others)


def test_a_share_of_the_points_is_for_what_has_parts() -> None:
    parted = {id for id, (_, _, answer) in ANSWERS.items() if has_parts(answer)}
    assert parted == {"what-it-pays", "gaps-in-text", "who-said-what", "before-or-after", "order-of-work"}
    assert not has_parts(Gaps(("In ", Blank(("1999",)), ".")))


@pytest.mark.parametrize("count", range(2, 9))
def test_steps_stand_beside_their_numbers_in_another_order(count: int) -> None:
    steps = Sequence(tuple(Step(f"Step {n}", HERE) for n in range(count)), tuple(range(count)))
    for id in ("a", "b", "c", "d"):
        pairs = numbered(steps, id)
        assert pairs.rights == tuple(str(n) for n in range(1, count + 1))
        assert {left.text: pairs.rights[left.right] for left in pairs.lefts} == {
            f"Step {n}": str(n + 1) for n in range(count)
        }
        assert [left.right for left in pairs.lefts] != list(range(count))
