from __future__ import annotations

import pytest

from quizgen.text.acronyms import expansions

EXPLAINED = [
    ("urged that Small Island Developing States (SIDS) be allowed", ("SIDS", "Small Island Developing States")),
    ("all transnational criminal organizations (TCOs) are", ("TCO", "transnational criminal organizations")),
    ("the “Asylum Cooperation Agreements” (ACAs), which", ("ACA", "Asylum Cooperation Agreements")),
    ("by the Inter-American Development Bank (IDB)", ("IDB", "Inter-American Development Bank")),
    ("the Department of Homeland Security (DHS) said", ("DHS", "Department of Homeland Security")),
    ("the U.S. Agency for International Development (USAID)", ("USAID", "U.S. Agency for International Development")),
    ("what SIDS (Small Island Developing States) owe", ("SIDS", "Small Island Developing States")),
]


@pytest.mark.parametrize(("text", "pair"), EXPLAINED)
def test_an_acronym_is_read_with_its_expansion(text: str, pair: tuple[str, str]) -> None:
    assert list(expansions(text)) == [pair]


def test_spanish_too() -> None:
    text = "la Comisión Internacional contra la Impunidad en Guatemala (CICIG)"
    expansion = "Comisión Internacional contra la Impunidad en Guatemala"
    assert list(expansions(text, "es")) == [("CICIG", expansion)]


@pytest.mark.parametrize("text", ["the storm (SIDS) came", "two islands (see p3)", "El Tren de Aragua (TdR)", "(IMF)"])
def test_other_words_before_it_explain_nothing(text: str) -> None:
    assert list(expansions(text)) == []
