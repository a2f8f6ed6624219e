"""Number words as values: `twenty-five`, `two hundred and ten thousand`, `dos mil millones`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of a language.

    A word of `tens` may be followed by one below ten, with `joins_tens` between them; a word of `scales` multiplies
    what stands before it. `lone` are scales that may stand without a number before them (`mil`).
    """

    ones: Mapping[str, int]
    tens: Mapping[str, int]
    hundreds: Mapping[str, int]
    scales: Mapping[str, int]
    joins_tens: frozenset[str]
    joins_groups: frozenset[str]
    lone: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        """Every word that a number can begin with."""
        return frozenset((*self.ones, *self.tens, *self.hundreds, *self.scales))


def _counted(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """The words, which count from the first in steps; `a|b` are two forms of one number."""
    return {form: first + step * index for index, word in enumerate(words.split()) for form in word.split("|")}


_ENGLISH = Numerals(
    ones=_counted(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen",
        first=0,
    ),
    tens=_counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    hundreds={},
    scales={"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    joins_tens=frozenset({"-", " "}),
    joins_groups=frozenset({" and "}),
)
_SPANISH = Numerals(
    ones=_counted(
        "cero un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"
        " diecisiete dieciocho diecinueve veinte veintiún|veintiuno|veintiuna veintidós veintitrés veinticuatro"
        " veinticinco veintiséis veintisiete veintiocho veintinueve",
        first=0,
    ),
    tens=_counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
    hundreds={
        "cien": 100,
        **_counted(
            "ciento doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas"
            " seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas",
            100,
            100,
        ),
    },
    scales={"docena": 12, "mil": 10**3, "millón": 10**6, "millones": 10**6, "billón": 10**12, "billones": 10**12},
    joins_tens=frozenset({" y "}),
    joins_groups=frozenset(),
    lone=frozenset({"mil"}),
)
NUMERALS = {"en": _ENGLISH, "es": _SPANISH}

_NEXT = re.compile(r"( and | y | |-)?([^\W\d_]+)")
_ARTICLE = re.compile(r"an? ([a-z]+)")


def is_scale(text: str, start: int) -> bool:
    """Whether an English word that multiplies begins at a place: a `million` may have an `a` before it."""
    word = _NEXT.match(text, start)
    return word is not None and word.group(2) in _ENGLISH.scales


@dataclass(frozen=True, slots=True)
class _Sum:
    """What has been read of a number: whole groups before, the group that is being read, and what its last word was."""

    before: int = 0
    group: int | None = None
    last: str = ""

    @property
    def value(self) -> int:
        return self.before + (self.group or 0)


def spelled(text: str, start: int, language: str = "en") -> tuple[int, int] | None:
    """The value of the number words that begin at a place of a text in small letters, and where they end.

    `a` is a number where a scale follows: `a million`, `a hundred and ten`.
    """
    numerals = NUMERALS[language]
    read, end = _Sum(), start
    article = _ARTICLE.match(text, start)
    if article and article.group(1) in numerals.scales:
        read, end = _Sum(0, 1), article.start(1) - 1
    while word := _NEXT.match(text, end):
        further = _with(read, word.group(1) or "", word.group(2), numerals)
        if further is None or (end == start and word.group(1)):
            break
        read, end = further, word.end()
    return (read.value, end) if end > start else None


def _with(read: _Sum, joint: str, word: str, numerals: Numerals) -> _Sum | None:
    """The number with one more word, or None where the word does not go on with it."""
    if word in numerals.scales:
        return _scaled(read, numerals.scales[word], word in numerals.lone) if joint in ("", " ", "-") else None
    after_group = joint in (" ", "") or joint in numerals.joins_groups
    fresh = read.group is None and after_group and (joint not in numerals.joins_groups or read.last == "scale")
    if word in numerals.hundreds:
        return _Sum(read.before, numerals.hundreds[word], "hundred") if fresh else None
    below_hundred = numerals.tens.get(word) or numerals.ones.get(word)
    if below_hundred is None:
        return None
    last = "ten" if word in numerals.tens else "one"
    if fresh:
        return _Sum(read.before, below_hundred, last)
    if read.last == "hundred" and after_group:
        return _Sum(read.before, (read.group or 0) + below_hundred, last)
    if read.last == "ten" and below_hundred < 10 and joint in numerals.joins_tens:
        return _Sum(read.before, (read.group or 0) + below_hundred, last)
    return None


def _scaled(read: _Sum, scale: int, lone: bool) -> _Sum | None:
    """The number times a scale: `two` times `hundred`, `dos mil` times `millones`."""
    if scale == 100:
        return _Sum(read.before, read.group * scale, "hundred") if read.group and read.group < 100 else None
    if read.group is None and not (lone or read.before):
        return None
    if read.before and read.before < scale:
        return _Sum((read.before + (read.group or 0)) * scale, None, "scale")
    if read.before and read.group is None and not lone:
        return None
    return _Sum(read.before + (read.group or 1) * scale, None, "scale")
