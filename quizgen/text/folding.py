"""Texts made comparable: in typography alone, in case and accents too, or in everything but letters and figures.

Quotation marks, dashes, spaces and ellipses have many forms that mean the same; word processors swap them unasked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

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
_PUNCTUATION = re.compile(r"(?:[^\w%$€£+\-/]|_)+")
_SPACES = re.compile(r" {2,}")
_DASHES = re.compile(r" -+ | ?-{2,3} ?")


def typography(text: str) -> str:
    """The text with one form for each quotation mark, dash, space and ellipsis; equal if no word differs."""
    folded = _SPACES.sub(" ", text.translate(_TABLE))
    return _DASHES.sub("-", folded).strip()


def letters(text: str) -> str:
    """The text in one case, without accents, in one typography."""
    decomposed = unicodedata.normalize("NFKD", typography(text)).casefold()
    if decomposed.isascii():
        return decomposed
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts without those that differ from one before them in case, accents or typography alone."""
    kept: dict[str, str] = {}
    for text in texts:
        kept.setdefault(letters(text), text)
    return tuple(kept.values())


def words(text: str) -> str:
    """The text without case, accents, spaces at the ends or punctuation: equal for options that say the same."""
    return " ".join(_PUNCTUATION.sub(" ", letters(text)).split())
