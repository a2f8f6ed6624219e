from __future__ import annotations

import random

import pytest

from quizgen import locks
from quizgen.findings import Location, Severity
from quizgen.locks import (
    RELEASED,
    REVIEWED,
    in_future,
    mark,
    read_released,
    read_reviewed,
    said,
    write_released,
    write_reviewed,
)
from quizgen.releases import Content, Entry, Released

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


# The lock of releases

MARCH, MAY = 1_773_739_800, 1_777_626_000
RELEASES = Released(
    {
        "a-fund": Entry(Content("choice", ONE), MARCH, MARCH),
        "b-loan": Entry(Content("typed", TWO), MARCH, MAY),
        "c-tax": Entry(Content("cloze", TWO), MARCH, MARCH, MAY),
    },
    {"choice": Entry(Content("choice", TWO), MARCH, MARCH)},
)
LINES = [
    f"(note-type) choice {TWO} 2026-03-17T09:30:00Z 2026-03-17T09:30:00Z",
    f"a-fund choice {ONE} 2026-03-17T09:30:00Z 2026-03-17T09:30:00Z",
    f"b-loan typed {TWO} 2026-03-17T09:30:00Z 2026-05-01T09:00:00Z",
    f"c-tax cloze {TWO} 2026-03-17T09:30:00Z 2026-03-17T09:30:00Z retired 2026-05-01T09:00:00Z",
]


def test_what_was_released_is_written_sorted_one_line_an_entry_and_read() -> None:
    lines = write_released(RELEASES).splitlines()
    assert [line for line in lines if not line.startswith("#")] == LINES
    assert "`quizgen release`" in "".join(lines[: -len(LINES)])
    random.Random(2).shuffle(lines)
    assert read_released("\r\n".join(["", *lines])) == (RELEASES, ())
    assert read_released(write_released(Released())) == (Released(), ())


def test_of_two_lines_that_a_merge_kept_the_later_counts() -> None:
    later = f"a-fund typed {TWO} 2026-04-01T09:00:00Z 2026-04-02T09:00:00Z"
    back = f"c-tax cloze {ONE} 2026-03-17T09:30:00Z 2026-05-01T09:00:01Z"
    for lines in ([*LINES, later, back], [back, later, *LINES]):
        released, findings = read_released("\n".join(lines))
        assert findings == ()
        fund, tax = released.items["a-fund"], released.items["c-tax"]
        assert (fund.content, said(fund.changed)) == (Content("typed", TWO), "2026-04-02T09:00:00Z")
        assert fund.since == MARCH
        assert (tax.content.mark, tax.retired) == (ONE, None)
        assert lines[fund.where.line - 1] == later


GARBLED = "this is not as `quizgen release` writes it"
TIME = "is no time from 1980 to 2100"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<<<<<<< HEAD", "a merge was left unfinished here"),
        ("=======", "a merge was left unfinished here"),
        ("d-fee", GARBLED),
        (LINES[1].replace("a-fund", "D_Fee"), GARBLED),
        (LINES[1].replace(" choice", " choose"), GARBLED),
        (LINES[1].replace(ONE, "0123"), GARBLED),
        (LINES[1] + " 2026-05-01T09:00:00Z", GARBLED),
        (LINES[1].replace("2026-03", "1970-01"), f"`1970-01-17T09:30:00Z` {TIME}"),
        (LINES[1].replace("2026-03-17T09:30:00Z", "1970-01-01T00:00:00Z"), f"`1970-01-01T00:00:00Z` {TIME}"),
        (LINES[3].replace("2026-05", "2101-05"), f"`2101-05-01T09:00:00Z` {TIME}"),
        (LINES[3].replace("2026-05", "2026-13"), f"`2026-13-01T09:00:00Z` {TIME}"),
        (LINES[1].replace("2026-03-17T09:30:00Z", "0", 1), f"`0` {TIME}"),
    ],
)
def test_a_line_on_a_release_that_cannot_be_read_is_named_and_the_others_count(line: str, said: str) -> None:
    released, (finding,) = read_released("\n".join([*LINES[:2], line, *LINES[2:]]))
    assert released == RELEASES
    assert (finding.where, finding.rule, finding.severity) == (Location(RELEASED, 3), "lock-line", Severity.ERROR)
    assert finding.message.startswith(said)


def test_a_release_that_is_yet_to_come_is_named_by_whoever_knows_the_time() -> None:
    released, _ = read_released("\n".join(LINES))
    assert list(in_future(released, MAY)) == []
    (finding,) = in_future(released, MAY - 1)
    assert (finding.where, finding.rule) == (Location(RELEASED, 3), "lock-line")
    assert finding.message.startswith(
        "this release, 2026-05-01T09:00:00Z, is not over by now, 2026-05-01T08:59:59Z (nor is another over): take "
    )
