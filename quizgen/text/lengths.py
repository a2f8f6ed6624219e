"""Lengths of time that a text claims without a number: `for a decade`, `once a day`, `a month after`, `for centuries`.

Most of `a year` and `a day` claims no length (`a year later`, `a day of rain`), so the words around it decide. That
`decades` went by is as vague as `thousands`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from quizgen.text import hedges
from quizgen.text.amounts import Quantity
from quizgen.text.figure_words import WORDS
from quizgen.text.quantities import hedged

_UNITS = ("years", "months", "weeks", "days", "hours")
_POSITIONS = ("early", "mid", "late")


def _before(language: str, words: str) -> str:
    """What before `a year` makes it a length: a hedge, or words such as `for` and `once`."""
    own = (form for form, kind in hedges.BEFORE[language].items() if kind not in _POSITIONS)
    return "|".join([words, *sorted(own, key=len, reverse=True)])


_ENGLISH = _before("en", "for|after|within|in|during|lasts?|lasted|takes?|took|taken|taking|spent|of up to|only|just")
_SPANISH = _before("es", "por|durante|tras|después de|dentro de|en|dura|duró|tarda|tardó|llevó|lleva|solo|sólo")
_LONE = {
    "en": re.compile(
        rf"(?:\b(?:(?:{_ENGLISH}) (?P<length>an? (?:full |whole |entire |single )?(?P<unit>hour|day|week|month|year"
        r"|decade|century))|(?:once|twice|times) (?P<rate>an? (?P<each>hour|day|week|month|year|decade|century)))"
        r"|^(?P<opening>an? (?P<first>week|month|year|decade|century))(?=[.,;]?$| after\b| before\b))\b"
        r"(?! (?:of|when|that|which|who|in which|like|as|with|without|where|and a half|later|ago|earlier|to come)\b|-)"
    ),
    "es": re.compile(
        rf"(?:\b(?:(?:{_SPANISH}) (?P<length>una? (?P<unit>hora|día|semana|mes|año|década|siglo))"
        r"|(?:una vez|veces) (?P<rate>(?:al|a la|por) (?P<each>hora|día|semana|mes|año|década|siglo)))"
        r"|^(?P<opening>una? (?P<first>semana|mes|año|década|siglo))(?=[.,;]?$| después\b| antes\b))\b"
        r"(?! (?:de|que|en que|cuando|como|con|sin|y medi[oa]|más tarde|atrás)\b)"
    ),
}
_SIGNS = {
    "en": ("year", "month", "week", "day", "hour", "decade", "centur"),
    "es": ("año", "mes", "semana", "día", "hora", "década", "siglo"),
}
"""What any of the patterns needs, which is quicker to look for."""
_SEVERAL = {
    "en": re.compile(r"(?<!two )(?<!several )\b(?:for|over|after|within|across|in) (?P<many>decades|centuries)\b"),
    "es": re.compile(r"\b(?:por|durante|tras|en) (?P<many>décadas|siglos)\b"),
}
_MANY = {"decades": (20, 999), "décadas": (20, 999), "centuries": (200, 9999), "siglos": (200, 9999)}


def lengths(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """The lengths of time that a text claims without a number, in reading order."""
    plain = text.lower()
    if len(plain) != len(text) or not any(sign in plain for sign in _SIGNS[language]):
        return ()
    found = [hedged(_lone(match, language), text, language) for match in _LONE[language].finditer(plain)]
    return tuple(sorted([*found, *several(text, language)], key=lambda figure: figure.start))


def several(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """The `decades` and `centuries` of a text that no number counts, as vague as they are."""
    plain = text.lower()
    if not any(many in plain for many in _MANY):
        return ()
    found = []
    for match in _SEVERAL[language].finditer(plain):
        low, high = _MANY[match["many"]]
        start, end = match.span("many")
        found.append(Quantity(Fraction(low), Fraction(high), "years", "vague", start, end, text[start:end]))
    return tuple(found)


def _lone(match: re.Match[str], language: str) -> Quantity:
    """The one year, week or decade that a match tells of."""
    part, unit = next(
        parts for parts in (("length", "unit"), ("rate", "each"), ("opening", "first")) if match[parts[0]]
    )
    kind, size = WORDS[language].units[match[unit]]
    return Quantity(size, size, kind, "", *match.span(part), match[part])


def tell(found: Iterable[Quantity]) -> bool:
    """Whether a source says of anything how long it took, so that one length may be held against another."""
    return any(figure.unit in _UNITS for figure in found)
