from __future__ import annotations

import json

import pytest

from quizgen.findings import (
    Finding,
    Location,
    Remark,
    Report,
    Rewrite,
    Severity,
    as_github,
    as_json,
    as_text,
    in_order,
    stamp,
    summary,
)

SOURCES = {
    "questions/a.yaml": "one: 1\nquote: ñandú\n" + "x" * 200 + "here" + "y" * 200,
    "corpus/b.md": "It says that the ñandu runs.",
}
LATER = stamp(Remark(Location("questions/a.yaml", 2, 8), "the quote is wrong", "ñandu", "an-item"), "quote-in-passage")
EARLIER = stamp(Remark(Location("questions/a.yaml", 1, 1), "odd"), "some-rule", Severity.WARNING)
REPORT = Report(in_order([LATER, EARLIER, LATER]), items=3, briefs=1)


def test_a_finding_reads_as_one_line() -> None:
    assert str(LATER) == ("questions/a.yaml:2:8: error: the quote is wrong; did you mean “ñandu”? [quote-in-passage]")


def test_findings_are_ordered_and_said_once() -> None:
    assert REPORT.findings == (EARLIER, LATER)
    assert (REPORT.errors, REPORT.warnings) == (1, 1)


def test_strictness() -> None:
    warned = Report((EARLIER,))
    assert warned.passes()
    assert not warned.passes(strict=True)
    assert not REPORT.passes()
    assert Report().passes(strict=True)


def note(item: str | None, message: str = "it is asked in part", here: str | None = None) -> Finding:
    where = Location("questions/a.yaml", 1, len(item or "1"))
    remark = Remark(where, message, item=item, severity=Severity.NOTE, here=here)
    return stamp(remark, "format-limits", Severity.WARNING)


def test_notes_stop_nothing_and_are_counted_apart() -> None:
    noted = Report((EARLIER, note("one")))
    assert (noted.errors, noted.warnings, noted.notes) == (0, 1, 1)
    assert Report((note("one"),)).passes(strict=True)
    assert not noted.passes(strict=True)
    assert json.loads(as_json(noted))["summary"]["notes"] == 1
    assert as_github(Report((note("one"),))).startswith("::notice file=questions/a.yaml")


def test_notes_are_counted_as_they_are_printed_and_the_items_that_they_are_on() -> None:
    noted = Report((note("one"), note("two"), note("two", "no hints"), note(None, "no units")), items=9)
    text = as_text(noted, {})
    assert text.count("note: ") == 3
    assert text.endswith("0 errors, 0 warnings, 3 notes on 2 items: 9 items on 0 briefs.")
    assert as_text(Report((note(None),)), {}).endswith("0 errors, 0 warnings, 1 note: 0 briefs.")
    lines = as_github(noted).split("\n")
    assert [line.partition(" ")[0] for line in lines[:-1]] == ["::notice"] * 4
    assert ", 4 notes: " in lines[-1]


def test_what_is_of_one_item_alone_stands_behind_its_name_and_in_its_own_message() -> None:
    noted = Report((note("one", "too long", "12"), note("two", "too long", "345"), note("three", "too long")))
    assert "note: too long [format-limits]\n  one\u00a0(12), two\u00a0(345), three\n" in as_text(noted, {})
    messages = [finding["message"] for finding in json.loads(as_json(noted))["findings"]]
    assert messages == ["too long (here 12)", "too long (here 345)", "too long"]
    assert "too long (here 12)" in as_github(noted)
    assert str(noted.findings[0]).endswith("note: too long (here 12) [format-limits]")


def test_each_thing_that_notes_say_is_said_once_with_all_its_items() -> None:
    many = [note(f"an-item-with-number-{number:02}") for number in range(12)]
    lines = as_text(Report((EARLIER, *many, note("x", "no hints")), items=13, briefs=1), SOURCES).split("\n")
    first, last = "an-item-with-number-00", "an-item-with-number-11"
    assert lines[3:6] == ["", "note: it is asked in part [format-limits]", f"  12 items: {first}, {lines[5][36:]}"]
    listed = "\n".join(lines[5:9])
    assert listed.index(first) < listed.index(last)
    assert all(len(line) <= 102 for line in lines)
    assert lines[-5:] == [
        "",
        "note: no hints [format-limits]",
        "  x",
        "",
        "0 errors, 1 warning, 2 notes on 13 items: 13 items on 1 brief.",
    ]


