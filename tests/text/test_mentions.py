from __future__ import annotations

import pytest

from quizgen.text.mentions import mentions, missing
from quizgen.text.register import Register, akin, nearest, register, slip_for

BRIEF = (
    "Mayor Lucía Ibarra of Isla Clara spoke. Councilor Tomás Rey answered Ibarra, and Donald Trump wrote to the IMF.",
    "Small Island Developing States (SIDS) met in Guatemala. The Special Drawing Rights of the group lay idle.",
    "The House Committee on Foreign Affairs saw H2-B visas, COVID-19 and MS-13. FARC fell. The U.S. Congress slept.",
    "President Elena Mora’s brother, Karim, was silent.",
)
ALIASES = (
    ("FARC", "Revolutionary Armed Forces of Colombia"),
    ("IMF", "International Monetary Fund"),
    ("COVID-19", "COVID"),
)


def known(language: str = "en") -> Register:
    return register(BRIEF, ALIASES, language)


HELD = [
    ("Ibarra spoke", "Mayor Lucía Ibarra spoke"),
    ("Lucía Ibarra spoke", "Ibarra spoke"),
    ("LUCIA IBARRA", "Lucía Ibarra"),
    ("the mayor, Governor Ibarra’s friend", "Ibarra"),
    ("SIDS countries", "the Small Island Developing States"),
    ("Small Island Developing States", "what SIDS owe"),
    ("a Small Island Developing State", "the Small Island Developing States"),
    ("Colombia’s Revolutionary Armed Forces", "FARC"),
    ("the FARC", "the Revolutionary Armed Forces of Colombia"),
    ("the International Monetary Fund", "the IMF"),
    ("the United States", "U.S. law"),
    ("US law", "the law of the United States"),
    ("American officials", "U.S. officials"),
    ("Guatemala’s government", "the Guatemalan government"),
    ("Guatemalans fled", "from Guatemala"),
    ("Central American states", "states in Central America, with the American Bank"),
    ("H-2B, H2B and H2-B", "H2-B visas"),
    ("COVID 19 and covid-19", "COVID‑19 spread"),
    ("the COVID pandemic", "the COVID-19 pandemic"),
    ("MS13", "MS-13"),
    ("the Foreign Affairs Committee", "the House Committee on Foreign Affairs"),
    ("the Foreign Affairs Committee", "the foreign affairs committee of the House"),
    ("the Congress of the United States", "the U.S. Congress"),
    ("the Ibarras", "Lucía Ibarra"),
    ("the Isis group and ISIS", "ISIS fell, and Isis rose"),
    ("since the Second World War", "since World War II"),
    ("since World War Two", "WWII ended"),
    ("before the First World War", "before World War I"),
    ("U.S. policy", "policy made in Washington"),
    ("Karim Mora", "Mora’s brother, Karim"),
]

MISSED = [
    ("Lucia Ibara", "Lucía Ibarra", "Lucia Ibara"),
    ("Tomás Ibarra", "Lucía Ibarra and Tomás Rey", "Tomás Ibarra"),
    ("Tomás Ibarra", "Tomás Rey answered Ibarra", "Tomás Ibarra"),
    ("Rey spoke", "Ibarra spoke", "Rey"),
    ("Trump wrote", "he wrote to the Fund", "Trump"),
    ("from Honduras", "from Guatemala", "Honduras"),
    ("Honduran officials", "Guatemalan officials", "Honduran"),
    ("the South American states", "states in Central America", "South American"),
    ("MS-31", "MS-13", "MS-31"),
    ("COP 28", "COP 27", "COP 28"),
    ("the Small Island Developed States", "the Small Island Developing States", "Small Island Developed States"),
    ("the Small Island Development States", "the Small Island Developing States", "Small Island Development States"),
    ("the Unitted States", "the United States", "Unitted States"),
    ("the United Statees", "the United States", "United Statees"),
    ("the COVID-18 pandemic", "the COVID-19 pandemic", "COVID-18"),
    ("the COVID-18 pandemic", "the COVID pandemic", "COVID-18"),
    ("the IDB", "the IMF", "IDB"),
    ("the US", "give us time", "US"),
    ("the WHO", "those who came", "WHO"),
    ("the Bank of Jamaica", "the Bank of Guyana", "Jamaica"),
    ("the Special Drawing Fund", "the Special Drawing Rights", "Special Drawing Fund"),
    ("since World War I", "since World War II", "World War I"),
    ("since the First World War", "since the Second World War", "First World War"),
    ("from Washington", "from the United States", "Washington"),
    ("U.S. policy", "the Washington Post wrote", "U.S."),
    ("U.S. policy", "as the Washington Consensus had it", "U.S."),
    ("Mora’s brother", "Karim spoke", "Mora"),
]


