from __future__ import annotations

import pytest

from quizgen.text.names import fold, names, titled

NAMED = [
    ("Members of MS-13 and M-18 in Los Angeles", ["MS-13", "M-18", "Los Angeles"]),
    ("President Nayib Bukele of El Salvador", ["Nayib Bukele", "El Salvador"]),
    ("French President Emmanuel Macron’s speech", ["French", "Emmanuel Macron"]),
    ("Vasquez, Castañeda, and Fontes agree", ["Vasquez", "Castañeda", "Fontes"]),
    ("Secretary of State Pompeo wrote in March 2020 on a Monday.", ["Pompeo"]),
    ("the gang Tren de Aragua, in Aragua state", ["Tren de Aragua", "Aragua"]),
    ("the United States Trade Representative", ["United States Trade Representative"]),
    ("a report by the Ministry of Health", ["Ministry", "Health"]),
    ("U.S. officials say that the US and Barbados’s government agree", ["U.S.", "US", "Barbados"]),
    ("TCOs, SIDS, and the IMF Trust", ["TCOs", "SIDS", "IMF", "Trust"]),
    ("COP 27 met in Sharm el-Sheikh, Egypt", ["COP 27", "Sharm el-Sheikh", "Egypt"]),
    ("Title 42 and H2-B visas for non-European workers", ["Title 42", "H2-B", "European"]),
    ("a Mexican-American farmworker, O’Keefe, and John F. Kennedy", ["Mexican-American", "O’Keefe", "John F. Kennedy"]),
    ("MOTTLEY and Johnson & Johnson", ["MOTTLEY", "Johnson & Johnson"]),
    ("Human Rights Watch reported this", ["Human Rights Watch"]),
    ("It is so. Then Congress acted (The United Nations did not).", ["Congress", "United Nations"]),
    ("Guatemala", ["Guatemala"]),
    ("**Guatemala** signed", ["Guatemala"]),
    ("Although Guatemala signed", ["Guatemala"]),
    ("Causes Of The Civil War In Guatemala", ["Guatemala"]),
    ("a Spanish court, and a term in English law", ["Spanish", "English"]),
    ("after World War II and World War I", ["World War II", "World War I"]),
    ("THE COUNCIL OF BARBADOS MET", ["BARBADOS"]),
]

NO_NAMES = [
    "",
    "storm fund",
    "Fewer members displaced the council.",
    "Displacement of people",
    "Counterterrorism, policymakers and deportees. Operationalizing them.",
    "It began. “Safe countries” followed… Lenders refused (Members left).",
    "Loan: Eleven weeks of waiting",
    "Causes Of The Civil War",
    "Which of these is NOT so, EXCEPT one?",
    "the President met the Prime Minister on Tuesday, May 5",
    "US$4 billion, or 650 billion US dollars",
    "I think so; see part IV",
    "Payments of debt and interest",
    "the Spanish term for it, an English-language paper, and what it is called in Spanish.",
    "TODO: say more, TBD",
    "THE COUNCIL MET IN MAY AND SAID NOTHING",
    "It is NOT ALL OF THE ABOVE that matters",
    "Agro-export began. “Narco-state” is a word.",
]


@pytest.mark.parametrize(("text", "named"), NAMED)
def test_names_are_found(text: str, named: list[str]) -> None:
    found = names(text)
    assert [name.text for name in found] == named
    assert [text[name.start : name.end] for name in found] == named


@pytest.mark.parametrize("text", NO_NAMES)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert names(text) == ()


def test_the_brief_decides_where_a_capital_does_not() -> None:
    assert names("Baker signed. Growth fell.") == ()
    assert [name.text for name in names("Baker signed. Growth fell.", known=frozenset({"baker"}))] == ["Baker"]
    assert names("Salvage", common=frozenset({"salvage"})) == ()
    south = names("South America", known=frozenset({"south america"}))
    assert [name.words for name in south] == [("south", "america")]
    assert [name.text for name in names("Growing America")] == ["America"]


@pytest.mark.parametrize("part", ["South American", "Latin America", "Central Asians"])
def test_the_part_of_a_continent_is_of_its_name_even_where_a_sentence_begins(part: str) -> None:
    assert [name.text for name in names(f"{part} rose.")] == [part]


def test_a_word_before_a_known_name_is_not_part_of_it() -> None:
    known = frozenset({"central american", "special drawing", "drawing rights"})
    assert [name.text for name in names("Several Central American countries", known=known)] == ["Central American"]
    assert [name.text for name in names("Unused Special Drawing Rights", known=known)] == ["Special Drawing Rights"]
    assert [name.text for name in names("Special Drawing Rights", known=known)] == ["Special Drawing Rights"]


def test_what_completes_a_known_name_is_part_of_it() -> None:
    known = frozenset({"special drawing", "drawing rights"})
    assert [name.text for name in names("Special Drawing Funds", known=known)] == ["Special Drawing Funds"]
    assert [name.text for name in names("General Drawing Rights", known=known)] == ["General Drawing Rights"]
    assert [name.text for name in names("Special Drawing Rights Explained", known=known)] == ["Special Drawing Rights"]


def test_spanish_joins_nothing_with_de_and_trusts_no_first_word() -> None:
    text = "El presidente de Guatemala, Alejandro Giammattei, negocia. Gobiernos de México."
    assert [name.text for name in names(text, "es")] == ["Guatemala", "Alejandro Giammattei", "México"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MOTTLEY", "Mottley"),
        ("Castañeda’s", "Castaneda"),
        ("U.S.", "US"),
        ("TCOs", "TCO"),
        ("El Salvador", "Salvador"),
    ],
)
def test_words_of_names_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_acronyms_stay_apart_from_words() -> None:
    assert fold("US") != fold("us")
    assert fold("WHO") != fold("who")


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("Golden Triangle", ["Golden Triangle"]),
        ("The Least Developed Countries", ["Least Developed Countries"]),
        ("Bank of Golden Sands", ["Golden Sands"]),
        ("Golden", []),
        ("Golden triangle", []),
        ("The Golden Triangle lies here", []),
    ],
)
def test_words_in_title_case_may_be_a_name(text: str, run: list[str]) -> None:
    assert [name.text for name in titled(text)] == run
