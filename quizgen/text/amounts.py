"""Amounts that begin at a place of a text: counts, money, shares, measures, fractions, factors.

Texts are in small letters, with one form for each hyphen, space and apostrophe (see `quantities`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from quizgen.text.figure_words import WORDS, Words
from quizgen.text.number_words import is_scale, spelled


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text: from `low` to `high`, which are equal unless it is a range.

    `unit` is `n` for a bare count, `share` for percent and fractions (40 percent is 2/5), `points`, `$` and other
    currencies, `years`, `weeks` and other measures, `times`, `ordinal`; for dates `year`, `month`, `day` (month and
    day, 305 for March 5), `decade` (its first year), `century`. `hedge` is `more`, `less`, `near` (below, but not by
    much) or `about`, with dates `early`, `mid` or `late`, and `vague` for `thousands`. `counts` is the word behind a
    bare count; `words` says that it is written in words; `of_year` is the year that stands with a month or a day.
    """

    low: Fraction
    high: Fraction
    unit: str
    hedge: str
    start: int
    end: int
    text: str
    counts: str = ""
    words: bool = False
    of_year: int = 0


def exactly(
    value: Fraction | int, unit: str, start: int, end: int, *, counts: str = "", words: bool = False
) -> Quantity:
    """A figure that is no range and has no hedge."""
    exact = value if isinstance(value, Fraction) else Fraction(value)
    return Quantity(exact, exact, unit, "", start, end, "", counts, words)


_COUNTS = re.compile(r"[ -]([^\W\d_]+)")
_BEHIND_A_COUNT = """
    a an and are as at be been between but by can could for from had has have he if in into is it its may more must on
    or other others out over per she so than that the their them then they this those to under up was were which who
    whom whose will with would al con el en es fue fueron la las los más otras otros para por que se son su sus un una
    y o
"""
_COUNT_NOTHING = frozenset(_BEHIND_A_COUNT.split())


def counted(plain: str, end: int) -> str:
    """The word that a bare count is followed by, without the plural's ending; empty where that says nothing."""
    match = _COUNTS.match(plain, end)
    return "" if match is None or match.group(1) in _COUNT_NOTHING else match.group(1).rstrip("s")


_HALF_FOLLOWED = re.compile(
    r" (?:of|the|an?|as|its|their|his|her|all|those|these|this|that|our|more|less|de|del|los|las|que)\b|(?= ?[).,;:]|$)"
)
_PART_OF_A_YEAR = re.compile(r"(?:first|second|third|fourth|last|latter|next|better|either|each|primera?|segunda?) $")
_PART_FOLLOWED = re.compile(r" (?:of|more|less|fewer|lower|higher|larger|as|de|del|más|menos)\b|(?= ?[).,;:]|$)")
_ARTICLE_BEFORE = re.compile(r"(?:^|(?<![^\W_]))(?:an?|un|una|la) $")
_OF_SCALE = re.compile(r"(?:[ -](?:(?:of )?an? |de )?)(million|billion|trillion|dozen|century|decade|year|millón)\b")
_OF_ONE_PERCENT = re.compile(r" (?:of )?(?:an?|one|1) (?:percent|per cent)\b| (?:de )?un (?:por ciento)\b")
_SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12, "millón": 10**6}
_TIMES_OF = {"century": 100, "decade": 10, "year": 1}


def fraction(plain: str, start: int, language: str) -> Quantity | None:
    """`half of them`, `a quarter of`, `half a million`, `1/2`, `½`; others begin with a number (`two-fifths`)."""
    if digits := _DIGITS_OVER.match(plain, start):
        return exactly(Fraction(int(digits.group(1)), int(digits.group(2))), "share", start, digits.end())
    if plain[start] in _VULGAR and _PART_FOLLOWED.match(plain, start + 1):
        return exactly(_VULGAR[plain[start]], "share", start, start + 1)
    match = _WORD.match(plain, start)
    parts = WORDS[language].fractions.get(match.group()) if match and not match.group().endswith("s") else None
    if parts is None or match is None or not is_part(plain, start, match.end(), parts):
        return None
    value, end = Fraction(1, parts), match.end()
    if percent := _OF_ONE_PERCENT.match(plain, end):
        return exactly(value / 100, "share", start, percent.end(), words=True)
    if scale := _OF_SCALE.match(plain, end):
        word = scale.group(1)
        unit = "years" if word in _TIMES_OF else "n"
        return _with_tail(plain, value * _SCALES.get(word, _TIMES_OF.get(word, 1)), unit, start, scale.end(), language)
    return exactly(value, "share", start, end, words=True)


