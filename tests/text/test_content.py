from __future__ import annotations

from quizgen.text import content


def test_stems_are_of_content_words_alone() -> None:
    assert content.stems("The markets, which expanded") == content.stems("expanding the market")[::-1]
    assert content.stems("Gang's 39 SIDS") == ("gang", "39", "sid")
    assert content.stems("los mercados de la región", "es") == content.stems("mercado regiones", "es")
    assert content.stems("of the and") == ()
