"""No option of a choice takes another in: ranges of figures do not overlap, and none says another and something more.

Where “10 to 20 percent” and “15 to 30 percent” are both offered, 17 is in both; where “Corruption” stands beside
“Corruption and poverty”, whoever picks the second has picked the first as well. Make the options exclude each other.

Names are passed over (“Virginia”, “West Virginia”), and so are options that the words between them turn round (“not”,
“less”) or that differ in figures. Only `choice` is looked at: of a `select` several options are true anyway.

Source: Haladyna, Downing and Rodriguez (2002), guideline 22 (options that are independent and do not overlap).

Bad:

    distractors:
      - text: A loan
        why: A loan comes after the storm.
      - text: A loan from a bank on the mainland
        why: The fund is the island's own.
      - text: A tax that ferry passengers pay
        why: The money comes from harbor fees.

Good:

    distractors:
      - text: A loan that the council takes up at home
        why: A loan comes after the storm.
      - text: A gift from a bank on the mainland
        why: The fund is the island's own.
      - text: A tax that ferry passengers pay
        why: The money comes from harbor fees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.model import Option
from quizgen.options import offers
from quizgen.text import folding
from quizgen.text.ranges import Range, range_of

NAME = "overlapping-options"
SEVERITY = Severity.WARNING

_DIGIT = re.compile(r"\d")
_FORMULA = re.compile(r"[*=^_()\[\]{}<>|\\/:]|\d|[+-] ")
_YEAR = (1000, 2100)

# Words that make another thing of what they stand beside.
_TURNING_WORDS = {
    "en": """
        not no never non without except less more fewer than only un anti former all none neither nor if too so very
        extra first then later afterwards until till while but though although yet one two three four five six seven
        eight nine ten twenty thirty forty fifty hundred thousand million billion half quarter
    """,
    "es": """
        no nunca sin salvo excepto menos mas que solo anti todos ninguno ni si muy tan primero luego despues hasta
        mientras pero sino aunque uno dos tres cuatro cinco seis siete ocho nueve diez veinte treinta cien mil
        millones medio media cuarto
    """,
}
_TURNING = {language: frozenset(words.split()) for language, words in _TURNING_WORDS.items()}
_JOINING = {"en": frozenset(("and", "or")), "es": frozenset(("y", "e", "o", "u"))}


def check(course: Course) -> Iterator[Remark]:
    """Complain of the first two options of an item that overlap."""
    for offer in offers(course):
        if offer.multiple:
            continue
        ranges = _ranges(offer.options)
        pair = _overlapping(offer.options, ranges) if ranges else _containing(offer.options, course.settings.language)
        if pair is not None:
            first, second = pair
            message = f"“{second.text}” and “{first.text}” overlap: make the options exclude each other"
            yield Remark(second.where, message, item=offer.question.id, see=first.where)


def _ranges(options: Sequence[Option]) -> list[Range] | None:
    """The ranges that the options are, if all are, of one unit, and some are more than one figure."""
    if not all(_DIGIT.search(option.text) for option in options):
        return None
    ranges = [found for option in options if (found := range_of(option.text))]
    if len(ranges) < len(options) or len({found.of for found in ranges}) > 1 or all(r.is_point for r in ranges):
        return None
    return ranges


def _overlapping(options: Sequence[Option], ranges: list[Range]) -> tuple[Option, Option] | None:
    if all(r.low is None for r in ranges) or all(r.high is None for r in ranges) or all(map(_is_period, ranges)):
        return None  # “more than 100”, “more than 200”: the same hedge before figures that differ
    meeting = ((a, b) for a, b in combinations(range(len(ranges)), 2) if ranges[a].meets(ranges[b]))
    return next(((options[a], options[b]) for a, b in meeting), None)


def _is_period(found: Range) -> bool:
    """Whether a range is the years of something: two wars may overlap, and still be two answers."""
    return not found.of and all(end is not None and _YEAR[0] <= end <= _YEAR[1] for end in (found.low, found.high))


def _containing(options: Sequence[Option], language: str) -> tuple[Option, Option] | None:
    folded = sorted(((f" {folding.words(option.text)} ", option) for option in options), key=lambda pair: len(pair[0]))
    for (short, inner), (long, outer) in combinations(folded, 2):
        if short in long and short != long and len(short) > 4:
            more = frozenset(long.replace(short, " ", 1).split())
            if not more & _TURNING[language] and not _FORMULA.search(outer.text) and not _is_name(outer.text, language):
                return inner, outer
    return None


def _is_name(text: str, language: str) -> bool:
    """Whether a text is one name: each word has a capital, and none joins two of them."""
    words = text.split()
    return all(word[:1].isupper() or len(word) < 4 for word in words) and not _JOINING[language] & set(words)
