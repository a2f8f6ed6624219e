"""Every word that outputs say of themselves, in each language they can be in. What curators write is not here.

`words` names what there is to say, and a file a language says it.
"""

from __future__ import annotations

from decimal import Decimal

from quizgen.wording.english import EN
from quizgen.wording.spanish import ES
from quizgen.wording.words import Wording

__all__ = [
    "ALL", "BY_CODE", "EN", "ES", "Wording", "amount", "decimal", "for_language", "listing", "points", "total",
    "within",
]  # fmt: skip

ALL = (EN, ES)
BY_CODE = {wording.code: wording for wording in ALL}


def for_language(code: str) -> Wording:
    """The words of a language, by its code: `en` or `es`."""
    return BY_CODE[code]


def amount(value: float) -> str:
    """Points as people write them: `2`, `0.5`."""
    return f"{value:g}"


def decimal(value: Decimal) -> str:
    """A figure without noughts that say nothing: `2`, `0.5`."""
    return format(value.normalize(), "f")


def within(tolerance: Decimal, words: Wording) -> str:
    """How far off a figure may be, in brackets behind a space: ` (within 0.1)`; empty where it must be exact."""
    return f" ({words.tolerance.format(tolerance=decimal(tolerance))})" if tolerance else ""


def points(value: float, words: Wording) -> str:
    """Points with their unit: `1 pt`, `2 pts`."""
    return (words.point if value == 1 else words.points).format(points=amount(value))


def total(value: float, words: Wording) -> str:
    """What a whole is worth, said in full: `Total: 14 points`."""
    return (words.total_point if value == 1 else words.total_points).format(points=amount(value))


def listing(names: tuple[str, ...], words: Wording) -> str:
    """Names as a sentence lists them: `Vasquez, Castañeda and Fontes`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {words.and_} {names[-1]}"
