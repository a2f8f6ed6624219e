from __future__ import annotations

import pytest

from quizgen.checks import quote_keeps_negation
from quizgen.course import load
from tests.checks.one_rule import Write, message
from tests.examples import of_rule

RULE = "quote-keeps-negation"


def evidence(passage: str, quote: str) -> str:
    return f"evidence: [{{passage: {passage}, quote: '{quote}'}}]"


WITHOUT_NOT = evidence("p4", "Saving has its price: money that is saved … mend the coast road in a calm year")


def test_a_not_that_is_left_out_is_named_and_shown(bank_of: Write) -> None:
    course = load(bank_of(of_rule(WITHOUT_NOT)))
    (remark,) = quote_keeps_negation.check(course)
    assert remark.message == "the quote leaves out “cannot”, which turns round what follows: quote that word too"
    assert remark.where == next(iter(course.current)).evidence[0].quote_where
    assert remark.see is not None
    line = course.sources[remark.see.path].split("\n")[remark.see.line - 1]
    assert line[remark.see.column - 1 :].startswith("cannot")


@pytest.mark.parametrize(
    ("passage", "quote"),
    [
        ("p4", "money that is saved cannot mend … road in a calm year"),  # the “not” is quoted
        ("p4", "Saving has … mend the coast road in a calm year"),  # too short a part to be found
        ("p2", "so that repairs can begin at once … In 1999, a year after"),  # a whole sentence
        ("p2", "The fund pays for public roofs … the ferry pier and the coast road"),
        ("p9", "The fund pays for … nothing private"),
    ],
)
def test_what_may_be_left_out(bank_of: Write, passage: str, quote: str) -> None:
    assert message(RULE, bank_of, evidence(passage, quote)) == ""


@pytest.mark.parametrize("aside", [", which was not asked for,", ". It was not asked for. Yet it"])
def test_a_denial_that_is_left_out_whole_turns_nothing_round(bank_of: Write, aside: str) -> None:
    course = bank_of(of_rule(evidence("p1", "an island of 3,100 people … lives by its ferry. Every road")))
    brief = course / "corpus" / "storm-savings.md"
    text = brief.read_text(encoding="utf-8")
    brief.write_text(text.replace("people, lives", f"people{aside} lives"), encoding="utf-8")
    loaded = load(course)
    assert list(quote_keeps_negation.check(loaded)) == []
