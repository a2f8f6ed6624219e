"""The figures that a source tells: those it writes, and those that its words come to.

A source that says `a decade`, `a majority` or, in a brief with a date, `last November` tells a figure; an answer that
says so claims none, so these are read in sources alone.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from quizgen.text import relative_dates
from quizgen.text.amounts import Quantity
from quizgen.text.figure_words import WORDS
from quizgen.text.lengths import several
from quizgen.text.quantities import hedged, quantities


@functools.lru_cache(maxsize=32768)
def told(text: str, language: str = "en", published: datetime.date | None = None) -> tuple[Quantity, ...]:
    """The figures of a source's text; `published` is the day from which it reckons."""
    written = quantities(text, language)
    implied = (*_implied(text, language), *several(text, language))
    if published is not None:
        implied += tuple(relative_dates.dates(text, written, language, published))
        written = tuple(figure for figure in written if not relative_dates.is_bare(figure))
    return written + implied


_PATTERNS = {
    "en": (
        r"\b(?:an?|per|each|every|another|first|next|following) (?:full |whole |entire |single )?"
        r"(?P<unit>year|month|week|day|hour|decade|century)\b"
        r"|\b(?P<often>hourly|daily|weekly|monthly|yearly|annual(?:ly)?)\b"
        r"|\b(?P<most>majority of|most of|bulk of)\b"
        r"|\b(?P<double>double)\b|\b(?P<half>halv(?:ed|es|ing))\b|\b(?P<two>a (?:couple|pair) of|both)\b"
    ),
    "es": (
        r"\b(?:un|una|al|por|cada) (?P<unit>año|mes|semana|día|hora|década|siglo)\b"
        r"|\b(?P<most>mayor(?:ía| parte) de)\b"
        r"|\b(?P<double>doble)\b|\b(?P<half>a la mitad)\b|\b(?P<two>un par de|amb[oa]s)\b"
    ),
}
_IMPLIED = {language: re.compile(pattern) for language, pattern in _PATTERNS.items()}
_SIGNS = {
    "en": (
        "year",
        "month",
        "week",
        "day",
        "hour",
        "decade",
        "centur",
        "dail",
        "annual",
        "majority",
        "most of",
        "bulk of",
        "a couple",
        "a pair",
        "double",
        "halv",
        "both",
    ),
    "es": ("año", "mes", "semana", "día", "hora", "década", "siglo", "mayor", "un par", "doble", "mitad", "amb"),
}
"""What any of the patterns needs, which is quicker to look for."""


def _implied(text: str, language: str) -> Iterator[Quantity]:
    """`A decade` is ten years, `a majority` more than half, `double` two times."""
    plain = text.lower()
    if not any(sign in plain for sign in _SIGNS[language]):
        return
    for match in _IMPLIED[language].finditer(plain):
        for name, read in _READ.items():
            if match.group(name):
                value, unit, hedge = read(match.group(name).lower(), language)
                counts = match.group() if unit == "n" else ""  # `both` counts things, and no weeks
                span = match.span()
                figure = Quantity(value, value, unit, hedge, *span, text[slice(*span)], counts, words=True)
                yield hedged(figure, text, language) if name == "unit" else figure


def _measure(word: str, language: str) -> tuple[Fraction, str, str]:
    unit, size = WORDS[language].units[word]
    return size, unit, ""


def _often(word: str, language: str) -> tuple[Fraction, str, str]:
    return _measure({"daily": "day", "annual": "year", "annually": "year"}.get(word, word.removesuffix("ly")), language)


_READ: dict[str, Callable[[str, str], tuple[Fraction, str, str]]] = {
    "unit": _measure,
    "often": _often,
    "most": lambda word, language: (Fraction(1, 2), "share", "more"),
    "double": lambda word, language: (Fraction(2), "times", ""),
    "half": lambda word, language: (Fraction(1, 2), "share", ""),
    "two": lambda word, language: (Fraction(2), "n", ""),
}
