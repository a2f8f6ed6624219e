"""Options that are figures, put in order. A figure here is one number with the same words before and after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_MAGNITUDES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_MAGNITUDE = re.compile(rf"^\s*({'|'.join(_MAGNITUDES)})\b", re.IGNORECASE)


def ascending(texts: Sequence[str]) -> tuple[int, ...] | None:
    """The indexes of the texts from the smallest figure to the largest; None if they are not all figures of one kind.

    `$45 billion` and `$1 trillion` are of one kind; `3 percent` and `3 years`, or a date with two numbers, are not.
    """
    figures = [_figure(text) for text in texts]
    kinds = {figure[1] for figure in figures if figure is not None}
    if len(kinds) != 1 or None in figures:
        return None
    return tuple(sorted(range(len(texts)), key=lambda index: figures[index] or (Decimal(0), "")))


def _figure(text: str) -> tuple[Decimal, str] | None:
    """The value of a text that holds one number, and the words around it, which say of what kind it is."""
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) != 1:
        return None
    before, after = text[: numbers[0].start()], text[numbers[0].end() :]
    value = Decimal(numbers[0].group().replace(",", ""))
    if magnitude := _MAGNITUDE.match(after):
        value = value.scaleb(_MAGNITUDES[magnitude.group(1).casefold()])
        after = after[magnitude.end() :]
    if before.rstrip().endswith(("-", "–", "−")):  # a minus sign, or an identifier such as MS-13
        return None
    return value, f"{before.strip()}|{after.strip()}".casefold()
