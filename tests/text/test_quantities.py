from __future__ import annotations

import pytest

from quizgen.text.quantities import beyond_counts, of_each, quantities

TEXTS = ["In May 2019 two of them", "three in five left", "no figure", "it cost $4 million. Half", "a million people"]


def test_figures_of_several_texts_are_those_of_each() -> None:
    expected = [(index, figure) for index, text in enumerate(TEXTS) for figure in quantities(text)]
    assert list(of_each(TEXTS)) == expected
    assert list(beyond_counts(TEXTS)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "three in five left",
        "two weeks",
        "one third of them",
        "in May",
        "two million",
        "fifty",
        "the first century",
        "½",
    ],
)
def test_what_goes_beyond_counts(text: str) -> None:
    assert list(beyond_counts([text])) == [(0, figure) for figure in quantities(text)] != []


@pytest.mark.parametrize("text", ["two sides", "the first of them", "it may be one", "half of it", "years of it"])
def test_small_counts_are_not_read(text: str) -> None:
    assert list(beyond_counts([text])) == []
