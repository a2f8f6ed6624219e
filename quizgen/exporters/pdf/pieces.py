"""The pieces that lines of type are made of, every word measured once for each face."""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from quizgen.exporters.pdf import fonts

HAIR = 0.001
"""What sums of the same widths may differ by, in points."""
LONG = 40
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
        if len(word) < LONG:
            self[word] = width
        return width


@functools.cache
def widths(face: str) -> Widths:
    """How wide words are in a face at a size of one point."""
    return Widths(face)


def width_of(pieces: Sequence[Piece]) -> float:
    """How wide pieces are side by side."""
    return pieces[0].width if len(pieces) == 1 else sum([piece.width for piece in pieces])


_DRESS = operator.itemgetter(0, 1, 4)


def merged(pieces: Iterable[Piece]) -> Word:
    """The pieces, those that stand in one face as one."""
    made: list[Piece] = []
    for (face, size, blank), alike in itertools.groupby(pieces, _DRESS):
        if blank:
            made += alike
        else:
            _, _, texts, widths, _ = zip(*alike, strict=True)
            made.append(Piece(face, size, "".join(texts), sum(widths)))
    return tuple(made)
