from __future__ import annotations

import pytest

from quizgen.findings import Rewrite
from tests.checks.choosing import choice, messages, remarks


def test_a_full_stop_of_one_option_is_taken_away() -> None:
    (remark,) = remarks("parallel-options", choice("A fund", "A loan.", "A gift"))
    assert remark.message == "this option alone ends in a full stop: delete it, or write all options so"
    assert remark.suggestion is None
    assert remark.edit == Rewrite(remark.where, "A loan")


def test_a_full_stop_that_one_option_lacks_is_added() -> None:
    (remark,) = remarks("parallel-options", choice("It is saved", "It is lent.", "It is given."))
    assert remark.edit == Rewrite(remark.where, "It is saved.")


@pytest.mark.parametrize(
    "options",
    [
        ("In Washington, D.C.", "In San Salvador", "In Bridgetown"),
        ("Ropes, nails etc.", "Ropes", "Nails"),
        ("It is saved.", "Why is it lent?", "It is given."),
        ("It waits. Then it pays.", "It lends", "It gives"),
        ("It is lent.", "It is given.", "All of these"),
        ("It is lent.", "It is given", "It is saved.", "It is taxed"),
    ],
)
def test_stops_that_are_sound_or_not_one_options_matter(options: tuple[str, ...]) -> None:
    assert not messages("parallel-options", choice(*options))


def test_a_small_letter_of_one_option() -> None:
    (remark,) = remarks("parallel-options", choice("A fund", "a loan", "A gift"))
    assert remark.message == "this option alone begins with a small letter: write “A”, or all options so"
    assert (remark.suggestion, remark.edit) == (None, None)


@pytest.mark.parametrize(
    "options",
    [
        ("the coast", "the pier", "Nairobi"),
        ("iPhone", "Radio", "Television"),
        ("en_route", "Radio", "Television"),
        ("a fund", "a loan", "A gift"),
        ("telnet", "Radio", "Television"),
    ],
)
def test_capitals_that_may_be_names(options: tuple[str, ...]) -> None:
    stem = "By what is the pier warned, telnet or another way?"
    assert not messages("parallel-options", choice(*options, stem=stem))


def test_a_key_without_the_ending_that_all_others_have() -> None:
    (found,) = messages("parallel-options", choice("Patience with lenders", "Borrowing money", "Taxing ferries"))
    assert found.startswith("every option but the key (“Patience …”) begins with an “-ing” word")


@pytest.mark.parametrize(
    "options",
    [
        ("Saving money", "Borrowing money", "Taxing ferries"),
        ("Openly saving money", "Borrowing money", "Taxing ferries"),
        ("Reduction of debt", "Rescheduling of debt", "Refinancing of debt"),
        ("Saving money", "Loans from banks", "Taxes on ferries"),
        ("A fund for storms", "Spring tides", "Borrowing money"),
    ],
)
def test_endings_that_are_sound(options: tuple[str, ...]) -> None:
    assert not messages("parallel-options", choice(*options))


def test_two_options_cannot_be_the_odd_one_out() -> None:
    assert not messages("parallel-options", choice("A fund", "A loan."))
