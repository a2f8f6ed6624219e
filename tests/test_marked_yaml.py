from __future__ import annotations

import pytest

from quizgen import marked_yaml
from quizgen.findings import Location

BANK = """\
title: A bank
items:
  - id: first
    stem: {broken}
  - id: second
    stem: What is it?
"""


def rules(text: str) -> list[tuple[int, str]]:
    _, findings = marked_yaml.read(text, "bank.yaml")
    return [(finding.where.line, finding.rule) for finding in findings]


def test_every_scalar_is_text() -> None:
    document, findings = marked_yaml.read("[no, 1e3, 0777, 12:30, 2014-01-01, ~, 1.10, 1_000]", "x.yaml")
    assert not findings
    assert document is not None
    assert document.data == ["no", "1e3", "0777", "12:30", "2014-01-01", "~", "1.10", "1_000"]


def test_values_and_keys_know_their_place() -> None:
    document, _ = marked_yaml.read("a: één\nitems:\n  - id: x\n    tags: [ñ, b]\n", "x.yaml", first_line=10)
    assert document is not None
    assert document.at("items", 0, "tags", 1) == Location("x.yaml", 14, 15)
    assert document.key_at("items", 0, "tags") == Location("x.yaml", 14, 5)
    assert document.at("items", 0, "gone", "deeper") == Location("x.yaml", 13, 5)  # the nearest that is there


@pytest.mark.parametrize(
    ("broken", "cure"),
    [
        ("What: is it?", "colon and space"),
        ('"Safe" is what?', "second quotation mark"),
        ("{{gap}} is what?", "begins with a brace"),
        ("[a] or b?", "begins with a brace"),
        ("% of what?", "does not let a text begin"),
        ("@home?", "does not let a text begin"),
        ("`code`?", "does not let a text begin"),
        ("*not* this?", "for an alias"),
        ("&c. what?", "own syntax"),
        ("'what?", "has no partner"),
        ("| what?", "begins on the next line"),
        ("Which is #3 of them?", "for a comment"),
        ("#3 is what?", "for a comment"),
    ],
)
def test_traps_name_their_cure_and_cost_one_item_at_most(broken: str, cure: str) -> None:
    document, findings = marked_yaml.read(BANK.format(broken=broken), "bank.yaml")
    assert [(finding.where.line, finding.rule) for finding in findings] in ([(4, "yaml-trap")], [(4, "yaml-syntax")])
    assert cure in findings[0].message
    assert document is not None
    assert document.data["items"][-1] == {"id": "second", "stem": "What is it?"}


def test_a_comment_behind_a_single_word_is_a_comment() -> None:
    assert rules("id: storms # for ever\nlist: # of what\n  - a\n") == []


def test_all_broken_items_are_named_in_one_pass() -> None:
    text = BANK.format(broken="What: is") + "  - id: third\n    stem: '\n  - id: fourth\n    stem: %\n  - id: fifth\n"
    document, findings = marked_yaml.read(text, "bank.yaml")
    assert [finding.where.line for finding in findings] == [4, 8, 10]
    assert document is not None
    assert [item["id"] for item in document.data["items"]] == ["second", "fifth"]


def test_repeated_key_keeps_the_first_and_names_its_line() -> None:
    document, findings = marked_yaml.read("a: 1\nb: 2\na: 3\n", "x.yaml")
    assert document is not None
    assert document.data == {"a": "1", "b": "2"}
    assert str(findings[0]) == ("x.yaml:3:1: error: `a` is here already, in line 1: keep one of the two [repeated-key]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x [1]\nb: *x\n", [(2, "yaml-syntax")]),
        ("a: !!python/object:os.system x\n", [(1, "yaml-syntax")]),
        ("a: 1\n---\nb: 2\n", [(2, "yaml-syntax")]),
        ("\titems: 1\n", [(1, "yaml-trap")]),
        ("a: [1, 2\n", [(1, "yaml-syntax")]),
        ("- a\nb: c\n", [(2, "yaml-syntax")]),
        ("[" * 500, [(1, "yaml-syntax")]),
    ],
)
def test_yaml_beyond_a_bank_is_a_finding(text: str, expected: list[tuple[int, str]]) -> None:
    assert rules(text) == expected


def test_an_alias_bomb_stays_small() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    document, findings = marked_yaml.read("\n".join(lines), "x.yaml")
    assert len(findings) == 39 * 3
    assert document is not None
    assert document.data["a39"] == ["", "", ""]


def test_a_file_of_more_values_than_anyone_writes_is_not_read_on() -> None:
    document, findings = marked_yaml.read("a:\n" + "  - x\n" * 200_000, "x.yaml")
    assert document is None
    assert [(finding.where, finding.rule) for finding in findings] == [
        (Location("x.yaml", 200_000, 5), "unreadable-file")
    ]
    assert "more than 200,000 values" in findings[0].message
    assert marked_yaml.read("a:\n" + "  - x\n" * 190_000, "x.yaml")[0] is not None


@pytest.mark.parametrize("text", ["a: !{} b", "a: *{}", "? {}\n: b\n? {}\n: c"])
def test_a_name_as_long_as_a_file_is_named_in_part(text: str) -> None:
    findings = marked_yaml.read(text.replace("{}", "n" * 10_000), "x.yaml")[1]
    assert findings
    assert all(len(finding.message) < 200 for finding in findings)


@pytest.mark.parametrize("text", ["---", "--- ", "a:", "a: b\n...", "# a", "- "])
def test_nothing_stands_on_a_line_that_there_is(text: str) -> None:
    document, _ = marked_yaml.read(text, "x.yaml")
    assert document is not None
    for place in (document.at(), *document.places().values()):
        assert place.line <= text.count("\n") + 1


@pytest.mark.parametrize("text", ["[", "a: b\nc: {d: [e,"])
def test_what_is_left_open_at_the_end_is_told_of_a_line_that_there_is(text: str) -> None:
    ((line, rule),) = rules(text)
    assert (line, rule) == (text.count("\n") + 1, "yaml-syntax")
