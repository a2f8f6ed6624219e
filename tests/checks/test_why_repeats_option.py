from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message, remarks

RULE = "why-repeats-option"


@pytest.mark.parametrize(
    ("why", "repeats"),
    [
        ("Wrong.", True),
        ("It is not true.", True),
        ("This answer is incorrect.", True),
        ("This is not the correct answer.", True),
        ("A storm fund is not a loan.", True),
        ("A loan has to be paid back.", False),
        ("The fund is its own.", False),
        ("Nothing of the kind.", False),
        ("One of them is right.", False),
        ("Loans come after storms.", False),
        ("So Rey would have it.", False),
    ],
)
def test_a_reason_says_something_new(bank_of: Write, why: str, repeats: bool) -> None:
    found = remarks(RULE, bank_of, f"distractors: [{{text: A loan, why: '{why}'}}]")
    assert bool(found) is repeats
    assert all(f"“{why}”" in remark.message for remark in found)


def test_reasons_of_a_sort(bank_of: Write) -> None:
    entry = "{{text: A {0}, why: It is a {0}.}}"
    groups = ", ".join(f"{{heading: {name}, entries: [{entry.format(name)}]}}" for name in ("fund", "loan"))
    assert len(remarks(RULE, bank_of, f"type: sort\nstem: Sort these.\ngroups: [{groups}]")) == 2


def test_a_correction_has_rules_of_its_own(bank_of: Write) -> None:
    fields = "type: true-false\nstem: A fund is a loan.\nanswer: false\ncorrection: A fund is no loan."
    assert message(RULE, bank_of, fields) == ""
