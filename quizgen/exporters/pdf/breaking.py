"""Where a word is broken that does not fit in what is left of a line: at a hyphen, slash or dash, else by force."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from quizgen.exporters.pdf.pieces import HAIR, Piece, Widths, Word, merged, widths

_BEYOND = 3
ENDLESS = 200
"""A word of more letters fits in no column; it is looked at piecemeal, or one of very many would take very long."""


def broken(word: str, of: Widths, left: float, room: float, *, fresh: bool) -> Iterator[str]:
    """The parts of a word that does not fit in what is `left` of a line, each on a line of its own.

    The first part is empty where nothing goes there; behind the last one its line may go on.
    """
    while word and (len(word) > ENDLESS or of[word] > left):
        cut = _cut(word[:ENDLESS], of, left, room, fresh=fresh)
        yield word[:cut]
        word, left, fresh = word[cut:], room, True
    yield word


def _cut(word: str, of: Widths, left: float, room: float, *, fresh: bool) -> int:
    """How much of a word goes in what is left of a line: up to a chance to break, by force on a line of its own."""
    for chance in reversed(_chances(word)):
        if of[word[:chance]] <= left:
            return chance
    if not fresh:
        return 0
    ends = itertools.accumulate(of[letter] for letter in word)
    return max(1, sum(1 for _ in itertools.takewhile(lambda end: end <= room, ends)))


_CHANCE = re.compile(r"(?<=[^\W\d_][-/])(?=[^\W\d_]{2})|(?<=[–—])(?=[^\W\d_])|(?<=[^\W_])(?=—)")


def _chances(word: str) -> list[int]:
    """Where a word may be broken: behind a hyphen or slash between letters, behind a dash, before a long one."""
    return [match.start() for match in _CHANCE.finditer(word)] if not word.isalnum() else []


_BLANK = "\ufffc"
"""Stands for a blank where chances to break are sought: a line may end before it or behind it."""


def parted(word: Word, left: float, *, fresh: bool) -> tuple[Word, Word]:
    """A word as much as goes in what is left of a line, and the rest of it; the first is empty where nothing goes."""
    if not fresh and not any(piece.blank for piece in word) and not _chances("".join([piece.text for piece in word])):
        return (), word
    letters, fits = _fitting(word, left + HAIR)
    text = "".join(_BLANK if letter.blank else letter.text for letter in letters)
    seams = {seam for seam in range(1, len(text)) if _BLANK in text[seam - 1 : seam + 1] and _is_seam(text, seam)}
    cut = max((chance for chance in {*_chances(text), *seams} if chance <= fits), default=0)
    if not cut and fresh:
        cut = max(1, fits)
    return merged(letters[:cut]), (*merged(letters[cut:]), *_behind(word, len(letters)))


def _fitting(word: Word, left: float) -> tuple[list[Piece], int]:
    """The letters of a word that fit and a few more, which tell whether a line may end there; how many fit."""
    letters: list[Piece] = []
    fits = 0
    for letter in _letters(word):
        letters.append(letter)
        left -= letter.width
        fits += left >= 0
        if len(letters) > fits + _BEYOND:
            break
    return letters, fits


def _behind(word: Word, count: int) -> Iterator[Piece]:
    """What of a word follows so many letters."""
    for piece in word:
        length = 1 if piece.blank else len(piece.text)
        if count <= 0:
            yield piece
        elif count < length:
            text = piece.text[count:]
            yield piece._replace(text=text, width=widths(piece.face)[text] * piece.size)
        count -= length


def _is_seam(text: str, seam: int) -> bool:
    """Whether a line may end between a blank and what stands beside it."""
    return "\u00a0" not in text[seam - 1 : seam + 1]


def _letters(word: Word) -> Iterator[Piece]:
    """Each letter of a word as a piece; a blank is never cut."""
    for piece in word:
        if piece.blank:
            yield piece
        else:
            for letter in piece.text:
                yield piece._replace(text=letter, width=widths(piece.face)[letter] * piece.size)