@pytest.mark.parametrize(("text", "source"), HELD)
def test_the_same_name_in_other_words_is_held(text: str, source: str) -> None:
    assert missing(text, [source], known()) == ()


@pytest.mark.parametrize(("text", "source", "name"), MISSED)
def test_another_name_is_missing(text: str, source: str, name: str) -> None:
    assert [found.text for found in missing(text, [source], known())] == [name]


def test_any_of_the_sources_will_do() -> None:
    assert missing("Ibarra and Rey", ["Ibarra", "Rey"], known()) == ()
    assert len(missing("Ibarra and Rey", [], known())) == 2


def test_a_surname_stands_for_a_name_that_the_brief_has_in_full_and_for_no_other() -> None:
    (name,) = known().names("by Lucía Ibarra")
    assert mentions("as Ibarra says", name, known())
    (other,) = known().names("by Rafael Ibarra")
    assert not mentions("as Ibarra says", other, known())


def test_a_spanish_brief_has_its_people_in_small_letters() -> None:
    spanish = register(
        ("La alcaldesa Ibarra habló en Guatemala. Los hondureños y guatemaltecos escucharon.",), (), "es"
    )
    assert missing("gente de Honduras y Guatemala", ["los hondureños y los guatemaltecos"], spanish) == ()
    assert [name.text for name in missing("gente de Nicaragua", ["los hondureños"], spanish)] == ["Nicaragua"]


@pytest.mark.parametrize(
    ("text", "meant"), [("by Lucia Ibara", "Lucía Ibarra"), ("in Guatemla", "Guatemala"), ("by Thorvald Ekström", None)]
)
def test_the_nearest_name_is_as_the_brief_writes_it(text: str, meant: str | None) -> None:
    (name,) = known().names(text)
    assert nearest(name, known()) == meant


def test_forms_that_share_one_are_one_name() -> None:
    joined = register(("The Fund met.",), (("IMF", "Fund"), ("International Monetary Fund", "IMF")))
    assert missing("the International Monetary Fund", ["the Fund met"], joined) == ()


def test_a_government_is_called_by_its_seat() -> None:
    (seat,) = known().names("in Washington")
    assert known().has(seat)
    assert not register(("Isla Clara slept.",)).has(seat)


@pytest.mark.parametrize(
    ("word", "meant"), [("Motley", "Mottley"), ("Mottley", None), ("Models", None), ("Medley", None), ("Bayes", None)]
)
def test_an_ordinary_word_may_be_a_slip_for_a_name(word: str, meant: str | None) -> None:
    assert slip_for(word, register(("Mia Mottley bid. Baye models it.",))) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Golden Triangle", "Northern Triangle"),
        ("Least Developed Countries", "Small Island Developing States"),
        ("Northern Lights", "Northern Triangle"),
        ("Debt Relief", None),
    ],
)
def test_the_name_that_shares_a_word_is_akin(text: str, meant: str | None) -> None:
    brief = register(("What the Northern Triangle and the Small Island Developing States owed",))
    assert akin(text, brief) == meant
