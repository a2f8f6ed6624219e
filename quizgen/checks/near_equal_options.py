"""No two options differ in an article or an ending alone, or name the same two things the other way round.

“A loan after a storm” and “The loans after a storm” are one option: a student who picks the wrong one has found a slip
of the pen, and not what they do not know. Options that are equal but for case and punctuation are an error of their
own, `options-distinct`; a word or a figure that makes a difference is none here.

Source: Haladyna, Downing and Rodriguez (2002), guideline 18 (as many *effective* options as possible).

Bad:

    distractors:
      - text: A loan that is agreed after a storm
        why: A loan comes after the storm.
      - text: The loan that is agreed after storms
        why: The fund is the island's own.
      - text: A tax that ferry passengers pay
        why: The money comes from harbor fees.

Good:

    distractors:
      - text: A loan that is agreed after a storm
        why: A loan comes after the storm.
      - text: A gift that the mainland sends
        why: The fund is the island's own.
      - text: A tax that ferry passengers pay
        why: The money comes from harbor fees.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.options import offers
from quizgen.text import folding
from quizgen.text.runs import Runs

NAME = "near-equal-options"
SEVERITY = Severity.WARNING

_ARTICLES = {"en": {"a", "an", "the"}, "es": {"el", "la", "los", "las", "un", "una", "unos", "unas"}}
_AND = {"en": "and", "es": "y"}
_FEWEST = 3  # words without articles: “Cousin” and “Cousins” may be a question of spelling


def check(course: Course) -> Iterator[Remark]:
    """Complain of the second of two options that are nearly the same."""
    for offer in offers(course):
        first: dict[frozenset[tuple[str, ...]], str] = {}
        for option in offer.options:
            entries = _entries(option.text, course.settings.language)
            if sum(map(len, entries)) < _FEWEST:
                continue
            other = first.setdefault(entries, option.text)
            if folding.words(other) != folding.words(option.text):
                message = f"“{option.text}” is nearly the same as “{other}”: keep one, or make the difference plain"
                yield Remark(option.where, message, item=offer.question.id)


def _entries(text: str, language: str) -> frozenset[tuple[str, ...]]:
    """The words of a text without articles and endings of plurals; of “X and Y” the two halves, in no order."""
    words = list(filter(None, _TOLD[language].of(folding.words(text))))
    joint = words.index(_AND[language]) if words.count(_AND[language]) == 1 else len(words)
    return frozenset((tuple(words[:joint]), tuple(words[joint + 1 :])))


def _told(word: str, language: str) -> str:
    """A word without its ending of plural; empty for an article."""
    if word in _ARTICLES[language]:
        return ""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


_TOLD = {language: Runs(functools.partial(_told, language=language)) for language in _ARTICLES}
