"""Where the words of a quote stand in a passage: exactly, but for typography, but for case and accents, or nowhere.

A fuzzy score is used to suggest what was meant, never to accept: “$1 billion” for “$1 trillion” scores 98 of 100.
"""

from __future__ import annotations

import enum
import re

from rapidfuzz import fuzz

from quizgen.text import folding


class Tier(enum.Enum):
    """How closely a quote agrees with the text that it was found in."""

    EXACT = "exact"
    TYPOGRAPHY = "typography"
    LETTERS = "letters"


def tier(quote: str, text: str) -> Tier | None:
    """The closest agreement at which the quote stands in the text at whole words, or None where it stands nowhere."""
    if _stands_in(quote, text):
        return Tier.EXACT
    if _stands_in(folding.typography(quote), folding.typography(text)):
        return Tier.TYPOGRAPHY
    if _stands_in(folding.letters(quote), folding.letters(text)):
        return Tier.LETTERS
    return None


# “million” is not quoted by “mill”, nor “15 percent” by “5 percent”, nor “$1.25” by “$1” or by “25”.
_BEFORE = r"(?<![^\W_])(?<!\d[.,])"
_AFTER = r"(?![^\W_])(?![.,]\d)"


def _stands_in(quote: str, text: str) -> bool:
    if quote not in text:  # nearly always, and much quicker than the search for where words end
        return False
    before = _BEFORE if quote[:1].isalnum() else ""
    after = _AFTER if quote[-1:].isalnum() else ""
    return re.search(before + re.escape(quote) + after, text) is not None


# For quotes of this many words and more, the best false match in the ten briefs scored 56 (sentences) to 71; for
# shorter ones up to 92, so that they must be nearer before they are worth a suggestion.
_LONG = 8
_CUTOFF_LONG = 72
_CUTOFF_SHORT = 85
_STOPS = ".,;:"


def nearest(quote: str, text: str) -> str | None:
    """The words of the text that are most like the quote, cut at whole words; None where nothing is near."""
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    folded = [folding.letters(text[start:end]) for start, end in spans]
    cutoff = _CUTOFF_LONG if len(quote.split()) >= _LONG else _CUTOFF_SHORT
    alignment = fuzz.partial_ratio_alignment(folding.letters(quote), " ".join(folded), score_cutoff=cutoff)
    if alignment is None or not spans:
        return None
    first = _word_at(folded, alignment.dest_start)
    last = _word_at(folded, max(alignment.dest_start, alignment.dest_end - 1))
    found = text[spans[first][0] : spans[last][1]]
    return found if quote[-1:] in _STOPS else found.rstrip(_STOPS)


def _word_at(words: list[str], place: int) -> int:
    """The index of the word that a place in the joined words falls in; a space belongs to the word before it."""
    end = 0
    for index, word in enumerate(words):
        end += len(word) + 1
        if place < end:
            return index
    return len(words) - 1
