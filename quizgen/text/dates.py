"""Dates that begin at a place of a text: days, months, decades, centuries; and ordinals, which days are written like.

Texts are in small letters, with one form for each hyphen, space and apostrophe (see `quantities`).
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from fractions import Fraction

from quizgen.text.amounts import Quantity, counted, exactly, is_part
from quizgen.text.figure_words import WORDS

_WORD = re.compile(r"[^\W\d_]+")


@functools.cache
def _dates(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a date begins with its month, and with its day."""
    months = "|".join(WORDS[language].months)
    of = r"(?: de| del)? " if language == "es" else "(?: of|,)? "
    of_month = of if language == "es" else "(?: of)? "
    short = r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\. ?| )(?=\d)" if language == "en" else ""
    day = r"\d{1,2}(?:st|nd|rd|th|º)?"
    days = (
        rf"(?P<first>{day})(?:(?: ?- ?| to | and | al? | y )(?P<last>\d{{1,2}})(?:st|nd|rd|th)?)?(?![\d%]|[.,]\d| ?%)"
    )
    year = r"(?P<year>(?:1[4-9]|20|21)\d\d)(?!\d|[.,]\d)"
    month_first = rf"(?P<month>{months}{short})(?: ?(?:the )?{days})?(?:{of}{year})?(?![^\W_])"
    day_first = rf"{days}{of_month}(?P<month>{months})\b(?:{of}{year})?"
    return re.compile(month_first), re.compile(day_first)


_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<first>\d\d)(?P<last>)(?!\d)")
_IN_TIME = re.compile(
    r"\b(?:in|of|by|since|until|till|from|to|last|this|next|early|mid|late|during|before|after|through|and|between)"
    r"[ -]?$"
)
_BY_ITSELF = re.compile(r"$| ?[.,;:)/-]| (?:to|and|or|through) ")
_ALSO_WORDS = ("march", "may", "august")


def date(text: str, plain: str, start: int, language: str) -> tuple[Quantity, ...]:
    """The day or month that begins at a place, and its year where it has one."""
    month_first, day_first = _dates(language)
    digit = plain[start].isdigit()
    match = (_ISO.match(plain, start) or day_first.match(plain, start)) if digit else month_first.match(plain, start)
    if match is None or (digit and plain[start - 1 : start].isalnum()):
        return ()
    parts = match.groupdict()
    month = _month(parts["month"], language)
    alone = parts["first"] is None and parts["year"] is None
    if alone and not _is_month(text, plain, start, language):
        return ()
    end = max(match.end(name) for name in ("month", "first", "last"))
    end = start + len(plain[start:end].rstrip())
    year = int(parts["year"] or 0)
    if year:
        end = max(end, match.end("year"))
    if parts["first"]:
        low, high = (month * 100 + _leading(parts[name] or parts["first"]) for name in ("first", "last"))
        day = Quantity(Fraction(low), Fraction(high), "day", "", start, end, "", of_year=year)
    else:
        day = replace(exactly(month, "month", start, end), of_year=year)
    if not year:
        return (day,)
    return (day, exactly(year, "year", match.start("year"), match.end("year")))


def _month(written: str, language: str) -> int:
    if written.isdigit():
        return int(written)
    months = WORDS[language].months
    return next(number for name, number in months.items() if name.startswith(written.strip(". ")[:3]))


def _leading(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def _is_month(text: str, plain: str, start: int, language: str) -> bool:
    """Whether a month that stands alone is one: `in March`, not `may` or `a march`."""
    if language == "es":
        return _IN_SPANISH_TIME.search(plain, 0, start) is not None
    if not text[start].isupper():
        return False
    word = _WORD.match(plain, start)
    ambiguous = word is not None and word.group() in _ALSO_WORDS
    if not ambiguous or word is None or _IN_TIME.search(plain[max(0, start - 10) : start]):
        return True
    return start == 0 and _BY_ITSELF.match(plain, word.end()) is not None


_IN_SPANISH_TIME = re.compile(r"\b(?:en|de|desde|hasta|a|entre|pasado) $")


# Decades, centuries, ordinals


_ROUND = r"((?:1[4-9]|20)\d0)"
_DECADE = re.compile(rf"{_ROUND}'?s\b|(?<=')(\d0)s\b|(?<=década de ){_ROUND}\b|(?<=años ){_ROUND}\b")
_CENTURY = re.compile(r"[ -]centur(?:y|ies)\b")
_AND_CENTURIES = re.compile(r" (?:and|or|to|into|through) (?:the |early |late )*[a-z-]+[ -]centur(?:y|ies)\b")
_NTH = re.compile(r"(\d{1,3})(?:st|nd|rd|th|[ºª]|\.[ºª])(?![^\W_])")
_CENTURIES_IN_WORDS = re.compile(r"(nineteen|eighteen|twenty)[ -]([a-z]+ies)\b")


def decade(plain: str, start: int, language: str) -> Quantity | None:
    """`the 1980s`, `the ’80s`, `the eighties`, `los años ochenta`."""
    if match := _DECADE.match(plain, start):
        year = int(next(group for group in match.groups() if group))
        return exactly(year if year > 99 else 1900 + year, "decade", start, match.end())
    century = _CENTURIES_IN_WORDS.match(plain, start)
    word = century.group(2) if century else _word(plain, start)
    if word not in WORDS[language].decades or (language == "es" and not plain[:start].endswith(("años ", "los "))):
        return None
    hundreds = {"eighteen": 1800, "twenty": 2000}.get(century.group(1), 1900) if century else 1900
    end = century.end() if century else start + len(word)
    if century is None and not plain[:start].endswith(("the ", "early ", "mid-", "late ", "los ", "años ")):
        return None
    return exactly(hundreds + WORDS[language].decades[word], "decade", start, end)


def _word(plain: str, start: int) -> str:
    match = _WORD.match(plain, start)
    return match.group() if match else ""


def ordinal_or_century(plain: str, start: int, language: str) -> Quantity | None:
    """`27th`, `the third`, `the 21st century`."""
    if match := _NTH.match(plain, start):
        value, end, written = int(match.group(1)), match.end(), False
    else:
        word = "twenty-first" if plain.startswith("twenty-first", start) else _word(plain, start)
        ordinals = WORDS[language].ordinals
        if word not in ordinals or plain[:start].endswith("-"):
            return None
        value, end, written = ordinals[word], start + len(word), True
    if century := _CENTURY.match(plain, end):
        return exactly(value, "century", start, century.end())
    if _AND_CENTURIES.match(plain, end):
        return exactly(value, "century", start, end)
    parts = WORDS[language].fractions.get(plain[start:end]) if written else None
    if parts and is_part(plain, start, end, parts):
        return None
    if part := _PART_OF_A_YEAR.match(plain, end):
        return exactly(value, "ordinal", start, part.end(), counts=part.group(1), words=written)
    return exactly(value, "ordinal", start, end, counts=counted(plain, end), words=written)


_PART_OF_A_YEAR = re.compile(r"[ -](half|quarter)\b")
