from __future__ import annotations

import pytest

from benchmarks import copies
from benchmarks.measuring import module
from quizgen import exporters
from quizgen.model import Question


@pytest.mark.parametrize("name", exporters.BY_NAME)
def test_every_format_holds_all_the_items(name: str) -> None:
    few, many = (made(name, copies.questions(0, count)) for count in (20, 80))
    # of cards most bytes are typefaces, and nearly all of the items are too long for Kahoot
    assert many > few * (1 if name in ("cards", "kahoot") else 1.5)


def made(name: str, asked: tuple[Question, ...]) -> int:
    """The bytes of all files of a format."""
    quiz = copies.with_form(asked)
    return sum(len(output.data) for output in exporters.BY_NAME[name].export([quiz], copies.SETTINGS))


def test_a_format_is_measured_in_a_process_of_its_own() -> None:
    assert module("benchmarks.exporting", "gift", 30).size == made("gift", copies.questions(0, 30))
