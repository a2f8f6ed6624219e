"""An accepted answer in all the ways it may be typed, for formats that compare letter by letter but for case."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from quizgen.text import folding


def spellings(accepted: Iterable[str]) -> tuple[str, ...]:
    """The answers, each also with the quotation marks and dashes of a keyboard, and without accents; each once."""
    found: dict[str, str] = {}
    for answer in accepted:
        typed = folding.typography(answer)
        for spelling in (answer.strip(), typed, _without_accents(typed)):
            found.setdefault(spelling.casefold(), spelling)
    return tuple(found.values())


def _without_accents(text: str) -> str:
    marked = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(sign for sign in marked if not unicodedata.combining(sign)))
