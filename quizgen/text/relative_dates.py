"""Dates that a text reckons from the day it was published: `last November`, `two years ago`, a bare `in May`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from quizgen.text.amounts import Quantity, exactly


def dates(text: str, written: Sequence[Quantity], language: str, published: datetime.date) -> Iterator[Quantity]:
    """The years and months that a text means without saying the year; `written` are the figures that it says."""
    for figure in written:
        if is_bare(figure):
            yield from _of_a_bare_month(figure, text, language, published)
        elif figure.unit in ("years", "months") and _is_ago(figure, text, language):
            months = int(figure.low * (12 if figure.unit == "years" else 1))
            yield from _months_before(published, months, figure, exact=figure.unit == "months")
    for match in _PERIODS[language].finditer(text):
        unit = match.lastgroup or "year"
        back = _BACK.get(match.group().split()[0].lower(), 1)
        span = replace(exactly(0, "year", match.start(), match.end()), text=match.group())
        yield from _months_before(published, back * (12 if unit == "year" else 1), span, exact=unit == "month")


def is_bare(figure: Quantity) -> bool:
    """Whether a figure is a month or a day that stands without its year."""
    return figure.unit in ("month", "day") and not figure.of_year


def _of_a_bare_month(figure: Quantity, text: str, language: str, published: datetime.date) -> Iterator[Quantity]:
    """The year of a month that stands alone, the last one before the brief's day.

    `Last March`, said in May, may be this year's or the one before.
    """
    month = int(figure.low) // 100 if figure.unit == "day" else int(figure.low)
    last = _LAST[language].search(text[: figure.start])
    start = last.start() if last else figure.start
    this_year = month < published.month or (month == published.month and not last)
    years = [published.year] if this_year else [published.year - 1]
    if this_year and last:
        years.append(published.year - 1)
    for year in years:
        dated = replace(figure, of_year=year, start=start, text=text[start : figure.end])
        yield dated
        yield replace(dated, low=Fraction(year), high=Fraction(year), unit="year", hedge="", of_year=0)


def _months_before(day: datetime.date, months: int, place: Quantity, *, exact: bool) -> Iterator[Quantity]:
    """The year so many months before a day, and the month where the text counts in months."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if exact:
        yield replace(exactly(month + 1, "month", place.start, place.end), of_year=year, text=place.text)
    yield replace(exactly(year, "year", place.start, place.end), text=place.text)


def _is_ago(figure: Quantity, text: str, language: str) -> bool:
    if language == "es":
        return re.search(r"\bhace $", text[: figure.start], re.IGNORECASE) is not None
    return re.match(r" (?:ago|earlier|before now)\b", text[figure.end :], re.IGNORECASE) is not None


_LAST = {
    "en": re.compile(r"\b(?:last|past) $", re.IGNORECASE),
    "es": re.compile(r"\bpasado (?:mes de )?$", re.IGNORECASE),
}
_SEASON = "year|spring|summer|fall|autumn|winter"
_PERIODS = {
    "en": re.compile(
        rf"\b(?:(?P<year>this (?:{_SEASON})|last (?:{_SEASON})|next year|(?:a|one) year ago)"
        r"|(?P<month>this month|last month|next month|(?:a|one) month ago))\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:(?P<year>este año|año pasado|próximo año|hace un año)"
        r"|(?P<month>este mes|mes pasado|próximo mes|hace un mes))\b",
        re.IGNORECASE,
    ),
}
_BACK = {"this": 0, "este": 0, "next": -1, "próximo": -1}
"""How many years or months the first word of a period goes back; any other goes back one."""
