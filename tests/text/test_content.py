from __future__ import annotations

from quizgen.text import content


def test_stems_are_of_content_words_alone() -> None:
    assert content.stems("The markets, which expanded") == content.stems("expanding the market")[::-1]
    assert content.stems("Gang's 39 SIDS") == ("gang", "39", "sid")
    assert content.stems("los mercados de la región", "es") == content.stems("mercado regiones", "es")
    assert content.stems("of the and") == ()


def test_a_hyphen_that_does_not_break_is_a_hyphen() -> None:
    assert content.stems("COVID\u201119") == content.stems("COVID-19") == ("covid-19",)
