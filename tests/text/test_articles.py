from __future__ import annotations

import pytest

from quizgen.text.articles import takes_an


@pytest.mark.parametrize(
    "word",
    [
        "apple",
        "hour",
        "honest man",
        "heir",
        "MS-13 member",
        "uninsured pier",
        "FBI agent",
        "8-year wait",
        "“eager” man",
        "X-ray",
        "umbrella",
        "unimportant thing",
    ],
)
def test_words_after_an(word: str) -> None:
    assert takes_an(word)


@pytest.mark.parametrize(
    "word",
    [
        "fund",
        "union",
        "university",
        "European",
        "one-time fee",
        "UN agency",
        "house",
        "user",
        "unit",
        "COP",
        "80"[1:],
        "utility",
        "unanimous vote",
    ],
)
def test_words_after_a(word: str) -> None:
    assert not takes_an(word)