def test_text_shows_the_line_with_a_caret_and_a_summary() -> None:
    assert as_text(REPORT, SOURCES).split("\n") == [
        "questions/a.yaml:1:1: warning: odd [some-rule]",
        "    1 | one: 1",
        "      | ^",
        "questions/a.yaml:2:8: error: the quote is wrong; did you mean “ñandu”? [quote-in-passage]",
        "    2 | quote: ñandú",
        "      |        ^",
        "",
        "1 error, 1 warning: 3 items on 1 brief.",
    ]
    assert as_text(Report(items=1), {}) == "No findings: 1 item on 0 briefs."


def test_a_blank_line_parts_files() -> None:
    other = stamp(Remark(Location("questions/b.yaml"), "gone"), "r")
    lines = as_text(Report((EARLIER, LATER, other)), SOURCES).split("\n")
    assert [number for number, line in enumerate(lines) if not line] == [6, 8]


def test_the_line_of_the_passage_is_shown_with_the_words_that_matter() -> None:
    remark = Remark(Location("questions/a.yaml", 2, 8), "not so", "the ñandu", see=Location("corpus/b.md", 1, 1))
    lines = as_text(Report((stamp(remark, "r"),)), SOURCES).split("\n")
    assert lines[3:6] == [
        "  see corpus/b.md:1:1",
        "    1 | It says that the ñandu runs.",
        "      |              ^^^^^^^^^",
    ]


def underlined(line: str, column: int, message: str, end: int | None = None) -> str:
    """What is underlined on a line; the caret stands where a terminal shows those signs."""
    where = Location("questions/a.yaml", 1, column)
    ends = {where: Location("questions/a.yaml", 1, end)} if end is not None else {}
    text = as_text(Report((stamp(Remark(where, message), "r"),)), {"questions/a.yaml": line}, ends=ends)
    return text.split("\n")[2].removeprefix("      | ")


@pytest.mark.parametrize(
    ("line", "column", "message", "end", "carets"),
    [
        ("a: one two # why", 4, "odd", None, "   ^"),
        ("a: one two # why", 4, "odd", 11, "   ^^^^^^^"),
        ("a: one two # why", 4, "“two” is odd", 11, "       ^^^"),
        ("a: one two # why", 4, "“tw” and “why” are odd", 11, "   ^^^^^^^"),
        ("two: one two", 6, "“two” is odd", None, "         ^^^"),
        ("\ta: one", 5, "odd", 8, "    ^^^"),
        ("a: 中，文", 4, "“文” is odd", None, "       ^^"),
        ("a: n\u0303u e", 4, "“e” is odd", None, "      ^"),
        ("a: e\u0301", 4, "odd", 6, "   ^"),
        ("a: \u202ee", 5, "odd", None, "    ^"),
    ],
)
def test_carets_stand_under_the_words_in_question(
    line: str, column: int, message: str, end: int | None, carets: str
) -> None:
    assert underlined(line, column, message, end) == carets


def test_words_on_a_later_line_of_the_value_are_shown_on_that_line() -> None:
    where, end = Location("questions/a.yaml", 1, 8), Location("questions/a.yaml", 3, 8)
    source = {"questions/a.yaml": "quote: it\n  was seven\n  weeks\nseven: 7"}
    found = stamp(Remark(where, "“seven” is not in p3"), "r")
    text = as_text(Report((found,)), source, ends={where: end})
    assert text.split("\n")[1:3] == ["    2 |   was seven", "      |       ^^^^^"]
    text = as_text(Report((stamp(Remark(where, "odd"), "r"),)), source, ends={where: end})
    assert text.split("\n")[1:3] == ["    1 | quote: it", "      |        ^^"]


def test_words_that_a_line_break_parts_are_shown_where_they_begin() -> None:
    where, end = Location("questions/a.yaml", 1, 8), Location("questions/a.yaml", 3, 9)
    source = {"questions/a.yaml": "quote: it\n  was forty\n  weeks ago"}
    for message, line, carets in [
        ("“forty weeks” is odd", "    2 |   was forty", "      |       ^^^^^"),
        ("“forty week” is odd", "    1 | quote: it", "      |        ^^"),
    ]:
        text = as_text(Report((stamp(Remark(where, message), "r"),)), source, ends={where: end})
        assert text.split("\n")[1:3] == [line, carets]


def test_nothing_that_turns_a_line_round_reaches_the_terminal() -> None:
    shown = as_text(
        Report((stamp(Remark(Location("questions/a.yaml"), "odd"), "r"),)), {"questions/a.yaml": "a\u202e\u2028b"}
    )
    assert "    1 | a  b\n" in shown


