from __future__ import annotations

import pytest

from tests.checks.choosing import choice, messages, remarks, select


@pytest.mark.parametrize(
    "ranges",
    [
        ("1 to 5 percent", "5 to 10 percent", "11 to 20 percent"),
        ("10-20 weeks", "15-30 weeks", "31-40 weeks"),
        ("Less than 5 weeks", "5 weeks or more", "At least 11 weeks"),
        ("3 weeks", "2 to 4 weeks", "5 to 6 weeks"),
    ],
)
def test_ranges_that_meet(ranges: tuple[str, ...]) -> None:
    assert len(messages("overlapping-options", choice(*ranges))) == 1


@pytest.mark.parametrize(
    "ranges",
    [
        ("1 to 5 percent", "6 to 10 percent", "11 to 20 percent"),
        ("Less than 5 weeks", "5 to 10 weeks", "More than 10 weeks"),
        ("More than 100", "More than 200", "More than 300"),
        ("From 1998 to 2002", "From 1999 to 2007", "From 2007 to 2024"),
        ("2 to 4 weeks", "3 to 5 months", "1 to 2 years"),
        ("2.5 percent", "25 percent", "5 percent"),
    ],
)
def test_ranges_that_do_not_meet_or_are_no_ranges(ranges: tuple[str, ...]) -> None:
    assert not messages("overlapping-options", choice(*ranges))


def test_an_option_that_says_another_and_more() -> None:
    (remark,) = remarks("overlapping-options", choice("Fees", "A loan", "A loan from a bank"))
    assert remark.message == "“A loan from a bank” and “A loan” overlap: make the options exclude each other"
    assert remark.see is not None
    assert remark.where != remark.see


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Virginia", "West Virginia"),
        ("A loan", "Not a loan"),
        ("A loan", "Less than a loan"),
        ("Slow at first", "Slow at first and quick later"),
        ("A loan", "First a loan, then a gift"),
        ("A loan", "No gift until a loan is there"),
        ("Cheap", "Cheap but late"),
        ("2 weeks", "12 weeks"),
        ("1 million", "1.1 million"),
        ("theta + i", "cos(theta) + i"),
        ("Rent", "Current fees"),
    ],
)
def test_names_turns_figures_and_parts_of_words_do_not_overlap(short: str, long: str) -> None:
    assert not messages("overlapping-options", choice("Harbor dues", short, long))


def test_a_select_may_hold_both() -> None:
    assert not messages("overlapping-options", select(["Fees"], ["A loan", "A loan from a bank"]))
