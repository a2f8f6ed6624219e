"""The pieces that lines of type are made of, every word measured once for each face."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from quizgen.exporters.pdf import fonts

HAIR = 0.001
"""What sums of the same widths may differ by, in points."""
_LONG = 40
"""Words of so many letters are not met again, and their beginnings would fill the memory."""


class Piece(NamedTuple):
    """Letters in one face and size, and how wide they are; where `blank`, a rule to write on in their place."""

    face: str
    size: float
    text: str
    width: float
    blank: bool = False


class Line(NamedTuple):
    """A line of a text: its pieces from left to right, with all spaces but one at its end.

    Where it is `broken`, it ends within a word, which goes on in the next line; else at a space or a line break.
    """

    pieces: tuple[Piece, ...]
    width: float
    broken: bool = False

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(piece.text for piece in self.pieces)


Word: TypeAlias = tuple[Piece, ...]
"""What stands between two spaces, often of one piece."""


class Widths(dict[str, float]):
    """How wide words are in a face at a size of one point, each measured once."""

    def __init__(self, face: str) -> None:
        font = fonts.font(face).face
        self._of, self._usual = font.charWidths, font.defaultWidth

    def __missing__(self, word: str) -> float:
        of, usual = self._of, self._usual
        # the space that does not break is set as a space
        width: float = sum([of.get(ord(sign) if sign != "\u00a0" else 32, usual) for sign in word]) / 1000
        if len(word) < _LONG:
            self[word] = width
        return width


@functools.cache
def widths(face: str) -> Widths:
    """How wide words are in a face at a size of one point."""
    return Widths(face)


def width_of(word: Iterable[Piece]) -> float:
    """How wide pieces are side by side."""
    return sum([piece.width for piece in word])


def merged(pieces: Iterable[Piece]) -> Word:
    """The pieces, those that stand in one face as one."""
    return tuple(
        Piece(*dress, "".join([piece.text for piece in alike]), width_of(alike), alike[0].blank)
        for dress, alike in _alike(pieces)
    )


def _alike(pieces: Iterable[Piece]) -> Iterator[tuple[tuple[str, float], list[Piece]]]:
    """The pieces by those that stand side by side in one face and size; a blank stands alone."""
    alike: list[Piece] = []
    for piece in pieces:
        last = alike[-1] if alike else piece
        if alike and (last.face != piece.face or last.size != piece.size or last.blank or piece.blank):
            yield last[:2], alike
            alike = []
        alike.append(piece)
    if alike:
        yield alike[-1][:2], alike
