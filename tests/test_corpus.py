from __future__ import annotations

import pytest

from quizgen.corpus import read_brief

FRONT = "---\ntitle: T\nauthors: [A B]\npublisher: P\nlanguage: en\ntext: full\n---\n"


def passages(body: str) -> list[tuple[str, str, int]]:
    brief, findings = read_brief(FRONT + body, "storms", "corpus/storms.md")
    assert not findings
    assert brief is not None
    return [(passage.id, passage.text, passage.where.line) for passage in brief.passages]


def test_paragraphs_are_passages_with_their_lines() -> None:
    assert passages("One,\nin two lines.\n\n\nTwo.\n") == [("p1", "One, in two lines.", 8), ("p2", "Two.", 12)]


def test_list_entries_are_passages() -> None:
    assert passages("Intro:\n\n- one\n  goes on\n- two\n\n1. three\n2. four\n") == [
        ("p1", "Intro:", 8),
        ("p2", "one goes on", 10),
        ("p3", "two", 12),
        ("p4", "three", 14),
        ("p5", "four", 15),
    ]


def test_a_code_point_of_a_passage_has_its_place_in_the_file() -> None:
    brief, _ = read_brief(FRONT + "One,\n  in two  lines.\n\n- an entry\n  goes on\n", "storms", "corpus/storms.md")
    assert brief is not None
    first, entry = brief.passages
    assert [str(first.at(first.text.index(word))) for word in ("One", "in", "two")] == [
        "corpus/storms.md:8:1",
        "corpus/storms.md:9:3",
        "corpus/storms.md:9:6",
    ]
    assert [str(entry.at(entry.text.index(word))) for word in ("an", "on")] == [
        "corpus/storms.md:11:3",
        "corpus/storms.md:12:8",
    ]


def test_a_year_or_a_dash_at_the_beginning_of_a_line_is_no_list() -> None:
    assert passages("The summit of June\n2023. It met\n- they say - twice, in\n22. of May.") == [
        ("p1", "The summit of June 2023. It met - they say - twice, in 22. of May.", 8)
    ]


def test_front_matter_is_read() -> None:
    extra = (
        "published: 2020-03-17\nurl: https://example.org/a\naliases: {Tren de Aragua: [TdR]}\nno_items: {p1: links}\n"
    )
    brief, findings = read_brief(FRONT.replace("text: full\n", f"text: restated\n{extra}") + "One.", "s", "corpus/s.md")
    assert not findings
    assert brief is not None
    assert (brief.restated, str(brief.published), brief.aliases) == (True, "2020-03-17", {"Tren de Aragua": ("TdR",)})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No front matter.", ["1:1 brief-layout"]),
        ("---\ntitle: T\n", ["1:1 brief-layout"]),
        (FRONT, ["7:1 brief-layout"]),
        (FRONT + "# Heading\n\nOne.", ["8:1 brief-layout"]),
        (FRONT.replace("full", "whole") + "One.", ["6:7 wrong-value"]),
        (FRONT.replace("publisher: P\n", "") + "One.", ["2:1 missing-field"]),
        (FRONT.replace("text", "txt") + "One.", ["6:1 unknown-key"]),
        (
            FRONT.replace("language: en", "published: yesterday\nlanguage: xx") + "One.",
            ["5:12 wrong-value", "6:11 wrong-value"],
        ),
        (FRONT.replace("full", "full\npublished: 2020") + "One.", ["7:12 wrong-value"]),
        (FRONT.replace("full", "full\nurl: javascript:alert(1)") + "One.", ["7:6 wrong-value"]),
        (FRONT.replace("title: T", "title: A: B") + "One.", ["2:8 yaml-trap"]),
    ],
)
def test_what_is_wrong_has_its_place(text: str, expected: list[str]) -> None:
    _, findings = read_brief(text, "storms", "corpus/storms.md")
    places = sorted(f"{finding.where.line}:{finding.where.column} {finding.rule}" for finding in findings)
    assert places == expected
