from __future__ import annotations

import json

from quizgen.findings import Location, Remark, Report, Severity, as_json, as_text, in_order, stamp

SOURCES = {"questions/a.yaml": "one: 1\nquote: ñandú\n" + "x" * 200 + "here" + "y" * 200}
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


def test_text_shows_the_line_with_a_caret_and_a_summary() -> None:
    assert as_text(REPORT, SOURCES).split("\n") == [
        "questions/a.yaml:1:1: warning: odd [some-rule]",
        "    1 | one: 1",
        "      | ^",
        "questions/a.yaml:2:8: error: the quote is wrong; did you mean “ñandu”? [quote-in-passage]",
        "    2 | quote: ñandú",
        "      |        ^",
        "1 error, 1 warning: 3 items on 1 brief.",
    ]
    assert as_text(Report(items=1), {}) == "No findings: 1 item on 0 briefs."


def test_a_long_line_is_cut_round_its_place() -> None:
    far = stamp(Remark(Location("questions/a.yaml", 3, 201), "far"), "r")
    _, line, caret, _ = as_text(Report((far,)), SOURCES).split("\n")
    assert len(line) <= 110
    assert line[caret.index("^") :].startswith("here")


def test_json_has_the_documented_keys() -> None:
    data = json.loads(as_json(REPORT))
    assert data["summary"] == {"errors": 1, "warnings": 1, "items": 3, "briefs": 1}
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
