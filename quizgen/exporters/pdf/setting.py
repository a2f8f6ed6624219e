"""Setting type: a text broken into lines that fit a column, every word measured once for each face.

Lines are filled greedily and end ragged. They break at spaces, behind a hyphen or slash between letters, and at dashes;
a word that is wider than its column is broken where the column ends. All measures are in points.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from quizgen.exporters.pdf import faces
from quizgen.exporters.pdf.breaking import ENDLESS, broken, parted
from quizgen.exporters.pdf.faces import Family
from quizgen.exporters.pdf.pieces import HAIR, LONG, Line, Piece, Word, merged, width_of, widths
from quizgen.exporters.pdf.styles import Style
from quizgen.exporters.pdf.text import Run, Text

__all__ = ["BOUNDLESS", "Line", "Piece", "lines", "widest_word", "width_in_one_line", "widths"]

BOUNDLESS = 100_000.0
_MOST = 8192
"""As many words are kept in each dress, so that they do not fill the memory."""


@functools.lru_cache(maxsize=4096)
def lines(text: Text, style: Style, room: float) -> tuple[Line, ...]:
    """The lines of a text in a column `room` wide; an empty text has none."""
    if len(text) == 1 and text[0].text in ("", "\n"):
        return ()
    if len(text) == 1 and _is_plain(text[0], style.family):
        return tuple(_plain_lines(text[0], style, room))
    return tuple(_joined(words, goes_on=goes_on) for words, goes_on in _filled(_words(text, style), room))


def width_in_one_line(text: Text, style: Style) -> float:
    """How wide a text is when nothing breaks it; boundless where it breaks its lines itself."""
    if any(run.text == "\n" for run in text):
        return BOUNDLESS
    if len(text) == 1 and _is_plain(text[0], style.family):
        size, of = style.size * text[0].scale, widths(_face(text[0], style))
        words = [of[word] for word in text[0].text.split(" ") if word]
        return (sum(words) + of[" "] * (len(words) - 1)) * size if words else 0
    return max((line.width for line in lines(text, style, BOUNDLESS)), default=0)


def widest_word(text: Text, style: Style) -> float:
    """How wide a column must be so that no word of a text is broken."""
    return max((width_of(word) for word in _words(text, style) if word is not None), default=0)


def _is_plain(run: Run, family: Family) -> bool:
    """Whether one face has all of a run, as is nearly always so."""
    return not run.blank and (run.text.isascii() or family.characters.issuperset(run.text))


def _plain_lines(run: Run, style: Style, room: float) -> Iterator[Line]:
    """The lines of a run that one face has whole."""
    face, size = _face(run, style), style.size * run.scale
    of = widths(face)
    space = of[" "]
    room = room / size + HAIR
    words = [word for word in run.text.split(" ") if word]
    whole = sum([of[word] for word in words]) + space * (len(words) - 1)
    if words and whole <= room:
        yield Line((Piece(face, size, " ".join(words), whole * size),), whole * size)
        return
    line: list[str] = []
    used = -space
    for word in words:
        width = of[word]
        if used + space + width <= room:
            line.append(word)
            used += space + width
            continue
        *heads, tail = broken(word, of, room - used - space, room, fresh=not line)
        for place, head in enumerate(heads):
            if head:
                line.append(head)
                used += space + of[head]
            goes_on = bool(head and (tail or place < len(heads) - 1))
            yield Line((Piece(face, size, " ".join(line), used * size),), used * size, goes_on)
            line, used = [], -space
        if tail:
            line, used = [tail], of[tail]
    if line:
        yield Line((Piece(face, size, " ".join(line), used * size),), used * size)


def _words(text: Text, style: Style) -> Iterator[Word | None]:
    """The words of a text, which its runs may divide further; None for a line break."""
    word: Word = ()
    for run in text:
        if run.text == "\n":
            yield from (word, None) if word else (None,)
            word = ()
        elif run.blank:
            word += (Piece(_face(run, style), style.size * run.scale, run.text, run.blank, blank=True),)
        else:
            of = _known(style, run.strong, run.emphasis, run.scale)
            first, *rest = run.text.split(" ")
            word += of[first]
            for more in rest:
                if word:
                    yield word
                word = of[more]
    if word:
        yield word


def _face(run: Run, style: Style) -> str:
    return style.family.face(strong=style.strong or run.strong, emphasis=style.emphasis or run.emphasis)


class _Known(dict[str, Word]):
    """Words in the faces that have their letters, in one dress; each looked at once, since most are met again."""

    def __init__(self, style: Style, strong: bool, emphasis: bool, size: float) -> None:
        self._family, self._size = style.family, size
        self._strong, self._emphasis = style.strong or strong, style.emphasis or emphasis

    def __missing__(self, letters: str) -> Word:
        word = tuple(self._pieces(letters))
        if len(letters) < LONG and len(self) < _MOST:
            self[letters] = word
        return word

    def _pieces(self, letters: str) -> Iterator[Piece]:
        for text, family in faces.runs(letters, self._family):
            face = family.face(strong=self._strong, emphasis=self._emphasis)
            for start in range(0, len(text), ENDLESS):
                part = text[start : start + ENDLESS]
                yield Piece(face, self._size, part, widths(face)[part] * self._size)


@functools.lru_cache(maxsize=64)
def _known(style: Style, strong: bool, emphasis: bool, scale: float) -> _Known:
    return _Known(style, strong, emphasis, style.size * scale)


def _filled(words: Iterable[Word | None], room: float) -> Iterator[tuple[list[Word], bool]]:
    """The words line by line, and whether the last one goes on in the next line."""
    line: list[Word] = []
    used = 0.0
    for word in words:
        if word is None:
            yield line, False
            line, used = [], 0.0
            continue
        space = _space(line[-1][-1]).width if line else 0.0
        width = width_of(word)
        while word and used + space + width > room + HAIR:
            head, word = parted(word, room - used - space, fresh=not line)
            yield ([*line, head], bool(word)) if head else (line, False)
            line, used, space, width = [], 0.0, 0.0, width_of(word)
        if word:
            line.append(word)
            used += space + width
    if line:
        yield line, False


def _space(last: Piece) -> Piece:
    """The space behind a word, in the face that the word ends in."""
    return _known_space(last.face, last.size)


@functools.lru_cache(maxsize=256)
def _known_space(face: str, size: float) -> Piece:
    return Piece(face, size, " ", widths(face)[" "] * size)


def _joined(words: list[Word], *, goes_on: bool) -> Line:
    """The words as a line, with spaces between them."""
    pieces: list[Piece] = []
    for word in words:
        if pieces:
            pieces.append(_space(pieces[-1]))
        pieces += word
    return Line(merged(pieces), width_of(pieces), goes_on)
