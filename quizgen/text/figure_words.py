"""The words by which a language says what a figure counts and how exact it is, as tables and patterns.

Patterns are for texts in small letters, with one form for each hyphen, space and apostrophe (see `quantities`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from quizgen.text import hedges
from quizgen.text.number_words import NUMERALS

_DIGITS_EN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_DIGITS_ES = r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?"

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
}
_SHORT = "jan feb mar apr jun jul aug sep sept oct nov dec"
SHORT_MONTHS = frozenset(_SHORT.split())
_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first",
    "es": "primer|primero|primera segundo|segunda tercer|tercero|tercera cuarto|cuarta quinto|quinta sexto|sexta"
    " séptimo|séptima octavo|octava noveno|novena décimo|décima",
}
_FRACTIONS = {
    "en": "half|halves third|thirds quarter|quarters|fourth|fourths fifth|fifths sixth|sixths seventh|sevenths"
    " eighth|eighths ninth|ninths tenth|tenths",
    "es": "medio|media|medios|mitad tercio|tercios cuarto|cuartos|cuarta quinto|quintos|quinta sexto|sextos|sexta"
    " séptimo|séptimos octavo|octavos noveno|novenos décimo|décimos|décima",
}
_DECADES = {
    "en": "twenties thirties forties fifties sixties seventies eighties nineties",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
}


def _numbered(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {form: first + step * index for index, word in enumerate(words.split()) for form in word.split("|")}


def _any(words: Mapping[str, object]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Words:
    """What a language has to say of figures.

    `units` gives for the word of a unit its normal form and what one of it is in that; `tail` is what may follow a
    number and say its unit; `before` and `after` are hedges around it.
    """

    magnitudes: Mapping[str, int]
    units: Mapping[str, tuple[str, Fraction]]
    months: Mapping[str, int]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, int]
    decades: Mapping[str, int]
    factors: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    before: Mapping[str, str]
    after: Mapping[str, str]
    hedge_ends: frozenset[str]
    triggers: frozenset[str]
    digits: re.Pattern[str]
    magnitude: re.Pattern[str]
    tail: re.Pattern[str]
    hedge_before: re.Pattern[str]
    hedge_after: re.Pattern[str]


_ONE = Fraction(1)


def _units(table: str) -> dict[str, tuple[str, Fraction]]:
    """A table of units, one a line: normal form, how many of it, and the words for it, which may hold spaces."""
    units = {}
    for line in table.strip().splitlines():
        unit, size, words = line.split(maxsplit=2)
        units.update(dict.fromkeys(words.split(", "), (unit, Fraction(size))))
    return units


_UNITS = {
    "en": _units(
        """
        $ 1 dollar, dollars, us dollars, u.s. dollars, american dollars, usd
        $ 1/100 cents, us cents
        € 1 euro, euros, eur
        £ 1 pound sterling, pounds sterling, british pounds, gbp
        pesos 1 peso, pesos, mexican pesos
        quetzales 1 quetzal, quetzals, quetzales
        lempiras 1 lempira, lempiras
        colones 1 colón, colones
        córdobas 1 córdoba, córdobas
        gourdes 1 gourde, gourdes
        years 1 year, years
        years 10 decade, decades
        years 100 century, centuries
        months 1 month, months
        weeks 1 week, weeks
        days 1 day, days
        hours 1 hour, hours
        minutes 1 minute, minutes
        miles 1 mile, miles
        kilometers 1 kilometer, kilometers, kilometre, kilometres, km
        meters 1 meter, meters, metre, metres
        feet 1 foot, feet
        acres 1 acre, acres
        hectares 1 hectare, hectares
        tons 1 ton, tons
        tonnes 1 tonne, tonnes, metric tons
        kilograms 1 kilogram, kilograms, kg, kilos
        pounds 1 pound, pounds
        gallons 1 gallon, gallons
        barrels 1 barrel, barrels
        degrees 1 degree, degrees
        times 1 times, fold
        """
    ),
    "es": _units(
        """
        $ 1 dólar, dólares, dólares estadounidenses, usd
        € 1 euro, euros, eur
        pesos 1 peso, pesos, pesos mexicanos
        quetzales 1 quetzal, quetzales
        lempiras 1 lempira, lempiras
        colones 1 colón, colones
        córdobas 1 córdoba, córdobas
        years 1 año, años
        years 10 década, décadas
        years 100 siglo, siglos
        months 1 mes, meses
        weeks 1 semana, semanas
        days 1 día, días
        hours 1 hora, horas
        minutes 1 minuto, minutos
        miles 1 milla, millas
        kilometers 1 kilómetro, kilómetros, km
        meters 1 metro, metros
        hectares 1 hectárea, hectáreas
        tonnes 1 tonelada, toneladas
        kilograms 1 kilogramo, kilogramos, kg, kilos
        barrels 1 barril, barriles
        degrees 1 grado, grados
        times 1 veces
        """
    ),
}

CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds sterling"} | {
    unit: unit for unit in ("pesos", "quetzales", "lempiras", "colones", "córdobas", "gourdes")
}
"""What is money among the units, and its name."""

_MAGNITUDES = {
    "en": {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
    | {"mn": 6, "mln": 6, "bn": 9, "tn": 12, "trn": 12},
    "es": {"mil": 3, "millón": 6, "millones": 6, "mil millones": 9, "billón": 12, "billones": 12}
    | {"millardo": 9, "millardos": 9},
}
_LETTERS = {"k": 3, "m": 6, "b": 9}
"""Magnitudes only where they touch the figure: `5m`, while `5 m` are meters."""

_VAGUE = {
    "en": {
        "dozens": (24, 10**3),
        "hundreds": (10**2, 10**4),
        "thousands": (10**3, 10**6),
        "millions": (10**6, 10**9),
        "billions": (10**9, 10**12),
        "trillions": (10**12, 10**15),
        "tens of thousands": (10**4, 10**5),
        "hundreds of thousands": (10**5, 10**6),
        "tens of millions": (10**7, 10**8),
        "hundreds of millions": (10**8, 10**9),
        "tens of billions": (10**10, 10**11),
        "hundreds of billions": (10**11, 10**12),
    },
    "es": {
        "docenas": (24, 10**3),
        "cientos": (10**2, 10**4),
        "miles": (10**3, 10**6),
        "millones": (10**6, 10**9),
        "decenas de miles": (10**4, 10**5),
        "cientos de miles": (10**5, 10**6),
        "miles de millones": (10**9, 10**12),
    },
}

_FACTORS = {
    "en": {
        "twice": 2,
        "double": 2,
        "doubled": 2,
        "doubles": 2,
        "doubling": 2,
        "triple": 3,
        "tripled": 3,
        "threefold": 3,
    }
    | {"triples": 3, "tripling": 3, "twofold": 2, "tenfold": 10, "fivefold": 5, "fourfold": 4, "thrice": 3},
    "es": {"doble": 2, "triple": 3, "duplicó": 2, "triplicó": 3, "cuádruple": 4},
}
_BETWEEN = {"en": r"(?:more |full |long |whole |further |additional |other |consecutive |straight |calendar |fiscal )?"}
_PERCENT = {
    "en": r" ?%|[ -](?:percent|per cent|pct)\b|per ?cent\b",
    "es": r" ?%|[ -]por ?ciento\b|[ -]por cien\b",
}
_IN_MAGNITUDES = {
    "en": r" (?:in )?(?P<plural>thousand|million|billion|trillion)s(?= of )",
    "es": r" en (?P<plural>millones)(?= de )",
}
"""What a column of a table or the unit of an answer says: `4.5`, in `millions of dollars`."""
_PERMILLE = {"en": r" ?‰|[ -]per (?:thousand|mill?e)\b", "es": r" ?‰|[ -]por mil\b"}
_POINTS = {"en": r"[ -]percentage[ -]points?\b| ?pp\b", "es": r" puntos? porcentual(?:es)?\b| ?pp\b"}


_ARTICLES = ("a", "an", "the", "el", "la", "los", "las")


def _words(language: str) -> Words:
    before, after, units = hedges.BEFORE[language], hedges.AFTER[language], _UNITS[language]
    magnitudes, of = _MAGNITUDES[language] | _LETTERS, "of" if language == "en" else "de"
    months, ordinals = _numbered(_MONTHS[language]), _numbered(_ORDINALS[language])
    fractions, decades = _numbered(_FRACTIONS[language], 2), _numbered(_DECADES[language], 20, 10)
    factors, vague = _FACTORS[language], _VAGUE[language]
    tail = (
        rf"(?P<percent>{_PERCENT[language]})|(?P<permille>{_PERMILLE[language]})"
        rf"|(?P<points>{_POINTS[language]})|(?P<degrees> ?°c?)"
        rf"|(?: {of})?[ -]{_BETWEEN.get(language, '')}(?P<unit>{_any(units)})(?![^\W_])(?! of age)|-?(?P<fold>fold)\b"
        rf"|(?P<sign> ?(?:us)?[$€£]| ?(?:km|kg)\b)(?: (?P<scale>[bmt]r?illion)s?\b)?"
        rf"|[ -](?P<fraction>{_any(fractions)})\b"
    )
    triggers = {
        *NUMERALS[language].words,
        *months,
        *SHORT_MONTHS,
        *ordinals,
        *fractions,
        *decades,
        *factors,
        *(w.split()[0] for w in vague),
    }
    return Words(
        magnitudes=magnitudes,
        units=units,
        months=months,
        ordinals=ordinals,
        fractions=fractions,
        decades=decades,
        factors=factors,
        vague=vague,
        before=before,
        after=after,
        hedge_ends=frozenset((*(hedge.split()[-1] for hedge in before), *_ARTICLES)),
        triggers=frozenset(trigger.partition("-")[0] for trigger in triggers),
        digits=re.compile(_DIGITS_EN if language == "en" else _DIGITS_ES),
        magnitude=re.compile(
            rf"[ -]?(?P<word>{_any(_MAGNITUDES[language])})(?![^\W_])|(?P<letter>[kmb])(?![^\W_])"
            rf"|{_IN_MAGNITUDES[language]}"
        ),
        tail=re.compile(tail),
        hedge_before=re.compile(rf"(?<![^\W_])(?P<hedge>{_any(before)})[ -](?:(?:{'|'.join(_ARTICLES)}) )?$"),
        hedge_after=re.compile(rf"(?: [^\W\d_]+){{0,2}}? (?P<hedge>{_any(after)})(?![^\W_])|(?P<plus>\+)"),
    )


WORDS = {language: _words(language) for language in ("en", "es")}
