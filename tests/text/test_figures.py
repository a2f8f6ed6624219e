from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TypeAlias

import pytest

from quizgen.text.figures import ascending, follows_from, missing, nearest
from quizgen.text.quantities import quantities
from quizgen.text.sentences import sentences
from tests.conftest import REPOSITORY

SAME = [
    (
        "40 percent",
        "40%",
        "40 per cent",
        "40\u00a0percent",
        "a 40-percent cut",
        "two-fifths",
        "two fifths of",
        "40 pct",
    ),
    ("a third of them", "one-third", "one third", "33 percent", "by a third."),
    ("half of the countries", "50 percent", "one half", "half as much", "in half", "1/2 of it", "½ of it"),
    ("three quarters of it", "75%", "three-quarters", "three out of four", "3 in 4 people", "0.75"),
    ("$1 trillion", "one trillion dollars", "US$1 trillion", "1tn US dollars", "$1,000 billion", "a trillion dollars"),
    ("$4 billion", "US$4bn", "4 billion dollars", "U.S. $4 billion", "four billion dollars", "USD 4 billion"),
    ("$4.5 million", "4.5 millions of dollars", "4.5 in millions of dollars", "4.5 $ million", "4.5 US$ million"),
    ("4 per thousand", "4 per 1,000", "4‰", "0.4 percent", "four in a thousand"),
    ("4 percent", "4 per 100", "four in a hundred"),
    ("€3 million", "3 million euros", "€3m", "EUR 3 million"),
    ("1,200 people", "1200 people", "twelve hundred people", "one thousand two hundred people"),
    ("zero percent", "0%", "0 per cent"),
    ("a million people", "one million people", "1,000,000 people", "1 million people"),
    ("half a million", "500,000", "0.5 million"),
    ("one and a half million", "1.5 million", "a million and a half", "1½ million"),
    ("a dozen countries", "twelve countries", "12 countries"),
    ("eleven weeks", "11 weeks", "eleven", "11", "an 11-week wait"),
    ("five decades", "fifty years", "50 years", "half a century"),
    ("two years", "24 months", "a two-year pause", "two full years"),
    ("5–7 percent", "5 to 7 percent", "between 5 and 7 percent", "5% to 7%", "from 5 percent to 7 percent"),
    ("$3-5 million", "between $3 million and $5 million", "three to five million dollars"),
    ("1980 to 1992", "1980–1992", "between 1980 and 1992", "1980-92", "from 1980 until it ended in 1992"),
    ("the 1980s", "the ’80s", "the eighties", "the nineteen-eighties", "1980's"),
    ("March 5, 2020", "5 March 2020", "the 5th of March, 2020", "2020-03-05", "Mar. 5, 2020"),
    ("June 22-23, 2023", "June 22 to 23, 2023", "22–23 June 2023"),
    ("the 21st century", "the twenty-first century"),
    ("the 14th happiest", "the fourteenth happiest"),
    ("at least 20 percent", "20 percent or more", "no less than 20 percent", "more than 20 percent", "20 percent"),
    ("up to $100 billion", "as much as $100 billion", "at most $100 billion", "$100 billion"),
    ("fewer than 100", "less than 100", "under 100", "100 or fewer", "nearly 100"),
    ("about 100", "some 100", "close to 100", "nearly 100", "100"),
    ("twice as many", "double the number", "two times as many", "a twofold rise"),
    ("thousands of people", "thousands"),
    ("minus 3 percent", "-3 percent", "−3%"),
]
DIFFERENT = [
    ("$1 trillion", "$1 billion"),
    ("$1 trillion", "€1 trillion"),
    ("BZ$5 million", "$5 million"),
    ("40 percent", "40 percentage points"),
    ("40 percent", "40 countries"),
    ("40 percent", "4 percent"),
    ("one-third", "35 percent"),
    ("a third of them", "the third of them"),
    ("more than 100", "fewer than 100"),
    ("at least 20 percent", "up to 20 percent"),
    ("20 percent or more", "20 percent or less"),
    ("over a million", "nearly a million"),
    ("more than 100", "close to 100"),
    ("less than 100", "about 100"),
    ("nearly 100", "more than 100"),
    ("nearly a quarter of them", "27 percent"),
    ("nearly a quarter of them", "19 percent"),
    ("a quarter of them", "23 percent"),
    ("about 23 percent", "24 percent"),  # no rounder
    ("about 200", "170"),
    ("fewer than 40 percent", "34 percent"),
    ("fewer than a dozen", "2"),
    ("fewer than a dozen people", "13 people"),
    ("more than 200", "196"),
    ("about 2000", "in 1999"),
    ("March 5", "May 3"),
    ("March 5", "March 15"),
    ("in March", "in May"),
    ("March 5, 2020", "March 5, 2021"),
    ("March 5, 2020", "March 2020"),
    ("May 2019", "from May 2018 until the storm of 2019"),
    ("May 5, 2019", "on May 5, 2018, and again in 2019"),
    ("May 2019", "on May 5, 2018, and again in 2019"),
    ("2016", "2015"),
    ("the 1980s", "the 1990s"),
    ("the early 2000s", "the late 2000s"),
    ("mid-April", "late April"),
    ("eleven weeks", "eleven days"),
    ("eleven weeks", "seven weeks"),
    ("two years", "two months"),
    ("five decades", "five years"),
    ("two years", "two countries"),
    ("5 to 7 percent", "5 to 8 percent"),
    ("between 1980 and 1992", "between 1980 and 1991"),
    ("the 14th happiest", "the 15th happiest"),
    ("the 20th century", "the 21st century"),
    ("1,200", "12,000"),
    ("1.25 percent", "125 percent"),
    ("0.25 percent", "2.5 percent"),
    ("minus 3 percent", "3 percent"),
    ("thousands of people", "millions of people"),
    ("5,000 people", "thousands of people"),  # the exact figure is more than was said
    ("three Central American countries", "two Central American countries"),
    ("seven countries", "the countries"),
    ("twice as many", "three times as many"),
    ("five miles", "five kilometers"),
    ("4 per thousand", "4 percent"),
    ("4 million", "4 in billions of dollars"),
]
CONTAINED = [
    ("the 1980s", "1985"),
    ("the 20th century", "1934"),
    ("the 1980s", "the late 1980s"),
    ("2023", "mid-April 2023"),
    ("April", "mid-April 2023"),
    ("March 2020", "March 5, 2020"),
    ("March", "in March and May"),
    ("May and June", "in May and June"),
    ("March 2020", "in 2020, and in March first of all"),
    ("between May and June 2020", "from May to June, 2020"),
    ("1980", "from 1980 to 1992"),
    ("hundreds of people", "around 800 people"),
    ("4", "4 percent"),  # the answer to “How many percent?”
    ("143 million", "$143 million"),
]
ROUNDED = [
    ("nearly a quarter of them", "23 percent"),
    ("about a quarter of them", "24.6 percent"),
    ("about half of them", "52 percent"),
    ("more than a third of them", "36 percent"),
    ("fewer than a dozen countries", "10 countries"),
    ("nearly two hundred people", "196 people"),
    ("roughly 1,500 people", "1,487 people"),
    ("nearly $200 billion", "$196.4 billion"),
    ("over a million people", "1.04 million people"),
    ("nearly 25 percent", "23 percent"),
]
NO_FIGURE = [
    "MS-13, M‑18, COP 27, COVID-19, H2-B, the PHQ-9 and the G20 under Title 42",
    "one of them, on the one hand, one another, no one, one day, the one that",
    "a fund, a march, it may be, an august body",
    "several hundred; many; a few; a couple",
    "May a border keep hardship out?",
    "March on, they said",
    "a double task, double digits, a triple bottom line",
    "one decade after the other; from one year to the next; one century or another",
    "no figure at all",
]
NOT_MISSED = [
    ("one of the two grounds", "the grounds are violence and numbers"),
    ("the first of them", "them"),
    ("Guatemala and two other countries", "the three Central American countries"),
    ("a third country", "the first safe country"),
    ("a second time", "again"),
    ("the second half of the year", "later in the year"),
    ("join the two halves of it", "it"),
    ("a zero-sum game", "a game"),
]