_WORD = re.compile(r"[^\W\d_]+")
_DIGITS_OVER = re.compile(r"([1-9]\d?)/([1-9]\d{0,2})(?![\d/])")


def is_part(plain: str, start: int, end: int, parts: int) -> bool:
    """Whether `half`, `third`, `fifth` … is a part of something: `a third of`, not `a third country`."""
    if _OF_SCALE.match(plain, end) or _OF_ONE_PERCENT.match(plain, end):
        return parts == 2 or _ARTICLE_BEFORE.search(plain, 0, start) is not None
    if parts == 2:
        return _HALF_FOLLOWED.match(plain, end) is not None and _PART_OF_A_YEAR.search(plain, 0, start) is None
    return _ARTICLE_BEFORE.search(plain, 0, start) is not None and _PART_FOLLOWED.match(plain, end) is not None


def vague(plain: str, start: int, language: str) -> Quantity | None:
    """`thousands`, `hundreds of millions`, `billions of dollars`: as large as that, and no more is said."""
    table = WORDS[language].vague
    words = next((words for words in sorted(table, key=len, reverse=True) if _is_at(plain, words, start)), None)
    if words is None:
        return None
    low, high = table[words]
    end = start + len(words)
    tail = WORDS[language].tail.match(plain, end)
    unit, size = _unit(tail, WORDS[language]) if tail and tail.group("unit") else ("n", Fraction(1))
    end = tail.end() if tail and tail.group("unit") else end
    return Quantity(low * size, high * size, unit, "vague", start, end, "", counted(plain, end), words=True)


def _is_at(plain: str, words: str, start: int) -> bool:
    return plain.startswith(words, start) and not plain[start + len(words) : start + len(words) + 1].isalpha()


def factor(plain: str, start: int, language: str) -> Quantity | None:
    """`twice`, `tripled`, `double the number`; a `double task` and `double digits` are no factor."""
    match = _WORD.match(plain, start)
    times = WORDS[language].factors.get(match.group()) if match else None
    if match is None or not times or (match.group() in _ALSO_ADJECTIVES and not _MULTIPLIED.match(plain, match.end())):
        return None
    return exactly(times, "times", start, match.end())


_ALSO_ADJECTIVES = frozenset({"double", "triple", "doble"})
_MULTIPLIED = re.compile(
    r" (?:the|its|their|his|her|our|that|those|this|these|what|as|in|by|from|to|of|over|within|since|every|each|again"
    r"|between|during|and|or|if|when|while|de|del|que|en|a|por)\b|(?= ?[).,;:?!…]|$)"
)


# Numbers, with what stands before and behind them

_CURRENCY_BEFORE = re.compile(r"(?<![^\W_])([a-z]{1,3}|u\.s\. ?)?([$€£]) ?(-?)$|(?<![^\W_])(usd|eur|us) ?$")
_US = ("", "us", "u.s.", "usd")
_NEGATIVE = re.compile(r"(?:^|[ (])-$|(?<![^\W_])(?:minus|menos) $")
_AND_A_HALF = re.compile(r"(?: and a half| y medi[oa])\b|(?=[½¼¾⅓⅔])")
_VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_YEARS = (1400, 2199)


def number(plain: str, start: int, language: str) -> Quantity | None:
    """A number in digits or words with its magnitude, its unit and the currency before it."""
    digit = not plain[start].isalpha()
    read = _digits(plain, start, language) if digit else spelled_out(plain, start, language)
    if read is None:
        return None
    value, start, end = read
    plain_year = end - start == 4 and plain[start:end].isdigit() and _YEARS[0] <= value <= _YEARS[1]
    unit = "n"
    ahead = plain[max(0, start - 6) : start]
    if _may_be_currency(ahead) and (before := _CURRENCY_BEFORE.search(plain, max(0, start - 8), start)):
        symbol, prefix = before.group(2) or "$", (before.group(1) or "").strip()
        unit = symbol if prefix in _US else f"{prefix}{symbol}"
        unit = "€" if before.group(4) == "eur" else unit
        value = -value if before.group(3) else value
        plain_year, start = False, before.start()
    elif ahead.endswith(("-", "minus ", "menos ")) and (negative := _NEGATIVE.search(plain, max(0, start - 7), start)):
        value, start = -value, negative.start() + (plain[negative.start()] in " (")
    if scaled := _magnified(plain, value, end, language):
        value, end = scaled
        plain_year = False
    figure = _with_tail(plain, value, unit, start, end, language, words=not digit)
    return _year(figure) if plain_year and figure.unit == "n" else figure


