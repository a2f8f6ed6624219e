"""Every figure of a text as a value with its unit: `40 percent`, `$1 trillion`, `eleven weeks`, `the early 2000s`.

Identifiers such as MS-13 are no figures, nor are `one` and `a` where they count nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from quizgen.text.amounts import Quantity, factor, fraction, number, vague
from quizgen.text.dates import date, decade, ordinal_or_century
from quizgen.text.figure_pairs import joined
from quizgen.text.figure_words import SHORT_MONTHS, WORDS, Words
from quizgen.text.identifiers import identifiers
from quizgen.text.number_words import NUMERALS

_PLAIN = (("-", "‐‑‒–−"), (" ", "\u00a0\u2002\u2003\u2009\u200a\u202f"), ("'", "‘’ʼ"))
# Which words there are is asked of every text, so it is asked in the quickest way; where they stand, only of a few.
_WORDS_OF = {"en": re.compile(r"[a-z]+"), "es": re.compile(r"[a-záéíóúüñ]+")}
_DIGIT_SIGNS = "0123456789½¼¾⅓⅔"
_DIGITS = re.compile(r"[0-9][0-9]*")  # a set first: what begins with one is sought much more quickly
_VULGAR = re.compile(r"[½¼¾⅓⅔]")


@functools.lru_cache(maxsize=32768)
def quantities(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """The figures of a text, in reading order."""
    plain = _plain(text)
    return _read(text, plain, frozenset(_WORDS_OF[language].findall(plain)), language)


def _read(text: str, plain: str, words: Collection[str], language: str) -> tuple[Quantity, ...]:
    found = WORDS[language].triggers.intersection(words)
    digits = any(sign in plain for sign in _DIGIT_SIGNS)
    if not found and not digits:
        return ()
    plain = _without(plain, identifiers(text))
    read: list[Quantity] = []
    end = 0
    for start, word in _starts(plain, found, digits=digits):
        if start >= end:
            figures = _figures(text, plain, start, word, language)
            read.extend(figures)
            end = max((figure.end for figure in figures), default=end)
    whole = joined(read, plain, language)
    return tuple(_hedged(figure, text, plain, language) for figure in whole if _counts(figure, plain))


_BREAK = ".\n\n"
"""What no figure, unit or hedge goes across."""


def of_each(texts: Sequence[str], language: str = "en") -> Iterator[tuple[int, Quantity]]:
    """The figures of several texts, each with the index of its text: read as one, which is quicker for short ones."""
    yield from _each(quantities(_BREAK.join(texts), language), texts)


def beyond_counts(texts: Sequence[str], language: str = "en") -> Iterator[tuple[int, Quantity]]:
    """What `of_each` gives, but nothing where no text can have more than small counts in words, such as `two sides`."""
    text = _BREAK.join(texts)
    plain = _plain(text)
    words = frozenset(_WORDS_OF[language].findall(plain))
    if any(sign in plain for sign in _DIGIT_SIGNS) or _go_beyond_counts(words, text, language):
        yield from _each(_read(text, plain, words, language), texts)


def _go_beyond_counts(words: frozenset[str], text: str, language: str) -> bool:
    """Whether words may be a figure other than a small count, an ordinal or a half: `two million`, `three in five`."""
    telling, counts, behind = _kinds(language)
    told = words & telling
    if told and (told != {"may"} or "May" in text):
        return True
    counted = words & counts
    return len(counted) > 1 or (bool(counted) and not words.isdisjoint(behind))


def _each(found: Iterable[Quantity], texts: Sequence[str]) -> Iterator[tuple[int, Quantity]]:
    start = index = 0
    for figure in found:
        while figure.start >= start + len(texts[index]):
            start += len(texts[index]) + len(_BREAK)
            index += 1
        place = figure.start - start, figure.end - start
        yield index, _placed(figure, figure.hedge, *place, figure.text) if start else figure


_SMALL = 12


@functools.cache
def _kinds(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words that tell a figure by themselves; small counts, ordinals and halves; what makes more of such a one."""
    words, numerals = WORDS[language], NUMERALS[language]
    counts = {word for word, number in numerals.ones.items() if 0 < number <= _SMALL}
    counts |= {word for word in words.ordinals if word not in words.fractions}
    counts |= {word for word, parts in words.fractions.items() if parts == 2}
    units = {unit.split()[-1] for unit in words.units}
    others = {"century", "centuries", "percent", "percentage", "cent", "pct", "pp", "fold", "ciento", "cien", "per"}
    behind = units | others | {*words.magnitudes, *numerals.scales, *words.fractions}
    return words.triggers - counts, frozenset(counts), frozenset(behind - counts)


def _plain(text: str) -> str:
    """The text in small letters with one form for each hyphen, space and apostrophe, in the same length."""
    plain = text.lower()
    if len(plain) != len(text):  # a few letters of other alphabets become two in small
        plain = "".join(letter.lower()[:1] for letter in text)
    plain = plain.replace("\n", " ").replace("\t", " ")
    if not plain.isascii():
        for form, variants in _PLAIN:
            for variant in variants:
                plain = plain.replace(variant, form)
    return plain


