from __future__ import annotations

import pytest

from quizgen.text.demonyms import same

SAME = """
    guatemala:guatemalan guatemala:guatemalans barbados:barbadian venezuela:venezuelan mexico:mexican honduras:honduran
    salvador:salvadoran salvadoran:salvadorean colombia:colombian jamaica:jamaican haiti:haitian chile:chilean
    argentina:argentine nicaragua:nicaraguans panama:panamanian peru:peruvian ecuador:ecuadorian belize:belizean
    bahamas:bahamian cuba:cuban guyana:guyanese france:french germany:german spain:spanish britain:british
    japan:japanese china:chinese europe:european america:american US:american US:americans london:londoner
    guatemala:guatemalteco honduras:hondurena salvador:salvadorenos nicaragua:nicaraguense US:estadounidense
    congress:congressional democrat:democrats latino:latinos
"""
OTHERS = """
    niger:nigeria austria:australia colombia:columbia mali:malawi iran:iraq barbados:barbuda guatemala:guatemla
    fontes:fonte castaneda:castanedo georgia:georgieva macron:macrons US:us bolivia:bolivar honduras:hungary
    armstrong:armstron venezuela:venezia martin:martinez guinea:guyana
"""


@pytest.mark.parametrize("pair", SAME.split())
def test_a_place_and_its_people_are_the_same(pair: str) -> None:
    one, other = pair.split(":")
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize("pair", OTHERS.split())
def test_names_that_only_look_alike_are_not(pair: str) -> None:
    one, other = pair.split(":")
    assert not same(one, other)
    assert not same(other, one)
