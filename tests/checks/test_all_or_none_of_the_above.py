from __future__ import annotations

import pytest

from tests.checks.choosing import choice, messages, select


@pytest.mark.parametrize(
    "text",
    [
        "None of the above",
        "All of these.",
        "all of the these",
        "None",
        "None of the answers is correct",
        "Any of the above",
        "All these",
    ],
)
def test_such_options(text: str) -> None:
    (found,) = messages("all-or-none-of-the-above", choice("A fund", "A loan", text))
    assert found.startswith(f"“{text}” speaks of the other options")


@pytest.mark.parametrize(
    "text",
    [
        "None of the council's members agreed",
        "All of the island's fees",
        "Each other",
        "Until none of them applies",
        "Above all, time",
    ],
)
def test_sound_options(text: str) -> None:
    assert not messages("all-or-none-of-the-above", choice("A fund", "A loan", text))


def test_none_is_a_figure_where_the_item_asks_how_many() -> None:
    assert not messages("all-or-none-of-the-above", choice("One", "Two", "None", stem="How many piers does it have?"))


def test_the_key_is_looked_at_too_and_a_select() -> None:
    assert messages("all-or-none-of-the-above", choice("All of them", "A loan", "A gift"))
    assert messages("all-or-none-of-the-above", select(["The pier"], ["Boats", "None of these"]))


@pytest.mark.parametrize("text", ["Todas las anteriores", "Ninguna de las anteriores", "Ninguna de ellas", "Ninguno"])
def test_spanish_options(text: str) -> None:
    assert messages("all-or-none-of-the-above", choice("Un fondo", "Un préstamo", text), "es")
    assert not messages("all-or-none-of-the-above", choice("Un fondo", "Un préstamo", f"{text} islas del sur"), "es")
