from __future__ import annotations

from pathlib import Path

import pytest

from quizgen import checking, locks, reviewing
from quizgen.checks import passage_changed
from quizgen.course import load
from quizgen.findings import Location

BANK, BRIEF = "questions/storm-savings.yaml", "corpus/storm-savings.md"


@pytest.fixture
def reviewed(starter: Path) -> Path:
    """The sample course with all its items reviewed."""
    course = load(starter)
    done = reviewing.review(course, reviewing.items(course, (), whole=True))
    (starter / locks.REVIEWED).write_text(locks.write_reviewed(done.reviewed), encoding="utf-8")
    return starter


def change(file: Path, was: str, now: str, count: int = -1) -> None:
    text = file.read_text(encoding="utf-8")
    assert was in text
    file.write_text(text.replace(was, now, count), encoding="utf-8")


def named(course: Path) -> list[str | None]:
    return [remark.item for remark in passage_changed.check(load(course))]


def test_a_course_that_was_reviewed_or_never_began_is_silent(reviewed: Path) -> None:
    assert named(reviewed) == []
    (reviewed / locks.REVIEWED).unlink()
    assert named(reviewed) == []


def test_the_items_whose_sentence_changed_are_named_and_no_others(reviewed: Path) -> None:
    change(reviewed / BRIEF, "a loan, since the fund was still too small", "a loan, since the fund was too small")
    found = list(passage_changed.check(load(reviewed)))
    assert [remark.item for remark in found] == [
        "storms-and-weeks", "storms-and-their-years", "fund-or-loan", "from-storm-to-fund",
    ]  # fmt: skip
    assert found[0].message == (
        "the sentence that carries this quote is not one that the item was reviewed with: "
        "read the two side by side, then `quizgen review storms-and-weeks`"
    )
    assert found[0].where == Location(BANK, 97, 16)
    assert found[0].see == Location(BRIEF, 18, 36)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Borrowing after a storm is slower.", "To borrow after a storm takes longer."),  # elsewhere in the passage
        ("In 2007 the island", "In\u00a02007 the island"),  # typography
        ("for a loan, since the fund was still too small\n", "for a loan,\nsince the fund was still too small "),
    ],
)
def test_what_leaves_the_sentence_alone_opens_nothing(reviewed: Path, was: str, now: str) -> None:
    change(reviewed / BRIEF, was, now)
    assert named(reviewed) == []


def test_a_passage_that_moved_with_its_quotes_opens_nothing(reviewed: Path) -> None:
    change(reviewed / BRIEF, "The island keeps a storm fund", "A new second passage.\n\nThe island keeps a storm fund")
    for number in (4, 3, 2):
        change(reviewed / BANK, f"passage: p{number}", f"passage: p{number + 1}")
    assert named(reviewed) == []


def test_a_quote_from_another_sentence_names_the_item(reviewed: Path) -> None:
    change(reviewed / BANK, "sets aside 2.5 percent of its harbor fees", "The fund pays for public roofs", 1)
    assert named(reviewed) == ["fees-saved-for-storms"]


def test_a_quote_that_its_passage_lost_is_left_to_the_rule_of_quotes(reviewed: Path) -> None:
    change(reviewed / BRIEF, "sets aside\n2.5 percent of its harbor fees", "sets aside 3 percent of its fees")
    assert "fees-saved-for-storms" not in named(reviewed)


def test_a_new_item_is_let_be(reviewed: Path) -> None:
    change(reviewed / BANK, "- id: storm-fund-is-a-loan", "- id: storm-fund-is-no-loan")
    assert list(passage_changed.check(load(reviewed))) == []


def test_an_entry_of_an_item_that_is_no_more_is_let_be(reviewed: Path) -> None:
    with (reviewed / locks.REVIEWED).open("a", encoding="utf-8") as stream:
        stream.write("zz-gone 0123456789abcdef\n")
    assert checking.run(load(reviewed)).findings == ()


def test_where_a_merge_kept_both_sides_either_counts(reviewed: Path) -> None:
    course = load(reviewed)
    assert course.reviewed is not None
    change(reviewed / BRIEF, "was still too small", "was too small")
    done = reviewing.review(load(reviewed), ("storms-and-weeks",))
    both = {item: marks | done.reviewed.get(item, frozenset()) for item, marks in course.reviewed.items()}
    (reviewed / locks.REVIEWED).write_text(locks.write_reviewed(both), encoding="utf-8")
    assert "storms-and-weeks" not in named(reviewed)
    change(reviewed / BRIEF, "was too small", "was still too small")
    assert named(reviewed) == []


def test_a_broken_line_is_an_error_of_the_course_but_not_of_one_bank(reviewed: Path) -> None:
    with (reviewed / locks.REVIEWED).open("a", encoding="utf-8") as stream:
        stream.write("<<<<<<< HEAD\n")
    course = load(reviewed)
    (finding,) = checking.run(course).findings
    assert (finding.rule, finding.where.path) == ("lock-line", locks.REVIEWED)
    assert checking.run(course.only(["storm-savings"])).findings == ()
