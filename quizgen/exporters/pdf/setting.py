"""Setting type: a text broken into lines that fit a column, every word measured once for each face.

Lines are filled greedily and end ragged. They break at spaces, behind a hyphen or slash between letters, and at dashes;
a word that is wider than its column is broken where the column ends. All measures are in points.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from quizgen.exporters.pdf import faces, fonts
from quizgen.exporters.pdf.faces import Family
from quizgen.exporters.pdf.styles import Style
from quizgen.exporters.pdf.text import Run, Text

BOUNDLESS = 100_000.0
_HAIR = 0.001
"""What sums of the same widths may differ by."""
_LONG = 40
"""Words of so many letters are not met again, and their beginnings would fill the memory."""
_BEYOND = 3
_ENDLESS = 200
"""A word of more letters fits in no column; it is looked at piecemeal, or one of very many would take very long."""


class Piece(NamedTuple):
    """Letters in one face and size, and how wide they are; where `blank`, a rule to write on in their place."""

    face: str
    size: float
    text: str
    width: float
    blank: bool = False


class Line(NamedTuple):
    """A line of a text: its pieces from left to right, with all spaces but one at its end."""

    pieces: tuple[Piece, ...]
    width: float

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(piece.text for piece in self.pieces)


Word: TypeAlias = tuple[Piece, ...]
"""What stands between two spaces, often of one piece."""


class _Widths(dict[str, float]):
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
def widths(face: str) -> _Widths:
    """How wide words are in a face at a size of one point."""
    return _Widths(face)


@functools.cache
def _own(family: Family) -> frozenset[str]:
    """The characters that a family has."""
    return frozenset(map(chr, family.points))


@functools.lru_cache(maxsize=4096)
def lines(text: Text, style: Style, room: float) -> tuple[Line, ...]:
    """The lines of a text in a column `room` wide; an empty text has none."""
    if len(text) == 1 and text[0].text in ("", "\n"):
        return ()
    if len(text) == 1 and _is_plain(text[0], style.family):
        return tuple(_plain_lines(text[0], style, room))
    return tuple(_joined(words) for words in _filled(_words(text, style), room))


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
    return max((_width(word) for word in _words(text, style) if word is not None), default=0)


def _is_plain(run: Run, family: Family) -> bool:
    """Whether one face has all of a run, as is nearly always so."""
    return not run.blank and (run.text.isascii() or _own(family).issuperset(run.text))


def _plain_lines(run: Run, style: Style, room: float) -> Iterator[Line]:
    """The lines of a run that one face has whole."""
    face, size = _face(run, style), style.size * run.scale
    of = widths(face)
    space = of[" "]
    room = room / size + _HAIR
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
        for ending, head in _broken(word, of, room - used - space, room, fresh=not line):
            if head:
                line.append(head)
                used += space + of[head]
            if ending:
                yield Line((Piece(face, size, " ".join(line), used * size),), used * size)
                line, used = [], -space
    if line:
        yield Line((Piece(face, size, " ".join(line), used * size),), used * size)


def _broken(word: str, of: _Widths, left: float, room: float, *, fresh: bool) -> Iterator[tuple[bool, str]]:
    """The parts of a word that does not fit in what is `left` of a line, each with whether its line ends there."""
    while len(word) > _ENDLESS or of[word] > left:
        cut = _cut(word[:_ENDLESS], of, left, room, fresh=fresh)
        yield True, word[:cut]
        word, left, fresh = word[cut:], room, True
        if not word:
            return
    yield False, word


def _cut(word: str, of: _Widths, left: float, room: float, *, fresh: bool) -> int:
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


def _words(text: Text, style: Style) -> Iterator[Word | None]:
    """The words of a text, which its runs may divide further; None for a line break."""
    word: list[Piece] = []
    for run in text:
        if run.text == "\n":
            yield from (tuple(word), None) if word else (None,)
            word = []
        elif run.blank:
            word.append(Piece(_face(run, style), style.size * run.scale, run.text, run.blank, blank=True))
        else:
            first, *rest = run.text.split(" ")
            word += _pieces(first, run, style)
            for more in rest:
                if word:
                    yield tuple(word)
                word = list(_pieces(more, run, style))
    if word:
        yield tuple(word)


def _face(run: Run, style: Style) -> str:
    return style.family.face(strong=style.strong or run.strong, emphasis=style.emphasis or run.emphasis)


def _pieces(letters: str, run: Run, style: Style) -> Iterator[Piece]:
    """Letters in the faces that have them."""
    size = style.size * run.scale
    for text, family in faces.runs(letters, style.family):
        face = family.face(strong=style.strong or run.strong, emphasis=style.emphasis or run.emphasis)
        for start in range(0, len(text), _ENDLESS):
            part = text[start : start + _ENDLESS]
            yield Piece(face, size, part, widths(face)[part] * size)


def _width(word: Iterable[Piece]) -> float:
    return sum(piece.width for piece in word)


def _filled(words: Iterable[Word | None], room: float) -> Iterator[list[Word]]:
    """The words line by line."""
    line: list[Word] = []
    used = 0.0
    for word in words:
        if word is None:
            yield line
            line, used = [], 0.0
            continue
        space = _space(line[-1]).width if line else 0.0
        while word and used + space + _width(word) > room + _HAIR:
            head, word = _parted(word, room - used - space, fresh=not line)
            yield [*line, head] if head else line
            line, used, space = [], 0.0, 0.0
        if word:
            line.append(word)
            used += space + _width(word)
    if line:
        yield line


_BLANK = "\ufffc"
"""Stands for a blank where chances to break are sought: a line may end before it or behind it."""


def _parted(word: Word, left: float, *, fresh: bool) -> tuple[Word, Word]:
    """A word as much as goes in what is left of a line, and the rest of it; the first is empty where nothing goes."""
    letters, fits = _fitting(word, left + _HAIR)
    text = "".join(_BLANK if letter.blank else letter.text for letter in letters)
    seams = {seam for seam in range(1, len(text)) if _BLANK in text[seam - 1 : seam + 1] and _is_seam(text, seam)}
    cut = max((chance for chance in {*_chances(text), *seams} if chance <= fits), default=0)
    if not cut and fresh:
        cut = max(1, fits)
    return _merged(letters[:cut]), (*_merged(letters[cut:]), *_behind(word, len(letters)))


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


def _space(word: Word) -> Piece:
    """The space behind a word, in the face that the word ends in."""
    last = word[-1]
    return Piece(last.face, last.size, " ", widths(last.face)[" "] * last.size)


def _joined(words: list[Word]) -> Line:
    """The words as a line, with spaces between them."""
    pieces: list[Piece] = []
    for index, word in enumerate(words):
        pieces += (_space(words[index - 1]), *word) if index else word
    return Line(_merged(pieces), _width(pieces))


def _merged(pieces: Iterable[Piece]) -> Word:
    """The pieces, those that stand in one face as one."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        if last and (last.face, last.size, last.blank) == (piece.face, piece.size, False) and not piece.blank:
            made[-1] = last._replace(text=last.text + piece.text, width=last.width + piece.width)
        else:
            made.append(piece)
    return tuple(made)
