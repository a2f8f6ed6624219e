"""What a quote that stands nowhere was most likely meant to be: the nearest words of a text, and how they differ.

This suggests and never accepts.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from quizgen.text import folding
from quizgen.text.locate import Span

# For quotes of this many words and more, the best false match in the ten briefs scored 56 (sentences) to 71; for
# shorter ones up to 92, so that they must be nearer before they are worth a suggestion.
_LONG = 8
_CUTOFF_LONG = 72
_CUTOFF_SHORT = 85
# Marks that stand at a word and are no part of it; `$`, `%` and a minus sign are.
_OPENING = "\"'“‘«([¿¡"
_CLOSING = "\"'”’»)].,;:!?"
# How far beyond the nearest letters to look for the words that a quote begins and ends with.
_MARGIN = 4


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of a quote and those that a text has in their place; either may be empty."""

    quoted: str
    written: str


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text: made comparable, and where it stands."""

    folded: str
    span: Span


def nearest(quote: str, text: str) -> Span | None:
    """The span of the text that is most like the quote, cut at whole words; None where nothing is near."""
    words, asked = _words(text), _words(quote)
    cutoff = _CUTOFF_LONG if len(asked) >= _LONG else _CUTOFF_SHORT
    folded = [folding.letters(text[slice(*word.span)]) for word in words]
    alignment = fuzz.partial_ratio_alignment(folding.letters(quote), " ".join(folded), score_cutoff=cutoff)
    if alignment is None or not words:
        return None
    first = _word_at(folded, alignment.dest_start)
    last = _word_at(folded, max(alignment.dest_start, alignment.dest_end - 1))
    first, last = _at_the_quotes_ends(asked, words, first, last)
    return _without_marks(quote, text, words[first].span[0], words[last].span[1])


def _without_marks(quote: str, text: str, start: int, end: int) -> Span:
    """The span without the marks at its ends that the quote does not have there."""
    while start < end and text[start] in _OPENING and text[start] != quote[0]:
        start += 1
    while start < end and text[end - 1] in _CLOSING and text[end - 1] != quote[-1]:
        end -= 1
    return start, end


@functools.lru_cache(maxsize=4096)
def _words(text: str) -> list[_Word]:
    words = ((match.group(), match.span()) for match in re.finditer(r"\S+", text))
    return [_Word(folding.letters(word).strip(_OPENING + _CLOSING), span) for word, span in words]


def _word_at(words: list[str], place: int) -> int:
    """The index of the word that a place in the joined words falls in; a space belongs to the word before it."""
    end = 0
    for index, word in enumerate(words):
        end += len(word) + 1
        if place < end:
            return index
    return len(words) - 1


def _at_the_quotes_ends(asked: list[_Word], words: list[_Word], first: int, last: int) -> tuple[int, int]:
    """The first and last word of a span, moved to where the words of the quote begin and end.

    Letters are aligned in a window as long as the quote, which falls short where the quote has left words out.
    """
    low = max(0, first - _MARGIN)
    window = words[low : last + 1 + _MARGIN]
    matcher = SequenceMatcher(None, [word.folded for word in asked], [word.folded for word in window], autojunk=False)
    blocks = matcher.get_matching_blocks()[:-1]
    if not blocks:
        return first, last
    start = blocks[0].b - blocks[0].a
    end = blocks[-1].b + len(asked) - blocks[-1].a
    return low + max(0, start), low + min(len(window), end) - 1


def differences(quote: str, written: str) -> tuple[Difference, ...]:
    """The words in which a quote differs from what is written; none where they differ in marks or spaces alone."""
    said, stands = _words(quote), _words(written)
    matcher = SequenceMatcher(None, [word.folded for word in said], [word.folded for word in stands], autojunk=False)
    return tuple(
        Difference(_shown(quote, said[a:b]), _shown(written, stands[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    )


def _shown(text: str, words: list[_Word]) -> str:
    """Words as they are written, without the marks around them."""
    return text[words[0].span[0] : words[-1].span[1]].strip(_OPENING + _CLOSING) if words else ""
