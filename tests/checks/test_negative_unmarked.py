from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message, remarks

RULE = "negative-unmarked"


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("Which of these is not a fund?", "not"),
        ("Which island doesn't save?", "n't"),
        ("Who was not asked?", "not"),
        ("Which of these statements is false?", "false"),
        ("Which false claim do lenders make?", "false"),
        ("The fund pays for all of these except:", "except"),
        ("All of these are paid for except one.", "except"),
        ("Which repair is least likely to be paid for?", "least"),
        ("Which of these does the brief not say?", "not"),
        ("Which reason does Mayor Ibarra not give?", "not"),
        ("What did the council not foresee?", "not"),
        ("Which of these is no part of the fund?", "no"),
        ("Which of these sums was no loan, by the brief?", "no"),
    ],
)
def test_plain_negatives_are_named(bank_of: Write, stem: str, word: str) -> None:
    assert f"“{word}”" in message(RULE, bank_of, f'stem: "{stem}"')


@pytest.mark.parametrize(
    "stem",
    [
        "Which of these is *not* a fund?",
        "Which of these is NOT a fund?",
        "What does a fund do that a loan does not?",
        "Which of these can be true of an island, by her account, and still not make it rich?",
        "Which island saves when its neighbour does not?",
        "Which not only saves but insures?",
        "Why is the fund not a loan?",
        "The council did not agree. What did it do?",
        "Which of the false alarms did the harbor raise?",
        "What is the least share that it saves?",
        "A fund which does not grow is called this.",
        "Which of her words were “is not a fund”?",
        "For which reason did the council not borrow?",
        "What did the council decide not to mend?",
        "Which island has saved and not borrowed?",
        "Which of these is no longer paid for?",
        "Which of these does the brief *not* say?",
        "What does a fund do while a loan is not agreed?",
    ],
)
def test_what_asks_for_what_is_so_may_stand(bank_of: Write, stem: str) -> None:
    assert message(RULE, bank_of, f'stem: "{stem}"') == ""


def test_the_suggestion_can_be_pasted_and_mends_it(bank_of: Write) -> None:
    (remark,) = remarks(RULE, bank_of, "stem: The fund is old. Which of these is not a fund?")
    assert remark.suggestion == "The fund is old. Which of these is *not* a fund?"
    assert (remark.item, remark.where.line) == ("example-1", 5)
    assert message(RULE, bank_of, f"stem: {remark.suggestion}") == ""


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("¿Cuál de estas obras no paga el fondo?", "no"),
        ("¿Cuál de estas afirmaciones es falsa?", "falsa"),
        ("El fondo paga todas estas obras excepto:", "excepto"),
        ("¿Cuál de estas obras *no* paga el fondo?", ""),
        ("¿Qué hace un fondo que no hace un préstamo?", ""),
    ],
)
def test_spanish(bank_of: Write, stem: str, word: str) -> None:
    said = message(RULE, bank_of, f'stem: "{stem}"', "es")
    assert f"“{word}”" in said if word else said == ""


def test_statements_are_not_meant(bank_of: Write) -> None:
    fields = "type: true-false\nstem: Which road is not mended is said every year.\nanswer: true"
    assert message(RULE, bank_of, fields) == ""
