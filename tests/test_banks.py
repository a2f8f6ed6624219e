from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen import checking
from quizgen.banks import read_bank
from quizgen.course import load
from quizgen.findings import as_text
from tests.examples import HEAD, of_rule

CASES = sorted((Path(__file__).parent / "banks").glob("*.yaml"))


def test_there_are_bad_banks_to_read() -> None:
    assert len(CASES) >= 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_bad_bank_gives_exactly_these_findings(
    case: Path, bank_of: Callable[[str], Path], golden: Callable[[Path, str], None]
) -> None:
    course = load(bank_of(case.read_text(encoding="utf-8")))
    golden(case.with_suffix(".txt"), as_text(checking.run(course), course.sources) + "\n")


def test_a_sound_item_is_read_beside_broken_ones() -> None:
    text = of_rule("tags: [a]") + "  - id: Bad\n    type: short\n"
    bank, findings = read_bank(text, "storm-savings", "x.yaml", "en")
    assert bank is not None
    assert [question.id for question in bank.questions] == ["example-1"]
    assert len(findings) == 7  # the id, and six fields that are not there


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("just text", "wrong-value"),
        ("- a\n- b\n", "wrong-value"),
        ("title: T\n", "missing-field"),
        ("title: T\nitems: []\n", "wrong-value"),
        ("title: T\nitems:\n", "wrong-value"),
        ("title: T\nitems: {a: b}\n", "wrong-value"),
        (HEAD + "  - 5\n", "wrong-value"),
        (HEAD + "  - id: x\n    type: [a]\n", "wrong-value"),
    ],
)
def test_a_bank_of_another_form_is_a_finding(text: str, rule: str) -> None:
    _, findings = read_bank(text, "storm-savings", "x.yaml", "en")
    assert [finding.rule for finding in findings] == [rule]


def test_a_bank_whose_only_item_is_broken_is_not_called_empty() -> None:
    _, findings = read_bank("titel: T\nitems:\n  - id: x\n    stem: What: is it?\n", "s", "x.yaml", "en")
    assert [(finding.where.line, finding.rule) for finding in findings] == [(4, "yaml-trap"), (1, "unknown-key")]


def test_the_default_of_scoring_follows_the_type() -> None:
    bank, _ = read_bank(of_rule("tags: [a]") + of_rule("scoring: each").removeprefix(HEAD), "s", "x.yaml", "en")
    assert bank is not None
    assert [question.scoring for question in bank.questions] == ["all", "each"]


def test_a_bank_of_more_items_than_anyone_writes_is_a_finding() -> None:
    bank, findings = read_bank(HEAD + "  - {}\n" * 5_001, "storm-savings", "x.yaml", "en")
    assert "`items` has more than 5,000" in [finding.message for finding in findings]
    assert bank is not None
    assert bank.unread == 5_001


@pytest.mark.parametrize("field", ["distractors", "evidence", "tags"])
def test_a_list_of_more_entries_than_anyone_needs_is_a_finding(field: str) -> None:
    entries = {
        "distractors": "{text: a, why: b}",
        "evidence": "{passage: p2, quote: money that is set aside}",
        "tags": "a",
    }
    _, findings = read_bank(of_rule(f"{field}: [{', '.join([entries[field]] * 51)}]"), "b", "x.yaml", "en")
    assert [finding.message for finding in findings] == [f"`{field}` has more than 50"]
    assert not read_bank(of_rule(f"{field}: [{', '.join([entries[field]] * 50)}]"), "b", "x.yaml", "en")[1]


def test_an_id_as_long_as_a_file_is_named_in_part() -> None:
    _, findings = read_bank(of_rule(f"id: {'a' * 100_000}"), "b", "x.yaml", "en")
    assert findings
    assert all(len(finding.message) < 300 and len(finding.item or "") <= 80 for finding in findings)
