from __future__ import annotations

import datetime

import pytest

from quizgen.text.figures import stands_in
from quizgen.text.quantities import quantities
from quizgen.text.told import told

MAY_2019 = datetime.date(2019, 5, 20)


@pytest.mark.parametrize(
    ("figure", "source"),
    [
        ("ten years", "for a decade it stood empty"),
        ("10 years", "within a decade"),
        ("one year", "it takes a year to mend"),
        ("12 months", "it takes a year to mend"),
        ("100 years", "for a century"),
        ("one year", "in the following year"),
        ("12 months", "the annual fair"),
        ("one week", "the weekly boat"),
        ("more than half of them", "a majority of the islanders left"),
        ("more than 50 percent", "the great majority of them left"),
        ("twice as many", "at double speed"),
        ("half of it", "the fees were halved"),
        ("two islands", "both islands voted"),
    ],
)
def test_what_the_words_of_a_source_come_to(figure: str, source: str) -> None:
    (wanted,) = quantities(figure)
    assert stands_in(wanted, told(source))
    assert quantities(source) == ()


@pytest.mark.parametrize(
    ("figure", "source"),
    [
        ("nine years", "for a decade it stood empty"),
        ("more than ten years", "for almost a decade it stood empty"),
        ("twenty years", "for decades it stood empty"),
        ("less than half of them", "a majority of the islanders left"),
        ("three times as many", "at double speed"),
        ("two weeks", "both islands voted"),
    ],
)
def test_what_they_do_not_come_to(figure: str, source: str) -> None:
    (wanted,) = quantities(figure)
    assert not stands_in(wanted, told(source))


@pytest.mark.parametrize(
    ("figure", "source", "carried"),
    [
        ("November 2018", "the pier fell last November", True),
        ("November 2019", "the pier fell last November", False),
        ("March 2019", "the pier fell last March", True),
        ("March 2018", "the pier fell last March", True),
        ("March 2018", "the pier fell in March", False),
        ("March 3, 2019", "the pier fell on March 3", True),
        ("April 2019", "the pier fell last month", True),
        ("May 2019", "the pier fell last month", False),
        ("2018", "the pier fell last year", True),
        ("2019", "the pier falls this year", True),
        ("2016", "the pier fell three years ago", True),
        ("2018", "the pier fell a year ago", True),
        ("March 2019", "the pier fell two months ago", True),
        ("2017", "the pier fell", False),
    ],
)
def test_dates_reckoned_from_the_day_of_a_brief(figure: str, source: str, carried: bool) -> None:
    found = told(source, "en", MAY_2019)
    assert all(stands_in(wanted, found) for wanted in quantities(figure)) == carried


@pytest.mark.parametrize("source", ["en noviembre pasado", "hace seis meses", "el pasado noviembre"])
def test_spanish_dates_reckoned_from_the_day_of_a_brief(source: str) -> None:
    wanted = quantities("en noviembre de 2018", "es")
    assert len(wanted) == 2
    assert all(stands_in(one, told(source, "es", MAY_2019)) for one in wanted)
