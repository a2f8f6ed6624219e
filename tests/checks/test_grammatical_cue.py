from __future__ import annotations

import pytest

from tests.checks.choosing import choice, messages


def test_the_article_rules_a_distractor_out() -> None:
    fields = choice("fund", "loan", "insurance", stem="What is set aside is called a:")
    assert messages("grammatical-cue", fields) == [
        "the stem ends in “a”, which rules out “insurance”: write “a(n)”, or move the article into the options"
    ]


@pytest.mark.parametrize("end", ["an", "an ___", "an …", "an:"])
def test_how_such_a_stem_may_end(end: str) -> None:
    assert messages("grammatical-cue", choice("hourly fee", "fund", "loan", stem=f"The ferry takes {end}"))


@pytest.mark.parametrize(
    ("stem", "distractor"),
    [
        ("It is called a(n)", "insurance"),
        ("It is called a", "loan"),
        ("It is called a", "union"),
        ("It is called a", "one-time fee"),
        ("What is not a source of vitamin A?", "insurance"),
        ("Who belongs to the D.A.?", "insurance"),
        ("What is it called?", "insurance"),
    ],
)
def test_stems_that_rule_nothing_out(stem: str, distractor: str) -> None:
    assert not messages("grammatical-cue", choice("fund", "gift", distractor, stem=stem))


def test_options_with_articles_of_their_own_are_another_matter() -> None:
    assert not messages("grammatical-cue", choice("a fund", "the loan", "a gift", stem="It is called an"))


def test_spanish_has_other_articles() -> None:
    assert not messages("grammatical-cue", choice("fondo", "impuesto", "don", stem="Se llama a"), "es")
