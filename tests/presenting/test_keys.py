"""What a key says of each shape."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from quizgen import wording
from quizgen.model import Blank, Gaps, Scoring
from quizgen.presenting.keys import said, scoring, short, shorter
from tests.quizzes import ANSWERS, question

EACH = {
    "what-it-pays": "1.5 pts for each right option; each wrong tick takes as much away, down to 0.",
    "gaps-in-text": "1.5 pts for each that is right.",
    "who-said-what": "1.5 pts for each that is right.",
    "before-or-after": "1 pt for each that is right.",
    "order-of-work": "1 pt for each that is right.",
}
"""How three points are earned, for the items that can be right in part."""


@pytest.mark.parametrize("id", ANSWERS)
def test_how_points_are_counted_is_said_where_an_answer_can_be_right_in_part(id: str) -> None:
    ways: tuple[tuple[Scoring, str | None], ...] = (
        ("each", EACH.get(id)),
        ("all", "All or nothing." if id in EACH else None),
    )
    for way, told in ways:
        one = replace(question(id), points=3, scoring=way)
        lines = list(scoring(one, wording.EN))
        assert [(line.label, said(line.text)) for line in lines] == ([("Scoring", told)] if told else [])


def test_a_text_with_one_blank_is_right_or_wrong() -> None:
    one = replace(question("gaps-in-text"), answer=Gaps(("The fund is of ", Blank(("1999",)))), scoring="each")
    assert list(scoring(one, wording.EN)) == []


def test_a_share_is_rounded_to_the_hundredth() -> None:
    one = replace(question("order-of-work"), points=1, scoring="each")
    (line,) = scoring(one, wording.ES)
    assert said(line.text) == "0,33 ptos. por cada acierto."


@pytest.mark.parametrize("id", ANSWERS)
def test_what_is_shorter_says_the_same(id: str) -> None:
    answer = ANSWERS[id][2]
    first, *others = (said(text) for text in shorter(answer, wording.EN))
    assert first == said(short(answer, wording.EN))
    assert [len(others)] == (
        [2] if id in {"what-it-pays", "who-said-what", "before-or-after", "order-of-work"} else [0]
    )
    for other in others:
        names = other.replace(" ", "")
        assert len(other) < len(first)
        assert set(names) <= set(first)
        assert len(names) == len(re.findall(r"[A-Z]", first))
