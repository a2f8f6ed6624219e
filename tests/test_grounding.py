from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quizgen.course import load
from quizgen.grounding import grounds
from tests.examples import of_rule

TWO = "evidence: [{passage: p2, quote: a storm fund}, {passage: p2, quote: harbor fees}, {passage: p3, quote: a loan}]"


def test_each_passage_is_there_once_and_each_quote(bank_of: Callable[[str], Path]) -> None:
    (ground,) = grounds(load(bank_of(of_rule(TWO))))
    assert ground.quotes == ("a storm fund", "harbor fees", "a loan")
    assert [passage.id for passage in ground.passages] == ["p2", "p3"]
    assert [brief.id for brief in ground.briefs] == ["storm-savings"]


def test_items_that_other_rules_speak_of_are_left_out(bank_of: Callable[[str], Path]) -> None:
    for fields in ("evidence: []", "evidence: [{passage: p9, quote: a}]", "retired: 2026-01-01"):
        assert list(grounds(load(bank_of(of_rule(fields))))) == []