def test_a_long_line_is_cut_round_its_place() -> None:
    far = stamp(Remark(Location("questions/a.yaml", 3, 201), "“herey” is far"), "r")
    _, line, caret, *_ = as_text(Report((far,)), SOURCES).split("\n")
    assert len(line) <= 110
    assert line[caret.index("^") :].startswith("here")
    end = {far.where: Location("questions/a.yaml", 3, 404)}
    _, line, caret, *_ = as_text(Report((far,)), SOURCES, ends=end).split("\n")
    assert len(caret) == len(line) <= 110


def test_a_long_suggestion_stands_on_a_line_of_its_own() -> None:
    words = "word " * 30 + "end"
    lines = as_text(Report((stamp(Remark(EARLIER.where, "odd", words), "r"),)), SOURCES).split("\n")
    assert lines[0] == "questions/a.yaml:1:1: error: odd [r]"
    assert lines[3] == f"  did you mean: {words}"


def test_the_summary_counts_by_rule_where_there_are_more_than_a_few() -> None:
    place = Location("a")
    found = [stamp(Remark(place, str(n)), rule) for n, rule in enumerate("aaabbbbccde")]
    warned = stamp(Remark(place, "w", edit=Rewrite(place, "x")), "w", Severity.WARNING)
    report = Report((*found, warned), 98, 3)
    assert summary(report) == (
        "11 errors (4 b, 3 a, 2 c, 2 of other rules), 1 warning (1 w): 98 items on 3 briefs."
        " `quizgen check --fix` mends 1 of them."
    )
    four = [stamp(Remark(place, str(n)), rule) for n, rule in enumerate("abcd")]
    assert summary(Report(tuple(four), 1, 1)).startswith("4 errors (1 a, 1 b, 1 c, 1 d), 0 warnings")
    assert summary(Report((warned,), 1, 1)).startswith("0 errors, 1 warning: 1 item on 1 brief.")


def test_json_has_the_documented_keys() -> None:
    data = json.loads(as_json(REPORT))
    assert data["summary"] == {"errors": 1, "warnings": 1, "notes": 0, "items": 3, "briefs": 1}
    assert data["findings"][1] == {
        "path": "questions/a.yaml",
        "line": 2,
        "column": 8,
        "rule": "quote-in-passage",
        "severity": "error",
        "message": "the quote is wrong",
        "suggestion": "ñandu",
        "item": "an-item",
        "see": None,
    }


def test_github_annotations_escape_what_the_runner_reads() -> None:
    remark = Remark(Location("questions/a,b:c%.yaml", 2, 8), "50%\r\nof: it, all", see=Location("corpus/b.md", 3, 1))
    lines = as_github(Report((stamp(remark, "r"), EARLIER), 1, 1), "courses/policy/").split("\n")
    assert lines == [
        "::error file=courses/policy/questions/a%2Cb%3Ac%25.yaml,line=2,col=8,title=r"
        "::50%25%0D%0Aof: it, all%0Asee courses/policy/corpus/b.md:3:1",
        "::warning file=courses/policy/questions/a.yaml,line=1,col=1,title=some-rule::odd",
        "1 error, 1 warning: 1 item on 1 brief.",
    ]


def test_of_very_many_findings_alike_the_first_are_shown_and_all_counted() -> None:
    many = [stamp(Remark(Location("questions/a.yaml", line), "odd"), "some-rule") for line in range(1, 2001)]
    notes = [stamp(Remark(Location("questions/a.yaml", 1), f"{n}", severity=Severity.NOTE), "r") for n in range(2000)]
    report = Report(in_order([*many, LATER, *notes])).bounded
    assert (report.errors, report.warnings, report.notes) == (2001, 0, 2000)
    shown = [finding for finding in report.findings if finding.rule == "some-rule"]
    assert len(shown) == 500
    assert shown[-1].message == "odd (and 1,500 more of these in this file)"
    assert LATER in report.findings
    assert REPORT.bounded == REPORT


def test_a_line_as_long_as_a_file_is_shown_in_part_and_at_once() -> None:
    line = "\t" * 1_000_000 + "here"
    findings = [stamp(Remark(Location("a.yaml", 1, 1_000_001), f"odd {n}"), "r") for n in range(100)]
    said = as_text(Report(tuple(findings)), {"a.yaml": line})
    assert said.count("here\n") == 100
    assert len(said) < 30_000
