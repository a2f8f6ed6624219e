from __future__ import annotations

from quizgen.text.spellings import spellings


def test_an_answer_may_be_typed_as_a_keyboard_has_it() -> None:
    assert spellings(("Castañeda’s “fund”",)) == ("Castañeda’s “fund”", 'Castañeda\'s "fund"', 'Castaneda\'s "fund"')
    assert spellings(("debt–equity swap", "x")) == ("debt–equity swap", "debt-equity swap", "x")


def test_what_differs_in_case_alone_stands_once_as_it_was_written_first() -> None:
    assert spellings(("Budget", "budget", " BUDGET ", "Ángel", "angel")) == ("Budget", "Ángel", "Angel")
