"""Names of ordinary words that `of the` and the like hold together: `Convention on the Rights of the Child`.

Word by word they are read as several names, or as none; with one word changed they are still written like the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORD = r"[A-Z][^\W\d_]+"
_JOINT = r"(?: (?:for|in|of|on|to)(?: the)? | (?:del?|en|para|por|sobre)(?: el| las?| los)? | )"
_RUN = re.compile(rf"(?<![^\W_]){_WORD}(?:{_JOINT}{_WORD}){{2,}}")
_MAY_JOIN = re.compile(r" (?:for|in|of|on|to|de|del|en|para|por|sobre|the|el|las?|los) [A-Z]")
_PIECE = re.compile(rf"({_WORD})|({_JOINT})")
_SHORTEST = 3


def with_one_word_changed(text: str, told: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What of a text differs by one word from a name that the others have; with that name."""
    runs = _RUN.findall(text) if _MAY_JOIN.search(text) else ()
    held = tuple(told) if runs else ()
    for run in runs:
        found = _changed(run, held)
        if found is not None:
            yield found


def _changed(run: str, told: tuple[str, ...]) -> tuple[str, str] | None:
    """The longest part of the run that is a name with one word changed, and that name."""
    words, joints = _apart(run)
    for length in range(len(words), _SHORTEST - 1, -1):
        for start in range(len(words) - length + 1):
            part, between = words[start : start + length], joints[start : start + length - 1]
            if any(joint != " " for joint in between):
                meant = _meant(part, between, told)
                if meant is not None:
                    return meant
    return None


def _apart(run: str) -> tuple[list[str], list[str]]:
    """The words of a run, and what stands between each two."""
    pieces = _PIECE.findall(run)
    return [word for word, _ in pieces if word], [joint for _, joint in pieces if joint]


def _meant(words: list[str], joints: list[str], told: tuple[str, ...]) -> tuple[str, str] | None:
    """These words and the name that they are but for one; None where they are told as they stand, or no name is."""
    said = _joined(words, joints)
    if any(said in text for text in told) or any(said.lower() in text.lower() for text in told):
        return None
    for place, word in enumerate(words):
        pattern = _joined([_WORD if other == place else re.escape(one) for other, one in enumerate(words)], joints)
        for match in (match for text in told for match in re.finditer(rf"\b{pattern}\b", text)):
            meant = _apart(match.group())[0][place]
            if not (word.startswith(meant) or meant.startswith(word)):  # singular and plural
                return said, match.group()
    return None


def _joined(words: list[str], joints: list[str]) -> str:
    return "".join(piece for pair in zip(words, [*joints, ""], strict=True) for piece in pair)
