from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message, remarks

RULE = "reading-level"
HARD = (
    "Considering the comparative administrative advantages characterizing precautionary accumulation, which "
    "institutional arrangement of the island does the publication denominate, notwithstanding contemporaneous "
    "countervailing considerations of intergenerational responsibility, a storm fund"
)


def test_a_stem_far_above_its_brief(bank_of: Write) -> None:
    (remark,) = remarks(RULE, bank_of, f"stem: {HARD}?")
    assert "reads like grade 3" in remark.message
    assert "the brief like grade" in remark.message


@pytest.mark.parametrize(
    "stem",
    [
        "Notwithstanding contemporaneous considerations, what is denominated an intergenerational responsibility?",
        "The island lives by its ferry, and every few years a storm takes away the pier on which all of its shops and "
        "its school depend for what they need. What does the brief call a storm fund?",
        f"What does the brief mean when it says “{HARD}” of the fund, and who is it that says so in the brief?",
    ],
    ids=["short", "long and plain", "quoted"],
)
def test_what_may_stand(bank_of: Write, stem: str) -> None:
    assert message(RULE, bank_of, f"stem: {stem}") == ""


def test_a_brief_in_another_language_is_no_measure(bank_of: Write) -> None:
    assert message(RULE, bank_of, f"stem: {HARD}?", "es") == ""


def test_an_item_without_a_brief_is_left_to_other_rules(bank_of: Write) -> None:
    assert message(RULE, bank_of, f"stem: {HARD}?\nevidence: []") == ""
