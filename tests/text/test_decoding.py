from __future__ import annotations

import pytest

from quizgen.text import decoding


def test_line_ends_marks_and_forms_are_made_one() -> None:
    text, findings = decoding.decode(b"\xef\xbb\xbfCastan\xcc\x83eda\r\nb\rc", "x.md")
    assert (text, findings) == ("Castañeda\nb\nc", ())


@pytest.mark.parametrize(
    ("data", "place", "rule"),
    [
        (b"ok\nCasta\xf1eda", "x.md:2:6", "unreadable-file"),
        (b"a\x00b", "x.md:1:2", "unreadable-file"),
        # YAML ends a line at these, and editors do not, so that all lines behind them would be told wrong
        *((f"a\nb{sign}".encode(), "x.md:2:2", "unreadable-file") for sign in "\x85\u2028\u2029"),
        (b"ok\nfine", None, None),
        ("x\ny\x9b".encode(), "x.md:2:2", "unreadable-file"),
        (b" \n\n", "x.md:1:1", "empty-file"),
        (b"", "x.md:1:1", "empty-file"),
        (b"x" * (decoding.MOST_BYTES + 1), "x.md:1:1", "unreadable-file"),
        ("naïve".encode("utf-16"), "x.md:1:1", "unreadable-file"),
    ],
)
def test_what_is_no_text_is_a_finding_with_its_place(data: bytes, place: str | None, rule: str | None) -> None:
    text, findings = decoding.decode(data, "x.md")
    assert (text is None) == (rule is not None)
    assert [(str(finding.where), finding.rule) for finding in findings] == ([(place, rule)] if rule else [])
