from __future__ import annotations

import pytest

from quizgen.text.ordinary import is_ordinary

WORDS = """
    fewer members displacement lenders counterterrorism policymakers nongovernmental deportees organisation organization
    labour rescheduling misclassification may will rose nearness remittances refinancing beaches policies cities
    privatisation hurricanes families carried planning largest
    deterrence vagrancy compliance avoidance emergency leniency certification adjudication repatriation
    repatriating adjudicate lockdown signatory signatories advocacy agroexport
"""
NAMES = """
    bukele guatemala castaneda fontes giammattei mottley barbados bridgetown china turkey congress democrats french
    kerry georgieva tocoron harris comunes ibarra vasquez venezuela april florence clarence terence nancy vance
    belize chile phoenix kissinger carter maria trump
"""


@pytest.mark.parametrize("word", WORDS.split())
def test_words_are_ordinary(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize("word", NAMES.split())
def test_names_are_not(word: str) -> None:
    assert not is_ordinary(word)