def _without(plain: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text with identifiers blotted out, in the same length."""
    for start, end in spans:
        plain = f"{plain[:start]}{'#' * (end - start)}{plain[end:]}"
    return plain


def _starts(plain: str, found: Iterable[str], *, digits: bool) -> list[tuple[int, str]]:
    """Where a figure may begin, and with which word or digits."""
    starts = []
    if digits:
        starts = [(match.start(), match.group()) for pattern in (_DIGITS, _VULGAR) for match in pattern.finditer(plain)]
    for word in found:
        start = plain.find(word)
        while start >= 0:
            end = start + len(word)
            if not (plain[start - 1 : start].isalpha() or plain[end : end + 1].isalpha()):
                starts.append((start, word))
            start = plain.find(word, end)
    starts.sort()
    return starts


def _counts(figure: Quantity, plain: str) -> bool:
    """`One` counts only with a unit: `one of the two`, `one another`, `one decade … the other`."""
    if not figure.words or figure.low != figure.high:
        return True
    if figure.low == 1 and figure.unit in ("n", "days"):
        return False
    is_one = figure.unit == "years" and plain.startswith(("one ", "una ", "un "), figure.start)
    return not (is_one and _ANOTHER.match(plain, figure.end))


_ANOTHER = re.compile(r"[^.!?]* (?:the other|another|the next|la otra|otra|el otro|otro)\b")


def _figures(text: str, plain: str, start: int, word: str, language: str) -> tuple[Quantity, ...]:
    """What begins at a place: a date gives its day and its year, anything else one figure at most."""
    words = WORDS[language]
    digit = not word[0].isalpha()
    if (digit and len(word) in (1, 2, 4)) or word in words.months or word in SHORT_MONTHS:
        dated = date(text, plain, start, language)
        if dated:
            return dated
    for reader in _DIGIT_READERS if digit else _readers(word, language):
        if figure := reader(plain, start, language):
            return (figure,)
    return ()


_Reader: TypeAlias = Callable[[str, int, str], "Quantity | None"]
_DIGIT_READERS: tuple[_Reader, ...] = (decade, ordinal_or_century, fraction, number)


@functools.cache
def _readers(word: str, language: str) -> tuple[_Reader, ...]:
    """What can begin with a word, in the order to try."""
    words, numerals = WORDS[language], NUMERALS[language]
    tables: tuple[tuple[_Reader, Collection[str]], ...] = (
        (decade, (*words.decades, "eighteen", "nineteen", "twenty")),
        (ordinal_or_century, (*words.ordinals, "twenty")),
        (fraction, words.fractions),
        (vague, {phrase.split()[0] for phrase in words.vague}),
        (factor, words.factors),
        (number, numerals.words),
    )
    return tuple(reader for reader, begins in tables if word in begins) or (fraction,)


# Hedges


def hedged(figure: Quantity, text: str, language: str) -> Quantity:
    """A figure that another reader found in a text, with the hedge around it."""
    return _hedged(figure, text, _plain(text), language)


_BEFORE = 30
_POSITIONS = ("early", "mid", "late")
_OF_DATES = ("year", "month", "day", "decade", "century")


def _hedged(figure: Quantity, text: str, plain: str, language: str) -> Quantity:
    """The figure with its words, and with the hedge before or behind it."""
    hedge, start, end = figure.hedge, figure.start, figure.end
    if not hedge:
        dated = figure.unit in _OF_DATES
        hedge, start = _hedge_before(plain, start, WORDS[language], dated=dated)
        if not hedge and not dated:
            hedge, end = _hedge_after(plain, end, WORDS[language])
    return _placed(figure, hedge, start, end, text[start:end])


def _placed(figure: Quantity, hedge: str, start: int, end: int, words: str) -> Quantity:
    """The figure with these words at this place; `replace` would take several times as long."""
    return Quantity(
        figure.low, figure.high, figure.unit, hedge, start, end, words, figure.counts, figure.words, figure.of_year
    )


def _hedge_before(plain: str, start: int, words: Words, *, dated: bool) -> tuple[str, int]:
    """The hedge before a figure and where it begins; with dates these are `early`, `mid` and `late` alone."""
    last = plain[max(0, start - 16) : start - 1].rpartition(" ")[2].lstrip("(")
    if last in words.hedge_ends and (match := words.hedge_before.search(plain, max(0, start - _BEFORE), start)):
        hedge = words.before[match.group("hedge")]
        if (hedge in _POSITIONS) == dated:
            return hedge, match.start()
    return "", start


def _hedge_after(plain: str, end: int, words: Words) -> tuple[str, int]:
    """The hedge behind a figure and where it ends: `40 percent or more`, `300+`."""
    match = words.hedge_after.match(plain, end)
    if match is None:
        return "", end
    return words.after[match.group("hedge")] if match.group("hedge") else "more", match.end()
