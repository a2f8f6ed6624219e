from __future__ import annotations

import pytest

from quizgen.findings import Reorder
from tests.checks.choosing import choice, messages, remarks

KEPT = {"shuffle": "false", "stem": "When did the council set up the fund?"}


def test_the_distractors_are_put_in_order_where_that_mends_it() -> None:
    (remark,) = remarks("numeric-order", choice("1999", "2007", "1998", "2024", position=2, **KEPT))
    assert "(2007, 1999, 1998, 2024)" in remark.message
    assert isinstance(remark.edit, Reorder)
    columns = [entry.column for entry in remark.edit.entries]
    assert len(columns) == 3
    assert columns[1] == min(columns)
    assert columns[2] == max(columns)


def test_there_is_no_edit_where_the_position_is_wrong() -> None:
    (remark,) = remarks("numeric-order", choice("1999", "2007", "1998", "2024", position=1, **KEPT))
    assert remark.edit is None


@pytest.mark.parametrize("distractors", [("1998", "2007", "2024"), ("2007", "1998", "1990")])
def test_up_and_down_are_both_in_order(distractors: tuple[str, ...]) -> None:
    assert not messages("numeric-order", choice("1999", *distractors, position=2, **KEPT))


def test_quizgen_orders_figures_itself_where_they_may_be_moved() -> None:
    assert not messages("numeric-order", choice("1999", "2007", "1998", stem="When was it?"))


def test_words_have_no_order() -> None:
    assert not messages("numeric-order", choice("A fund", "2007", "1998", **KEPT))