def _may_be_currency(ahead: str) -> bool:
    return ahead.endswith(("usd ", "eur ", "us ")) or "$" in ahead or "€" in ahead or "£" in ahead


def _year(figure: Quantity) -> Quantity:
    return exactly(figure.low, "year", figure.start, figure.end)


def _digits(plain: str, start: int, language: str) -> tuple[Fraction, int, int] | None:
    if plain[start] in _VULGAR:
        return _VULGAR[plain[start]], start, start + 1
    match = WORDS[language].digits.match(plain, start)
    if match is None or plain[start - 1 : start].isalnum() or plain[start - 1 : start] == "#":
        return None
    written = match.group().replace(",", "") if language == "en" else _spanish(match.group())
    return (Fraction(written) if "." in written else Fraction(int(written))), start, match.end()


def _spanish(written: str) -> str:
    return written.replace(".", "").replace(" ", "").replace(",", ".")


def spelled_out(plain: str, start: int, language: str) -> tuple[Fraction, int, int] | None:
    """The number words that begin at a place, with the `a` before a scale (`a million`), and where they are."""
    if plain[start - 2 : start] == "a " and not plain[start - 3 : start - 2].isalpha() and is_scale(plain, start):
        start -= 2
    read = spelled(plain, start, language)
    return (Fraction(read[0]), start, read[1]) if read else None


def _magnified(plain: str, value: Fraction, end: int, language: str) -> tuple[Fraction, int] | None:
    """The number with `million`, `bn` … or `and a half` behind it, in either order."""
    begin = end
    for _ in range(2):
        if half := _AND_A_HALF.match(plain, end):
            value += _VULGAR.get(plain[end : end + 1], Fraction(1, 2)) * _last_scale(value, begin, end)
            end = half.end() + (plain[end : end + 1] in _VULGAR)
        elif match := WORDS[language].magnitude.match(plain, end):
            value *= 10 ** WORDS[language].magnitudes[_magnitude(match)]
            end = match.end()
    return (value, end) if end > begin else None


def _magnitude(match: re.Match[str]) -> str:
    plural = match.groupdict().get("plural")
    return plural or match.group().strip(" -")


def _last_scale(value: Fraction, begin: int, end: int) -> int:
    """What a half is a half of: of one in `two and a half million`, of a million in `a million and a half`."""
    scale = 1
    while value and value % (scale * 1000) == 0:
        scale *= 1000
    return scale


def _with_tail(
    plain: str, value: Fraction, unit: str, start: int, end: int, language: str, *, words: bool = False
) -> Quantity:
    """The number with the unit that stands behind it."""
    tail = WORDS[language].tail.match(plain, end)
    if tail is None or (tail.group("fraction") and not _is_counted_part(tail, value, language)):
        return exactly(value, unit, start, end, counts=counted(plain, end), words=words)
    if tail.group("fraction"):
        share = value / WORDS[language].fractions[tail.group("fraction")]
        if scale := _OF_SCALE.match(plain, tail.end()):
            return exactly(share * _SCALES.get(scale.group(1), 1), "n", start, scale.end())
        return exactly(share, "share", start, tail.end(), words=words)
    behind, size = _unit(tail, WORDS[language])
    if unit != "n":  # `$4 billion dollars` says it twice, `$4 billion years` does not
        return exactly(value, unit, start, tail.end() if behind == unit else end, words=words)
    return exactly(value * size, behind, start, tail.end(), words=words)


def _is_counted_part(tail: re.Match[str], value: Fraction, language: str) -> bool:
    """`two-fifths` and `one third`, not `two third countries` nor `the two halves`."""
    part = tail.group("fraction")
    if value.denominator != 1 or value >= WORDS[language].fractions[part]:
        return False
    return part.endswith("s") == (value != 1)


def _unit(tail: re.Match[str], words: Words) -> tuple[str, Fraction]:
    """The unit that a number's tail says, and how many of it one is."""
    if tail.group("percent"):
        return "share", Fraction(1, 100)
    if tail.group("permille"):
        return "share", Fraction(1, 1000)
    if tail.group("points"):
        return "points", Fraction(1)
    if tail.group("degrees"):
        return "degrees", Fraction(1)
    if tail.group("fold"):
        return "times", Fraction(1)
    if sign := tail.group("sign"):
        scale = tail.group("scale")
        unit = sign.strip().removeprefix("us")
        return words.units.get(unit, (unit, Fraction(10 ** words.magnitudes[scale] if scale else 1)))
    return words.units[tail.group("unit")]
