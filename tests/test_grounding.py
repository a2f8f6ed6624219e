from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quizgen.course import load
from quizgen.grounding import carriers, grounds
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


def test_the_sentences_that_carry_an_item_are_there_once_with_their_places(bank_of: Callable[[str], Path]) -> None:
    quotes = ("pays for public roofs", "for nothing private", "proposed it. In 1999, a year after", "not in the brief")
    evidence = ", ".join(f"{{passage: p2, quote: '{quote}'}}" for quote in quotes)
    (ground,) = grounds(load(bank_of(of_rule(f"evidence: [{evidence}]"))))
    first, second = carriers(ground)
    assert first.text.startswith("The fund pays for public roofs")
    assert first.text.endswith("nothing private.")
    assert second.text.startswith("Mayor Lucía Ibarra proposed it. In 1999")
    for carrier in (first, second):
        assert carrier.passage.text[carrier.start :].startswith(carrier.text)
