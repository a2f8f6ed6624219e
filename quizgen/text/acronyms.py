"""Acronyms that a text explains: `Small Island Developing States (SIDS)`, `SIDS (Small Island Developing States)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.text import content, folding

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_BEHIND = re.compile(r"[\s\"'”’»]*\(([^\W\d_][\w.&-]{1,9}?)s?\)")
_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_][\w&-]{1,9}?)s?\s\(([^()]{6,100})\)")
_FARTHEST = 120


def expansions(text: str, language: str = "en") -> Iterator[tuple[str, str]]:
    """Each acronym of the text that stands beside its expansion, with that expansion."""
    if "(" not in text:
        return
    for match in _BEHIND.finditer(text):
        acronym, before = match.group(1), text[max(0, match.start() - _FARTHEST) : match.start()]
        start = _start(acronym, before, language) if _is_acronym(acronym) else None
        if start is not None:
            yield acronym, before[start:]
    for match in _BEFORE.finditer(text):
        acronym, inside = match.groups()
        if _is_acronym(acronym) and _start(acronym, inside, language) == 0:
            yield acronym, inside


def stands_for(acronym: str, name: str, language: str = "en") -> bool:
    """Whether the initials of the name are the acronym: `L.A.` for `Los Angeles`."""
    bare = acronym.replace(".", "").replace(" ", "")
    return bare.isupper() and _start(bare, name, language) == 0


def _is_acronym(word: str) -> bool:
    return sum(character.isupper() for character in word) >= 2


def _start(acronym: str, before: str, language: str) -> int | None:
    """Where the words begin whose initials, at the end of a text, are the acronym; small words may be passed over."""
    letters = folding.letters(acronym).replace(".", "").replace("-", "").replace("&", "")
    words = list(_WORD.finditer(before))
    while letters and words:
        word = words.pop()
        folded = folding.letters(word.group()).replace(".", "")
        if letters.endswith(folded) and word.group().isupper():  # an acronym within an acronym: USAID
            letters = letters[: -len(folded)]
        elif letters[-1] == folded[0]:
            letters = letters[:-1]
        elif not (content.is_function_word(folded, language) or _is_second_half(before, word)):
            return None
        if not letters:
            return word.start()
    return None


def _is_second_half(text: str, word: re.Match[str]) -> bool:
    """Whether a hyphen joins the word to the one before it: Inter-American is one initial in IDB."""
    return text[word.start() - 1 : word.start()] in ("-", "‐", "‑")
