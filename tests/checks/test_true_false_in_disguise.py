from __future__ import annotations

import pytest

from tests.checks.choosing import choice, messages


@pytest.mark.parametrize("text", ["Yes", "no", "True.", "It is false"])
def test_verdicts(text: str) -> None:
    assert messages("true-false-in-disguise", choice("A fund", "A loan", text)) == [
        f"“{text}” makes this a true-or-false item: ask with `type: true-false`, or ask what or why"
    ]


def test_one_finding_an_item() -> None:
    assert len(messages("true-false-in-disguise", choice("Yes", "No"))) == 1


@pytest.mark.parametrize("text", ["Yes, because a loan takes weeks", "No one", "True believers"])
def test_answers_that_begin_so_are_sound(text: str) -> None:
    assert not messages("true-false-in-disguise", choice("A fund", "A loan", text))


def test_spanish_verdicts() -> None:
    assert messages("true-false-in-disguise", choice("Sí", "No", "No se dice"), "es")
