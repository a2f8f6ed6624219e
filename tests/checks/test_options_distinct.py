from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.checks import options_distinct
from quizgen.course import load
from tests.examples import of_rule

RUBRIC = """type: essay
model_answer: It saves time.
points: 2
rubric: [{{criterion: {}, points: 1}}, {{criterion: {}, points: 1}}]
"""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("A tax on fossil-fuel companies", "A tax on fossil fuel companies", True),
        ("A tax on fossil‑fuel companies", "a tax on fossil fuel companies.", True),
        ("5-7 weeks", "57 weeks", False),
        ("-1", "1", False),
    ],
)
def test_a_hyphen_between_letters_makes_no_difference(
    one: str, other: str, same: bool, bank_of: Callable[[str], Path]
) -> None:
    options = f"distractors: [{{text: '{one}', why: So.}}, {{text: '{other}', why: So.}}]"
    assert bool(list(options_distinct.check(load(bank_of(of_rule(options)))))) is same


def test_a_criterion_stands_once_in_a_rubric(bank_of: Callable[[str], Path]) -> None:
    for one, other, found in (("Names time", "names time.", 1), ("Names time", "Weighs the price", 0)):
        course = load(bank_of(of_rule(RUBRIC.format(one, other))))
        assert len(list(options_distinct.check(course))) == found
