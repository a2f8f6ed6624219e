"""What a release stamps, and from when content counts as modified."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.releases import Content, Contents, Entry, Released, last_changes, release
from quizgen.studying import Way, way
from tests.quizzes import ANSWERS

ONE, TWO, THREE = 1_770_000_000, 1_780_000_000, 1_790_000_000
FUND, LOAN, STYLE = Content("choice", "f" * 16), Content("typed", "a" * 16), Content("choice", "c" * 16)
OTHER = replace(LOAN, mark="b" * 16)
FIRST = release(Released(), Contents({"fund": FUND, "loan": LOAN}, {"choice": STYLE}), ONE)


def test_a_first_release_stamps_everything_with_its_time() -> None:
    assert FIRST.items == {"fund": Entry(FUND, ONE, ONE), "loan": Entry(LOAN, ONE, ONE)}
    assert FIRST.note_types == {"choice": Entry(STYLE, ONE, ONE)}
    assert (Released().last, FIRST.last) == (0, ONE)
    assert last_changes(FIRST).new == ("fund", "loan")


def test_what_stays_keeps_its_time_and_what_changes_gets_the_releases() -> None:
    contents = Contents({"fund": FUND, "loan": OTHER, "pier": FUND}, {"choice": replace(STYLE, mark="d" * 16)})
    second = release(FIRST, contents, TWO)
    assert second.items["fund"] == FIRST.items["fund"]
    assert second.items["loan"] == Entry(OTHER, ONE, TWO)
    assert second.items["pier"] == Entry(FUND, TWO, TWO)
    changes = last_changes(second)
    assert (changes.new, changes.changed, changes.retired) == (("pier",), ("loan",), ())
    assert changes.restyled == ("choice",)
    assert release(second, contents, THREE) == second


def test_what_is_gone_is_retired_once_and_keeps_its_line() -> None:
    second = release(FIRST, Contents({"fund": FUND}, {"choice": STYLE}), TWO)
    assert second.items["loan"] == Entry(LOAN, ONE, ONE, TWO)
    assert last_changes(second).retired == ("loan",)
    third = release(second, Contents({"fund": replace(FUND, mark="0" * 16)}, {"choice": STYLE}), THREE)
    assert third.items["loan"] == second.items["loan"]
    assert last_changes(third).retired == ()


def test_what_is_withheld_for_exams_keeps_its_line_and_no_change_tells_of_it() -> None:
    changed = Contents({"fund": replace(FUND, mark="0" * 16)}, {"choice": STYLE})
    second = release(FIRST, changed, TWO, withheld=frozenset({"loan", "never-released"}))
    assert second.items["loan"] == FIRST.items["loan"]
    assert set(second.items) == {"fund", "loan"}
    assert (last_changes(second).changed, last_changes(second).retired) == (("fund",), ())
    third = release(second, Contents({**changed.items, "loan": LOAN}, {"choice": STYLE}), THREE)
    assert third == second
    gone = release(release(FIRST, Contents({"fund": FUND}, {}), TWO), changed, THREE, withheld=frozenset({"loan"}))
    assert gone.items["loan"].retired == TWO


def test_what_comes_back_counts_as_changed() -> None:
    second = release(FIRST, Contents({"fund": FUND}, {}), TWO)
    third = release(second, Contents({"fund": FUND, "loan": LOAN}, {}), THREE)
    assert third.items["loan"] == Entry(LOAN, ONE, THREE)
    assert last_changes(third).changed == ("loan",)


@pytest.mark.parametrize("moment", [0, ONE - 5, ONE])
def test_a_release_is_never_before_the_last_nor_at_the_same_second(moment: int) -> None:
    second = release(FIRST, Contents({"fund": FUND, "loan": OTHER}, {}), moment)
    assert second.items["loan"].changed == ONE + 1


def test_a_build_gives_the_time_that_the_release_would() -> None:
    assert FIRST.item("fund", FUND, TWO) == ONE
    assert FIRST.note_type(STYLE, TWO) == ONE
    assert FIRST.item("loan", OTHER, TWO) == FIRST.item("pier", FUND, TWO) == TWO
    assert FIRST.item("loan", OTHER, ONE) == FIRST.item("pier", FUND, 0) == ONE + 1
    assert FIRST.item("fund", replace(FUND, way="typed"), ONE) == ONE + 1
    assert FIRST.note_type(replace(STYLE, mark="d" * 16), TWO) == TWO
    gone = release(FIRST, Contents({}, {}), TWO)
    assert gone.item("fund", FUND, TWO) == TWO + 1
    assert Released().item("fund", FUND, ONE) == ONE


STUDIED: dict[str, Way] = {
    "choice": "choice", "select": "choice", "true-false": "choice", "short": "typed", "numeric": "typed",
    "term": "term", "cloze": "cloze", "match": "pairs", "sort": "pairs", "order": "sequence", "essay": "essay",
}  # fmt: skip


def test_every_type_is_studied_in_its_way() -> None:
    assert {type: way(answer) for type, _, answer in ANSWERS.values()} == STUDIED
