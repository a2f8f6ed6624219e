"""Every figure of a text as a value with its unit: `40 percent`, `$1 trillion`, `eleven weeks`, `the early 2000s`.

Identifiers such as MS-13 are no figures, nor are `one` and `a` where they count nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from quizgen.text.amounts import Quantity, factor, fraction, number, vague
from quizgen.text.dates import date, decade, ordinal_or_century
from quizgen.text.figure_words import WORDS, Words
from quizgen.text.identifiers import identifiers


_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–−", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2009\u200a\u202f\n\t", " "),
        **dict.fromkeys("‘’ʼ", "'"),
    }
)
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d+|[½¼¾⅓⅔]")


@functools.lru_cache(maxsize=32768)
def quantities(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """The figures of a text, in reading order."""
    plain = text.translate(_PLAIN).lower()
    if len(plain) != len(text):  # a few letters of other alphabets become two in small
        plain = "".join(letter.lower()[:1] for letter in text.translate(_PLAIN))
    words = WORDS[language]
    found = words.triggers.intersection(_WORD.findall(plain))
    if not found and _DIGIT.search(plain) is None:
        return ()
    plain = _without(plain, identifiers(text))
    read: list[Quantity] = []
    for start in _starts(plain, frozenset(found)):
        if all(start >= figure.end for figure in read[-2:]):
            read.extend(_hedged(figure, plain, words) for figure in _figures(text, plain, start, language))
    return tuple(_told(quantity, text) for quantity in _joined(read, plain, language) if _counts_something(quantity))


def _without(plain: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text with identifiers blotted out, in the same length."""
    for start, end in spans:
        plain = f"{plain[:start]}{'#' * (end - start)}{plain[end:]}"
    return plain


def _starts(plain: str, found: frozenset[str]) -> list[int]:
    """Where a figure may begin: at digits and at words that figures begin with."""
    starts = [match.start() for match in _DIGIT.finditer(plain)]
    if found:
        starts.extend(match.start() for match in _pattern(found).finditer(plain))
        starts.sort()
    return starts


@functools.lru_cache(maxsize=4096)
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(sorted(words, key=len, reverse=True))})(?![^\W\d_])")


def _told(quantity: Quantity, text: str) -> Quantity:
    return replace(quantity, text=text[quantity.start : quantity.end])


def _counts_something(quantity: Quantity) -> bool:
    """`One` counts only with a unit: `one of the two`, `one another`, `on the one hand`."""
    return not (quantity.words and quantity.low == quantity.high == 1 and quantity.unit in ("n", "days"))


def _figures(text: str, plain: str, start: int, language: str) -> Iterator[Quantity]:
    """What begins at a place: a date gives its day and its year, anything else one figure at most."""
    dated = date(text, plain, start, language)
    if dated:
        yield from dated
        return
    for reader in (decade, ordinal_or_century, fraction, vague, factor, number):
        if figure := reader(plain, start, language):
            yield figure
            return


# Hedges, and what two figures are together

_BEFORE = 30
_POSITIONS = ("early", "mid", "late")
_OF_DATES = ("year", "month", "day", "decade", "century")


def _hedged(figure: Quantity, plain: str, words: Words) -> Quantity:
    """The figure with the hedge before or behind it."""
    before = words.hedge_before.search(plain, max(0, figure.start - _BEFORE), figure.start)
    if before:
        hedge = words.before[before.group("hedge")]
        if (hedge in _POSITIONS) == (figure.unit in _OF_DATES) and not figure.hedge:
            return replace(figure, hedge=hedge, start=before.start())
    if figure.unit in _OF_DATES or figure.hedge:
        return figure
    after = words.hedge_after.match(plain, figure.end)
    if after is None:
        return figure
    hedge = words.after[after.group("hedge")] if after.group("hedge") else "more"
    return replace(figure, hedge=hedge, end=after.end())


_TO = {"en": re.compile(r" ?- ?| to | through | or | and "), "es": re.compile(r" ?- ?| a | o | y ")}
_BETWEEN = re.compile(r"(?:\bbetween|\bentre) $")
_OF = {"en": re.compile(r" (?:in|out of)(?: every)? "), "es": re.compile(r" de cada ")}


def _joined(read: list[Quantity], plain: str, language: str) -> list[Quantity]:
    """The figures with those made one that are the ends of a range, or parts and whole (`three in five`)."""
    joined: list[Quantity] = []
    for figure in read:
        together = _together(joined[-1], figure, plain, language) if joined else None
        if together:
            joined[-1] = together
        else:
            joined.append(figure)
    return joined


def _together(first: Quantity, second: Quantity, plain: str, language: str) -> Quantity | None:
    """The one figure that two neighbours are, if they are one."""
    between = plain[first.end : second.start]
    if _TO[language].fullmatch(between):
        joint = between.strip()
        if joint in ("and", "y") and not _BETWEEN.search(plain, 0, first.start):
            return None
        return _range(first, second)
    if _OF[language].fullmatch(between):
        return _part_of(first, second, every=between.strip() != "in")
    return None


def _range(first: Quantity, second: Quantity) -> Quantity | None:
    """From the first to the second, which may say the unit and the magnitude for both: `3 to 5 million`."""
    if first.unit == second.unit == "year" or (first.unit == second.unit and first.unit in ("month", "day", "decade")):
        low, high, unit = first.low, second.high, first.unit
    elif first.unit == "year" and second.unit == "n" and second.low < 100:  # 2019-20
        low, high, unit = first.low, first.low - first.low % 100 + second.low, "year"
    elif first.unit in ("n", second.unit) or second.unit == "n":
        if first.unit in (*_OF_DATES, "ordinal") or second.unit in (*_OF_DATES, "ordinal") or first.counts:
            return None
        unit = second.unit if first.unit == "n" else first.unit
        low, high = first.low, second.high
        if first.unit == "n" and unit == "share":
            low /= 100
        low *= _scale_for(low, high)
    else:
        return None
    if low >= high:
        return None
    hedge = first.hedge if first.hedge in _POSITIONS else second.hedge or first.hedge
    return Quantity(low, high, unit, hedge, first.start, second.end, "", second.counts, first.words and second.words)


def _scale_for(low: Fraction, high: Fraction) -> int:
    """The magnitude that the lower end of a range takes from the upper: `3 to 5 million`, not `500 to 2,000`."""
    for scale in (10**12, 10**9, 10**6, 10**3):
        if high % scale == 0 and low < 1000 and low < high / scale:
            return scale
    return 1


def _part_of(first: Quantity, second: Quantity, *, every: bool) -> Quantity | None:
    """`Three in five` and `three out of five`, not `three in 2013`."""
    bare = first.unit == second.unit == "n" and not first.counts
    round_whole = second.low in (*range(2, 11), 20, 100, 1000, 10_000, 100_000)
    if not bare or not 0 < first.low < second.low or not (every or (round_whole and second.low == second.high)):
        return None
    return Quantity(first.low / second.low, first.high / second.low, "share", first.hedge, first.start, second.end, "")
