from __future__ import annotations

from tests.checks.choosing import choice, messages


def test_every_distractor_must_have_such_a_word() -> None:
    found = messages("absolute-terms", choice("A fund", "Always a loan", "Only a gift", "Never a tax"))
    assert len(found) == 1
    assert "(“always”, “only”, “never”)" in found[0]
    assert not messages("absolute-terms", choice("A fund", "Always a loan", "Only a gift", "A tax"))


def test_a_key_with_such_a_word_is_no_cue() -> None:
    assert not messages("absolute-terms", choice("A fund alone", "Always a loan", "Only a gift"))


def test_parts_of_words_do_not_count() -> None:
    assert not messages("absolute-terms", choice("A fund", "A small loan", "An allied gift"))


def test_one_distractor_makes_no_pattern() -> None:
    assert not messages("absolute-terms", choice("A fund", "Always a loan"))


def test_spanish_words() -> None:
    assert messages("absolute-terms", choice("Un fondo", "Siempre un préstamo", "Sólo un regalo"), "es")
