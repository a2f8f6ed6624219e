"""Of an item or a blueprint with a fault the rest is looked at, and nothing is said of what stands for the fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from quizgen import checking, items, reviewing
from quizgen.course import load
from quizgen.findings import Finding, summary
from tests.examples import HEAD, of_rule, of_type

READING = ("missing-field", "wrong-value", "unknown-key")
WRONG: tuple[Any, ...] = ("", "x", [], {"a": "b"}, ["", "x"])

Found = Callable[[str], list[Finding]]


@pytest.fixture
def found(bank_of: Callable[[str], Path]) -> Found:
    """What is found in a bank."""
    return lambda text: list(checking.run(load(bank_of(text))).findings)


def spoiled(data: Any) -> Iterator[Any]:
    """The data with one value in it left out, or wrong, or under a key that there is not."""
    if isinstance(data, dict):
        for key, value in data.items():
            rest = {name: one for name, one in data.items() if name != key}
            yield rest
            yield {**rest, f"{key}qx": value}
            yield from ({**data, key: wrong} for wrong in WRONG)
            yield from ({**data, key: one} for one in spoiled(value))
    if isinstance(data, list):
        for index, value in enumerate(data):
            yield from ([*data[:index], one, *data[index + 1 :]] for one in (*WRONG, *spoiled(value)))


@pytest.mark.parametrize("name", list(items.BY_NAME))
def test_nothing_is_said_of_what_stands_for_a_fault(found: Found, name: str) -> None:
    (item,) = yaml.load(of_type(items.BY_NAME[name]), yaml.BaseLoader)["items"]
    seen = 0
    for one in spoiled(item):
        findings = found(HEAD + yaml.safe_dump([one], allow_unicode=True, width=1000))
        rules = {finding.rule for finding in findings}
        if rules & set(READING):
            seen += 1
            assert rules <= set(READING), (one, [str(finding) for finding in findings])
    assert seen > 30


LONG = "Money that is set aside before a storm, so that repairs can begin at once, without waiting for a lender abroad"
OTHERS = "{text: A gift that the mainland sends, why: It is not.}, {text: A tax that passengers pay, why: Nor this.}"


@pytest.mark.parametrize(
    ("fields", "rules"),
    [
        (f"answer: {LONG}\ndistractors: [{{text: A loan}}, {OTHERS}]\n", ["missing-field", "longest-option"]),
        (
            f"distractors: [{{text: A loan, why: ''}}, {OTHERS}]\nevidence: [{{passage: p9, quote: a}}]\n",
            ["wrong-value", "passage-exists"],
        ),
        (
            f"distractors: [{{why: No}}, {OTHERS}]\nevidence: [{{passage: p9, quote: a}}]\n",
            ["missing-field", "passage-exists"],
        ),
        ("evidence: [{passage: p1}, {passage: p9, quote: a}]\n", ["missing-field", "passage-exists"]),
        ("stem: ''\nevidence: [{passage: p9, quote: a}]\n", ["wrong-value", "passage-exists"]),
        ("kind: facts\nevidence: [{passage: p9, quote: a}]\n", ["wrong-value", "passage-exists"]),
        ("shuffle: no\nevidence: [{passage: p9, quote: a}]\n", ["wrong-value", "passage-exists"]),
        (
            "distractors: [{why: No}, {text: A tax, why: No.}, {text: a tax., why: No.}]\n",
            ["missing-field", "options-distinct"],
        ),
    ],
)
def test_the_rest_of_an_item_is_looked_at(found: Found, fields: str, rules: list[str]) -> None:
    text = of_rule(fields)
    assert set(rules) <= {finding.rule for finding in found(text)}


def test_what_is_found_behind_an_entry_taken_out_has_its_own_line(found: Found) -> None:
    text = of_rule("distractors:\n  - why: No.\n  - text: A tax\n    why: No.\n  - text: a tax.\n    why: No.\n")
    (finding,) = [one for one in found(text) if one.rule == "options-distinct"]
    assert "a tax." in text.split("\n")[finding.where.line - 1]


def test_an_item_that_cannot_be_read_as_a_whole_is_not_accepted(bank_of: Callable[[str], Path]) -> None:
    course = load(bank_of(of_rule(f"distractors: [{{why: No}}, {OTHERS}]\n")))
    assert reviewing.review(course, ["example-1"]).refused == ("example-1: some of it cannot be read",)


def test_the_summary_says_how_many_items_could_not_be_read(bank_of: Callable[[str], Path]) -> None:
    text = of_rule("tags: [a]") + "  - id: x\n    stem: What: is it?\n  - id: y\n    type: none\n"
    report = checking.run(load(bank_of(text)))
    assert report.unread == 2
    assert "1 item on 1 brief. 2 items could not be read at all." in summary(report)


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("type: choice", "type: essays", "asks for 90 items"),
        ("kind: fact", "kind: facts", "there is no bank `storm`"),
        ("kind: fact", "kind: facts", "asks for 90 items"),
        ("title: A quick look", "titel: A quick look", "there is no bank `storm`"),
        ("audience: exam", "audience: exams", "asks for 90 items"),
        ("minutes: 5", "minutes: none", "there is no quiz `gone`"),
        ("[why-not]", "[why-not, Why Not]", "there is no item `why-not`"),
        ("count: 90", "count: 0", "there is no bank `storm`"),
    ],
)
def test_the_rest_of_a_blueprint_is_looked_at(starter: Path, wrong: str, right: str, said: str) -> None:
    findings = _of_blueprint(starter, wrong, right)
    assert any(finding.rule in READING for finding in findings)
    assert any(said in finding.message for finding in findings)


def test_no_shortage_is_said_where_it_may_be_none(starter: Path) -> None:
    for right in ("banks: [storm-savings, No Bank]", "banks: No Bank", "bank: [[]]"):
        findings = _of_blueprint(starter, "minutes: 5", right)
        assert [finding.rule for finding in findings if finding.rule == "blueprint-filled"] == []
        assert any(finding.rule in READING for finding in findings)


def _of_blueprint(starter: Path, wrong: str, right: str) -> list[Finding]:
    assert wrong in QUIZ
    folder = starter / "questions" / "quizzes"
    folder.mkdir(exist_ok=True)
    (folder / "quick-look.yaml").write_text(QUIZ.replace(wrong, right), encoding="utf-8")
    path = "questions/quizzes/quick-look.yaml"
    return [finding for finding in checking.run(load(starter)).findings if finding.where.path == path]


QUIZ = """\
title: A quick look
audience: exam
minutes: 5
not_in: [gone]
sections:
  - take:
      - {count: 90, type: choice}
      - {count: 1, banks: storm}
      - {kind: fact}
      - items: [why-not]
"""
