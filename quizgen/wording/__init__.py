"""Every word that outputs say of themselves, in each language they can be in. What curators write is not here.

`words` names what there is to say, and a file a language says it.
"""

from __future__ import annotations

from decimal import Decimal

from quizgen.wording.english import EN
from quizgen.wording.spanish import ES
from quizgen.wording.words import Wording

__all__ = [
    "ALL", "BY_CODE", "EN", "ES", "Wording", "amount", "decimal", "figure", "for_language", "listing", "points",
    "total", "within", "worth",
]  # fmt: skip

ALL = (EN, ES)
BY_CODE = {wording.code: wording for wording in ALL}


def for_language(code: str) -> Wording:
    """The words of a language, by its code: `en` or `es`."""
    return BY_CODE[code]


def amount(value: float) -> str:
    """Points as programs read them: `2`, `0.5`."""
    return f"{value:g}"


def decimal(value: Decimal) -> str:
    """A figure as programs read it, without noughts that say nothing: `2`, `0.5`."""
    return format(value.normalize(), "f")


_PARTED = 10_000
"""From here on thousands are parted: below are years."""


def figure(value: Decimal, words: Wording) -> str:
    """A figure as people write it, with the noughts that it came with: `12,500.50`; in Spanish, `12.500,50`."""
    plain = f"{value:,f}" if abs(value) >= _PARTED else f"{value:f}"
    return plain.translate({ord(","): words.thousands, ord("."): words.decimals})


def worth(points: float, words: Wording) -> str:
    """Points as people write them, without their unit: `2`, `0.5`; in Spanish, `0,5`."""
    return figure(Decimal(amount(points)), words)


def within(tolerance: Decimal, words: Wording) -> str:
    """How far off a figure may be, in brackets behind a space: ` (within 0.1)`; empty where it must be exact."""
    return f" ({words.tolerance.format(tolerance=figure(Decimal(decimal(tolerance)), words))})" if tolerance else ""


def points(value: float, words: Wording) -> str:
    """Points with their unit: `1 pt`, `2 pts`."""
    return (words.point if value == 1 else words.points).format(points=worth(value, words))


def total(value: float, words: Wording) -> str:
    """What a whole is worth, said in full: `Total: 14 points`."""
    return (words.total_point if value == 1 else words.total_points).format(points=worth(value, words))


def listing(names: tuple[str, ...], words: Wording) -> str:
    """Names as a sentence lists them: `Vasquez, Castañeda and Fontes`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {words.and_} {names[-1]}"
