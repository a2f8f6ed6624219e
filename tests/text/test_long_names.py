from __future__ import annotations

import pytest

from quizgen.text.long_names import with_one_word_changed

TOLD = (
    "It signed the Convention on the Rights of the Child.",
    "The Ministry of Public Works met for the Day of Boats.",
)


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("Convention on the Rights of the Worker", 0, "Convention on the Rights of the Child"),
        ("a Declaration on the Rights of the Child", 2, "Convention on the Rights of the Child"),
        ("the Convention on the Duties of the Child met", 4, "Convention on the Rights of the Child"),
        ("the Ministry of Public Health", 4, "Ministry of Public Works"),
    ],
)
def test_a_long_name_with_one_word_changed_is_told(text: str, said: int, meant: str) -> None:
    ((found, name),) = with_one_word_changed(text, TOLD)
    assert text[said:].startswith(found)
    assert name == meant


@pytest.mark.parametrize(
    "text",
    [
        "the Convention on the Rights of the Child",
        "Why the Convention on the Rights of the Child Matters",
        "Conventions on the Rights of the Child",
        "the Rights of the Worker",
        "the Charter on the Duties of the Child",
        "a Day of Ships",
        "Ministry of Public Work",
    ],
)
def test_what_is_told_or_differs_in_more_is_not(text: str) -> None:
    assert list(with_one_word_changed(text, TOLD)) == []
