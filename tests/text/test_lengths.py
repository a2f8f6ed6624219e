from __future__ import annotations

import pytest

from quizgen.text.lengths import lengths


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A decade", [("years", 10, "")]),
        ("it stood for a year", [("years", 1, "")]),
        ("it stood for almost a whole decade", [("years", 10, "near")]),
        ("within a month, then over a week", [("months", 1, ""), ("weeks", 1, "more")]),
        ("twice a day", [("days", 1, "")]),
        ("A week after the storm", [("weeks", 1, "")]),
        ("it stood for centuries", [("years", 200, "vague")]),
        ("a year later", []),
        ("in a decade of drought", []),
        ("for two centuries", []),
        ("after a year in which it rained", []),
        ("a day’s work, a year-long wait, the fair of the year", []),
        ("A year of plenty", []),
        ("for a year and a half", []),
    ],
)
def test_lengths_of_time_that_are_claimed(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(figure.unit, int(figure.low), figure.hedge) for figure in lengths(text)] == expected


def test_lengths_of_time_in_spanish() -> None:
    (figure,) = lengths("Se detuvo durante casi una década", "es")
    assert (figure.unit, int(figure.low), figure.hedge, figure.text) == ("years", 10, "near", "casi una década")
    assert [figure.text for figure in lengths("Una vez al día, por siglos", "es")] == ["al día", "siglos"]
    assert lengths("un año de sequía, un día más tarde", "es") == ()
