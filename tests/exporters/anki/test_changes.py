"""The page on what the last release did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import wording
from quizgen.exporters import anki
from quizgen.exporters.anki import contents
from quizgen.exporters.anki.changes import page
from quizgen.releases import Content, Entry, Released, release
from tests.exporters.anki.packaging import NOT_WHOLE
from tests.quizzes import SETTINGS, every_shape

MARCH, MAY = 1_773_739_800, 1_777_626_000
SAME, OTHER = Content("choice", "0" * 16), Content("choice", "1" * 16)
RELEASED = Released(
    {
        "kept": Entry(SAME, MARCH, MARCH),
        "reworded": Entry(OTHER, MARCH, MAY),
        "brand-new": Entry(SAME, MAY, MAY),
        "gone-long-ago": Entry(SAME, MARCH - 9, MARCH - 9, MARCH),
        "gone-now": Entry(SAME, MARCH, MARCH, MAY),
    },
    {"choice": Entry(OTHER, MARCH, MAY)},
)


@pytest.mark.parametrize("words", wording.ALL, ids=lambda words: words.code)
def test_the_page_says_item_by_item_what_the_last_release_did(
    words: wording.Wording, golden: Callable[[Path, str], None]
) -> None:
    text = page(RELEASED, RELEASED.items, words)
    golden(Path(__file__).with_name(f"changes.{words.code}.md"), text)
    assert "`kept`" not in text
    assert "`gone-long-ago`" not in text
    assert text.index("`brand-new`") < text.index("`reworded`") < text.index("`gone-now`")


def test_what_a_release_did_not_do_has_no_heading() -> None:
    assert _said(release(Released(), contents([every_shape()]), MAY)).count("\n## ") == 2
    assert "look" not in _said(Released({"kept": Entry(SAME, MAY, MAY)}, {}))


def _said(released: Released) -> str:
    return page(released, released.items, wording.EN)


def test_what_the_decks_no_longer_hold_is_not_pointed_out() -> None:
    """It was new or changed in the last release, and is kept for exams since."""
    text = page(RELEASED, RELEASED.items.keys() - {"brand-new", "reworded"}, wording.EN)
    assert "brand-new" not in text
    assert "reworded" not in text
    assert "`gone-now`" in text


def test_it_lies_beside_the_decks_of_the_whole_course_once_there_is_a_release() -> None:
    new = Released({"why-a-fund": Entry(SAME, MAY, MAY), "exam-now": Entry(SAME, MAY, MAY)}, {})
    (*_, made) = anki.export([every_shape(language="es")], replace(SETTINGS, released=new))
    assert (made.name, made.quiz) == ("students/anki/CHANGES.md", None)
    assert made.data.decode() == page(new, {"why-a-fund"}, wording.ES)
    for settings in (SETTINGS, replace(NOT_WHOLE, released=RELEASED)):
        assert not [output for output in anki.export([every_shape()], settings) if output.name.endswith(".md")]