def pairs(rows: list[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for first, *others in rows:
        for other in others:
            yield first, other
            yield other, first


@pytest.mark.parametrize(("text", "source"), list(pairs(SAME)))
def test_figures_that_are_the_same(text: str, source: str) -> None:
    assert quantities(text)
    assert missing(text, [source]) == ()


@pytest.mark.parametrize(("text", "source"), DIFFERENT)
def test_figures_that_differ(text: str, source: str) -> None:
    assert missing(text, [source])


@pytest.mark.parametrize(("text", "source"), CONTAINED)
def test_what_a_more_exact_figure_carries(text: str, source: str) -> None:
    assert quantities(text)
    assert missing(text, [source]) == ()


@pytest.mark.parametrize(("text", "source"), ROUNDED)
def test_a_hedged_figure_may_be_rounder_but_not_the_other_way_round(text: str, source: str) -> None:
    assert missing(text, [source]) == ()
    assert missing(source, [text])


@pytest.mark.parametrize("text", NO_FIGURE)
def test_what_is_no_figure(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(("text", "source"), NOT_MISSED)
def test_the_writers_own_counts_are_not_missed(text: str, source: str) -> None:
    assert missing(text, [source]) == ()


SPANISH = [
    ("el 40 por ciento", "40 percent"),
    ("dos quintos", "40 %"),
    ("la mitad de ellos", "half of them"),
    ("un tercio de ellos", "one-third"),
    ("1,25 por ciento", "1.25 percent"),
    ("1.200 personas", "1,200 people"),
    ("10 000 personas", "10,000 people"),
    ("mil doscientas personas", "1,200 people"),
    ("4 mil millones de dólares", "$4 billion"),
    ("1.900 millones de dólares", "$1.9 billion"),
    ("un billón de dólares", "$1 trillion"),
    ("más de 100", "over 100"),
    ("menos de 100", "fewer than 100"),
    ("al menos el 20 por ciento", "at least 20 percent"),
    ("el 5 de marzo de 2020", "March 5, 2020"),
    ("en marzo", "in March"),
    ("los años ochenta", "the 1980s"),
    ("la década de 1980", "the 1980s"),
    ("entre 5 y 7 semanas", "5-7 weeks"),
    ("once semanas", "eleven weeks"),
    ("treinta y cinco años", "35 years"),
    ("dos de cada cinco", "two in five"),
    ("el doble", "twice"),
    ("a principios de los años 2000", "the early 2000s"),
]


@pytest.mark.parametrize(("spanish", "english"), SPANISH)
def test_spanish(spanish: str, english: str) -> None:
    assert quantities(spanish, "es")
    assert missing(spanish, [english], "es", "en") == ()
    assert missing(english, [spanish], "en", "es") == ()


@pytest.mark.parametrize(
    ("spanish", "english"),
    [("más de 100", "fewer than 100"), ("un billón", "a billion"), ("1.200", "1.2"), ("once semanas", "11 days")],
)
def test_spanish_that_differs(spanish: str, english: str) -> None:
    assert missing(spanish, [english], "es", "en")


def test_a_figure_knows_its_place_and_words() -> None:
    text = "Of these, more than\u00a0US$1.5 billion, or 40\u00a0percent or more, came in the İzmir report’s mid-1980s."
    found = quantities(text)
    assert [figure.text for figure in found] == [
        "more than\u00a0US$1.5 billion",
        "40\u00a0percent or more",
        "mid-1980s",
    ]
    assert [text[figure.start : figure.end] for figure in found] == [figure.text for figure in found]
    assert [(figure.low, figure.unit, figure.hedge) for figure in found] == [
        (1_500_000_000, "$", "more"),
        (Fraction(2, 5), "share", "more"),
        (1980, "decade", "mid"),
    ]


@pytest.mark.parametrize(
    ("figure", "source", "expected"),
    [
        ("$1 billion", "In 2007 it cost 3 percent of $1 trillion, or $5", "$1 trillion"),
        ("seven weeks", "eleven weeks and 7 people", "eleven weeks"),
        ("5 percent", "$5 and five people", None),
        ("$54 billion", "$100 billion for it, and a $45 billion trust", "$45 billion"),
        ("90 people", "100 islands and 50 people", "50"),
    ],
)
def test_the_nearest_is_of_the_same_unit(figure: str, source: str, expected: str | None) -> None:
    (quantity,) = quantities(figure)
    found = nearest(quantity, quantities(source))
    assert (found and found.text) == expected


@pytest.mark.parametrize(
    ("figure", "source", "follows"),
    [
        ("eight years", "in 1999 and 2007", True),
        ("a tenth of", "$100 billion of $1 trillion", True),
        ("60 percent", "40 percent", True),
        ("ten times", "$100 billion of $1 trillion", True),
        ("208 people", "138 people and 70 more", True),
        ("nine years", "in 1999 and 2007", False),
        ("a ninth of", "$100 billion of $1 trillion", False),
        ("$5", "in 1999 and 2004", False),
    ],
)
def test_what_follows_from_two_figures(figure: str, source: str, follows: bool) -> None:
    (quantity,) = quantities(figure)
    assert follows_from(quantity, quantities(source)) == follows


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2016", "1964", "2023"], (1, 0, 2)),
        (["$1 trillion", "$45 billion", "$650 billion"], (1, 2, 0)),
        (["1,000 visas", "800 visas"], (1, 0)),
        (["40 percent", "4.5 percent"], (1, 0)),
        (["Eleven weeks", "Two weeks"], (1, 0)),
        (["a third of them", "half of them"], None),  # `a` stands before only one of them
        (["40 percent", "4 years"], None),
        (["MS-13", "MS-18"], None),
        (["March 5, 2020", "May 1, 2020"], None),
        (["a fund", "1964"], None),
        (["More than 5", "Less than 3"], None),
        ([], None),
    ],
)
def test_ascending(texts: list[str], expected: tuple[int, ...] | None) -> None:
    assert ascending(texts) == expected


# Every figure of the briefs swapped for another, and written in another way

Replacement: TypeAlias = str | Callable[[re.Match[str]], str]

SWAPS: dict[str, list[tuple[str, Replacement]]] = {
    "value": [
        (r"(?<![\d.,])(\d{1,3})(?= (?:percent|million|billion|trillion|people|countries|U\.S\.|SIDS|more))", r"1\1"),
        (r"(?<![\d.,-])([1-9]\d*)(?= (?:percent|million|billion|trillion))", r"\g<1>.5"),
        (r"\b(\d),(\d{3})\b", r"\2"),
        (r"\b(\d\d),(\d{3})\b", r"\g<1>0,\2"),
        (r"\btwo (?=years|decades|weeks|months)", "six "),
        (r"\btwo (?=years|decades|weeks|months)", "three "),
        (r"\bfive\b", "four"),
        (r"\bthree\b", "seven"),
        (r"\beleven\b", "seven"),
        (r"\bhalf of\b", "a third of"),
        (r"\ba million\b", "two million"),
        (r"\b(June|March) (\d)", r"\1 1\2"),
    ],
    "magnitude": [
        (r"million\b", "billion"),
        (r"billion\b", "million"),
        (r"trillion\b", "billion"),
        (r"billion\b", "trillion"),
        (r"\b(\d\d),000\b", r"\1,000,000"),
    ],
    "unit": [
        (r"\$", "€"),
        (r"percent\b", "percentage points"),
        (r"(?<=\d) percent\b", " people"),
        (r"\b(?<=two )years\b", "months"),
        (r"\bdecades\b", "years"),
        (r"\b(\d+) (?=people)", r"\1 percent of "),
    ],
    "hedge": [
        (r"as much as (?=\$)", "more than "),
        (r"\bless than (?=\d)", "more than "),
        (r"\bless than (?=\d)", "at least "),
        (r"\bor less\b", "or more"),
        (r"\bas long as (?=two)", "at least "),
        (r"\bmore than (?=\d)", "fewer than "),
        (r"\bat least (?=\d)", "at most "),
        (r"\bearly (?=\d)", "late "),
        (r"\bmid-(?=[A-Z0-9])", "late "),
    ],
    "year": [
        (r"\b(19|20)(\d)(\d)\b", lambda match: f"{match[1]}{(int(match[2]) + 1) % 10}{match[3]}"),
        (r"\b(19|20)(\d)(\d)\b", lambda match: f"{match[1]}{match[2]}{(int(match[3]) + 3) % 10}"),
        (r"\b(19|20)(\d)0s\b", lambda match: f"{match[1]}{(int(match[2]) + 9) % 10}0s"),
        (r"\b(January|March|April|June|August|September|November)\b", "July"),
    ],
}
STYLES = [
    (r"(?<=\d) percent\b", "%"),
    (r"(?<=\d) percent\b", " per cent"),
    (r"(?<=\d) percent\b", "\u00a0percent"),
    (r"(\d[\d.,]*) percent\b", r"\1-percent"),
    (r"\$(\d+) (m|b|tr)illion", r"US$\1 \2illion"),
    (r"\$(\d+) (m|b|tr)illion", "$\\1\u00a0\\2illion"),
    (r"\$(\d+) (m|b|tr)illion", r"\1 \2illion dollars"),
    (r"\$(\d+) (m|b|tr)illion", r"$\1\2n"),
    (r"\$1 trillion", "one trillion dollars"),
    (r"\b(\d+),(\d{3})\b", r"\1\2"),
    (r"\btwo years\b", "2 years"),
    (r"\bfive decades\b", "50 years"),
    (r"\bthree (?=[A-Z])", "3 "),
    (r"\ba million\b", "1,000,000"),
    (r"(?<!first )(?<!second )\bhalf of\b", "50 percent of"),
    (r"\bJune (\d+)-(\d+)", r"June \1–\2"),
    (r"\b(\w+) (\d+), (20\d\d)\b", r"\2 \1 \3"),
    (r"\b(\w+) (\d+)-(\d+), (20\d\d)\b", r"\2‑\3 \1 \4"),
    (r"\b(\w+) (20\d\d)\b", "\\1\u00a0\\2"),
    (r"\b(\d{4})s\b", r"\1’s"),
    (r"\bless than (?=\d)", "under "),
    (r"\bas much as (?=\$)", "up to "),
    (r"\bclose to a\b", "nearly a"),
    (r"\baround (?=\d)", "about "),
    (r"(\d[\d.,]* \w+) or less", r"at most \1"),
    (r"\bas long as (?=two)", "up to "),
    (r"\b(MS|M|COVID|H2)-(?=\w)", r"\1‑"),
]


INVENTED = [
    "In 1999 the council set aside 2.5 percent of its fees, or about $140,000, for a fund of up to $3 million.",
    "Between 1980 and 1992 at least 1,500 of the 3,100 people left, more than half of them in three years.",
    "After the storm of August 17, 2007, it waited eleven weeks for a loan of $45 million at 4 percent or less.",
    "Two-fifths of the roofs were gone; some 650 people, nearly a million dollars short, slept in five schools.",
    "By mid-2011 the ferry carried 12,000 people a year, as many as 60 percent of them from the other six islands.",
    "The 27th council, the first of the 21st century, gave a third of its $2.4 billion to 26 of the 32 districts.",
    "From the late 1990s to the early 2010s the fees grew by 3 to 5 percent, and over two decades they doubled.",
    "On March 5, 2020 the price fell from $1.25 to $0.80 for a million tons, less than 7 percent of what was asked.",
]


def figured_sentences() -> list[str]:
    found = list(INVENTED)
    for path in sorted((REPOSITORY / "corpus").glob("*.md")):
        for paragraph in path.read_text(encoding="utf-8").split("---\n", 2)[2].split("\n\n"):
            text = " ".join(paragraph.split())
            found.extend(text[start:end] for start, end in sentences(text) if quantities(text[start:end]))
    return found


def rewritten(sentence: str, pattern: str, replacement: Replacement) -> Iterator[str]:
    """The sentence with each match of the pattern replaced in turn."""
    for match in re.finditer(pattern, sentence):
        new = match.expand(replacement) if isinstance(replacement, str) else replacement(match)
        yield sentence[: match.start()] + new + sentence[match.end() :]


def test_figures_of_the_briefs_swapped_are_missed_in_their_sentence() -> None:
    caught: dict[str, list[bool]] = {}
    escaped = []
    for sentence in figured_sentences():
        for family, swaps in SWAPS.items():
            for pattern, replacement in swaps:
                for mutant in rewritten(sentence, pattern, replacement):
                    found = bool(missing(mutant, [sentence]))
                    caught.setdefault(family, []).append(found)
                    escaped += [] if found else [mutant]
    for family, results in caught.items():
        print(f"{family}: {sum(results)} of {len(results)}")  # noqa: T201 - shown with `pytest -s`
    results = [found for family in caught.values() for found in family]
    assert set(caught) == set(SWAPS)
    assert len(results) >= 150
    assert sum(results) / len(results) >= 0.98, escaped


def test_figures_of_the_briefs_in_another_style_are_not_missed() -> None:
    alarms, seen = [], 0
    for sentence in figured_sentences():
        for pattern, replacement in [*STYLES, (r"$", "")]:
            for variant in rewritten(sentence, pattern, replacement):
                seen += 1
                alarms += [(figure.text, variant) for figure in missing(variant, [sentence])]
    print(f"{seen} variants")  # noqa: T201
    assert seen >= 120
    assert alarms == []


PIECES = """
    1 2.5 1,200 1980 2020-21 0 -5 % $ US$ € percent per cent million bn k m of in a an and and a half to - – between or
    out of every one two twenty hundred thousand half third quarter halves fifths first 5th century 1980s '80s eighties
    March 5, 2020 May early mid- at least more than or less + years year-old decades dozen dozens of thousands ½ MS-13
    COP 27 # ( ) . , ; mil millones por ciento y de cada años década siglo İ ß
"""


@pytest.mark.parametrize("language", ["en", "es"])
def test_any_text_is_read_without_mishap(language: str) -> None:
    chance = random.Random(7)
    figures = 0
    for _ in range(3000):
        text = chance.choice([" ", "", "-"]).join(chance.choices(PIECES.split(), k=6))
        found = quantities(text, language)
        figures += len(found)
        assert [figure.text for figure in found] == [text[figure.start : figure.end] for figure in found]
        assert all(figure.low <= figure.high for figure in found)
        assert missing(text, [text], language) == ()
    assert figures > 1500
