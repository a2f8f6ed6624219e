from __future__ import annotations

import pytest

from quizgen.text import folding


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the “first safe country”", 'the "first safe country"'),
        ("Venezuela’s", "Venezuela's"),
        ("14\u00a0percent", "14 percent"),
        ("COVID\u201119", "COVID-19"),
        ("rise—like", "rise -- like"),
        ("lenders – which", "lenders — which"),
        ("crime … rape", "crime ... rape"),
        ("soft\u00adhyphen", "softhyphen"),
        ("two  spaces\nhere", "two spaces here"),
        ("oﬃcial ﬁgures", "official figures"),
    ],
)
def test_typography_is_folded(one: str, other: str) -> None:
    assert folding.typography(one) == folding.typography(other)


@pytest.mark.parametrize(("one", "other"), [("no", "not"), ("$1", "1"), ("e", "é"), ("A", "a"), ("1.5", "15")])
def test_words_are_not(one: str, other: str) -> None:
    assert folding.typography(one) != folding.typography(other)


def test_letters_fold_case_and_accents() -> None:
    assert folding.letters("Zúñiga’s TOCORÓN") == "zuniga's tocoron"


def test_words_fold_punctuation_but_not_signs_that_mean() -> None:
    assert folding.words(" A loan, agreed… ") == folding.words("a loan agreed")
    assert folding.words("40%") != folding.words("40")
    assert folding.words("-1") != folding.words("1")
