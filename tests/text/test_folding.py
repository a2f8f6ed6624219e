from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgen.text import folding
from tests.conftest import REPOSITORY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the “first safe country”", 'the "first safe country"'),
        ("Venezuela’s", "Venezuela's"),
        ("14\u00a0percent", "14 percent"),
        ("COVID\u201119", "COVID-19"),
        ("rise—like", "rise -- like"),
        ("lenders – which", "lenders — which"),
        ("a - b", "a-b"),
        ("a--b", "a-b"),
        ("a -b", "a -b"),
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
    assert folding.words("a_b, £5 km/h ½ año+2") == "a b £5 km/h 1 2 ano+2"


WRITTEN = " “Soft\u00adly”,  says\u00a0Zúñiga – the ﬁrst… and -- last "


@pytest.mark.parametrize(
    ("fold", "origins"),
    [(folding.typography, folding.typography_origins), (folding.letters, folding.letters_origins)],
)
def test_origins_lead_back_to_the_text(fold: Callable[[str], str], origins: Callable[[str], tuple[int, ...]]) -> None:
    folded, places = fold(WRITTEN), origins(WRITTEN)
    assert len(folded) == len(places)
    assert list(places) == sorted(places)
    for word in ("says", "and", "last"):
        assert WRITTEN[places[folded.index(word)] :].startswith(word)
    assert WRITTEN[places[folded.index("first")]] == "ﬁ"
    assert WRITTEN[places[folded.index("-")]] == " "


def test_origins_hold_for_every_text_of_the_corpus() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "corpus").glob("*.md"))]
    assert len(texts) >= 3
    for text in texts:
        assert len(folding.typography_origins(text)) == len(folding.typography(text))
        folded, places = folding.letters(text), folding.letters_origins(text)
        agree = sum(folding.letters(text[place]) == letter for letter, place in zip(folded, places, strict=True))
        assert agree > len(folded) * 0.8  # all but the spaces, which fold to nothing on their own
