from __future__ import annotations

import random

import pytest

from quizgen import locks
from quizgen.findings import Location, Severity
from quizgen.locks import REVIEWED, mark, read_reviewed, write_reviewed

ONE, TWO = "0123456789abcdef", "fedcba9876543210"
LOCK = {"a-fund": frozenset((ONE, TWO)), "b-loan": frozenset((ONE,))}
TEXT = "The island keeps a fund. In 2007 it waited “eleven weeks” for a loan. Dr. Rey disagrees with J. Ibarra on it."


def test_what_is_written_is_read() -> None:
    assert read_reviewed(write_reviewed(LOCK)) == (LOCK, ())
    assert read_reviewed(write_reviewed({})) == ({}, ())


def test_lines_are_sorted_one_an_entry_below_a_word_on_who_writes_them() -> None:
    lines = write_reviewed(dict(reversed(LOCK.items()))).splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    assert entries == [f"a-fund {ONE}", f"a-fund {TWO}", f"b-loan {ONE}"]
    assert "`quizgen review`" in "".join(lines[: -len(entries)])


def test_lines_may_stand_in_any_order_and_twice() -> None:
    lines = [*write_reviewed(LOCK).splitlines(), f"b-loan {ONE}", "", f"  b-loan   {ONE}\r"]
    random.Random(1).shuffle(lines)
    assert read_reviewed("\n".join(lines)) == (LOCK, ())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<<<<<<< HEAD", "a merge was left unfinished here"),
        ("=======", "a merge was left unfinished here"),
        (">>>>>>> theirs", "a merge was left unfinished here"),
        ("||||||| base", "a merge was left unfinished here"),
        ("a-fund", "a line is the id of an item and 16 hex digits"),
        ("a-fund 0123", "a line is the id of an item and 16 hex digits"),
        (f"A_Fund {ONE}", "a line is the id of an item and 16 hex digits"),
        (f"a-fund {ONE} {TWO}", "a line is the id of an item and 16 hex digits"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_others_count(line: str, said: str) -> None:
    lines = write_reviewed(LOCK).splitlines()
    reviewed, (finding,) = read_reviewed("\n".join([*lines[:3], line, *lines[3:]]))
    assert reviewed == LOCK
    assert (finding.where, finding.rule, finding.severity) == (Location(REVIEWED, 4), "lock-line", Severity.ERROR)
    assert finding.message.startswith(said)


def test_a_mark_is_of_the_sentence_alone() -> None:
    quote = "it waited “eleven weeks” for"
    kept = mark(quote, TEXT)
    assert kept is not None
    assert len(kept) == 16
    same = ["The island keeps two funds. ", "", "A whole new beginning! "]
    for before in same:
        assert mark(quote, before + TEXT.partition("fund. ")[2]) == kept
    assert (
        mark('it waited "eleven weeks" for', TEXT.replace("“", '"').replace("”", '"').replace("a loan", "a\u00a0loan"))
        == kept
    )
    for was, now in (("In 2007", "In 2008"), ("a loan.", "a loan from abroad."), ("In 2007 it", "In 2007, it")):
        assert mark(quote, TEXT.replace(was, now)) not in (kept, None)


def test_a_quote_over_two_sentences_is_marked_with_both() -> None:
    quote = "keeps a fund. In 2007 it waited"
    assert mark(quote, TEXT) not in (None, mark("In 2007 it waited", TEXT))
    assert mark(quote, TEXT.replace("Dr. Rey", "He")) == mark(quote, TEXT)
    assert mark("The island keeps a fund … Rey disagrees with J. Ibarra", TEXT) != mark(quote, TEXT)


def test_a_quote_that_stands_nowhere_has_no_mark() -> None:
    assert mark("it waited seven weeks for", TEXT) is None
    assert locks.mark("it waited", "") is None
