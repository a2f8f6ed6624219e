"""Texts made comparable: in typography alone, in case and accents too, or in everything but letters and figures.

Quotation marks, dashes, spaces and ellipses have many forms that mean the same; word processors swap them unasked.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence

_SAME = {
    "'": "‘’‚‛′ʼ`´",
    '"': "“”„‟″«»",
    "-": "‐‑‒–—―−",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\n\t",
    "...": "…",
    "": "\u00ad\u200b\u200c\u200d\u2060\ufeff",
    "fi": "ﬁ",
    "fl": "ﬂ",
    "ff": "ﬀ",
    "ffi": "ﬃ",
    "ffl": "ﬄ",
}
_TABLE = str.maketrans({variant: plain for plain, variants in _SAME.items() for variant in variants})
_SPACES = re.compile(r" {2,}")
_DASHES = re.compile(r" -+ | ?-{2,3} ?")


def typography(text: str) -> str:
    """The text with one form for each quotation mark, dash, space and ellipsis; equal if no word differs."""
    folded = text.translate(_TABLE)
    if "  " in folded:
        folded = _SPACES.sub(" ", folded)
    if " -" in folded or "--" in folded:
        folded = _DASHES.sub("-", folded)
    return folded.strip()


def letters(text: str) -> str:
    """The text in one case, without accents, in one typography."""
    return _without_case(typography(text))


def typography_origins(text: str) -> tuple[int, ...]:
    """For each code point of `typography(text)`, the offset of the one in the text that it comes from."""
    pieces = [(character.translate(_TABLE), offset) for offset, character in enumerate(text)]
    folded = "".join(piece for piece, _ in pieces)
    origins: Sequence[int] = [offset for piece, offset in pieces for _ in piece]
    for pattern, plain in ((_SPACES, " "), (_DASHES, "-")):
        origins = _without_replaced(pattern, folded, origins)
        folded = pattern.sub(plain, folded)
    start = len(folded) - len(folded.lstrip())
    return tuple(origins[start : start + len(folded.strip())])


def _without_replaced(pattern: re.Pattern[str], text: str, origins: Sequence[int]) -> list[int]:
    """The origins that are left where each match of the pattern becomes one code point."""
    left: list[int] = []
    end = 0
    for match in pattern.finditer(text):
        left += origins[end : match.start() + 1]
        end = match.end()
    return [*left, *origins[end:]]


def letters_origins(text: str) -> tuple[int, ...]:
    """For each code point of `letters(text)`, the offset of the one in the text that it comes from."""
    folded, origins = typography(text), typography_origins(text)
    return tuple(origin for character, origin in zip(folded, origins, strict=True) for _ in _without_case(character))


def _without_case(text: str) -> str:
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    if decomposed.isascii():
        return decomposed
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts without those that differ from one before them in case, accents or typography alone."""
    kept: dict[str, str] = {}
    for text in texts:
        kept.setdefault(letters(text), text)
    return tuple(kept.values())


class _Spaced(dict[int, int]):
    """Each code point, or a space for one that is neither letter nor figure nor part of an amount."""

    def __missing__(self, point: int) -> int:
        kept = chr(point).isalnum() or chr(point) in "%$€£+-/"
        self[point] = point if kept else ord(" ")
        return self[point]


_SPACED = _Spaced()


@functools.lru_cache(maxsize=131072)  # options of a large course are asked for by many rules, one rule after the other
def words(text: str) -> str:
    """The text without case, accents, spaces at the ends or punctuation: equal for options that say the same."""
    return " ".join(letters(text).translate(_SPACED).split())
