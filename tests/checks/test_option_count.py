from __future__ import annotations

import pytest

from tests.checks.choosing import OF_TRUE_FALSE, choice, messages, select


def test_too_few_and_too_many_of_a_choice() -> None:
    assert messages("option-count", choice("A fund", "A loan")) == [
        "2 options leave little but a guess: write a third, or ask with `type: true-false`"
    ]
    assert messages("option-count", choice("A", *"BCDEF")) == [
        "6 options are more than students weigh: keep the 5 best"
    ]


@pytest.mark.parametrize("distractors", ["BC", "BCD", "BCDE"])
def test_three_to_five_are_sound(distractors: str) -> None:
    assert not messages("option-count", choice("A", *distractors))


def test_a_select_may_have_eight() -> None:
    assert not messages("option-count", select(list("ABCD"), list("EFGH")))
    assert messages("option-count", select(list("ABCD"), list("EFGHI"))) == [
        "9 options are more than students weigh: keep the 8 best"
    ]
    assert messages("option-count", select(["A"], ["B"])) == ["2 options leave little but a guess: write a third"]


def test_the_two_words_of_a_true_false_are_not_counted() -> None:
    assert not messages("option-count", OF_TRUE_FALSE)
