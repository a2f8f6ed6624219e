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
from quizgen.exporters.pdf.pieces import HAIR, Line, Piece, Word, merged, width_of, widths
from quizgen.exporters.pdf.styles import Style
from quizgen.exporters.pdf.text import Run, Text

__all__ = ["BOUNDLESS", "Line", "Piece", "lines", "widest_word", "width_in_one_line", "widths"]

BOUNDLESS = 100_000.0


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
    return not run.blank and (run.text.isascii() or faces.own(family).issuperset(run.text))


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
    word: list[Piece] = []
    for run in text:
        if run.text == "\n":
            yield from (tuple(word), None) if word else (None,)
            word = []
        elif run.blank:
            word.append(Piece(_face(run, style), style.size * run.scale, run.text, run.blank, blank=True))
        else:
            dress = (style.family, style.strong or run.strong, style.emphasis or run.emphasis, style.size * run.scale)
            first, *rest = run.text.split(" ")
            word += _pieces(first, *dress)
            for more in rest:
                if word:
                    yield tuple(word)
                word = [*_pieces(more, *dress)]
    if word:
        yield tuple(word)


def _face(run: Run, style: Style) -> str:
    return style.family.face(strong=style.strong or run.strong, emphasis=style.emphasis or run.emphasis)


@functools.lru_cache(maxsize=32_768)  # the words of a course come back: on its papers, in its keys, from item to item
def _pieces(letters: str, family: Family, strong: bool, emphasis: bool, size: float) -> tuple[Piece, ...]:
    """Letters in the faces that have them."""
    return tuple(
        Piece(face, size, part, widths(face)[part] * size)
        for text, able in faces.runs(letters, family)
        for face in (able.face(strong=strong, emphasis=emphasis),)
        for part in (text[start : start + ENDLESS] for start in range(0, len(text), ENDLESS))
    )


def _filled(words: Iterable[Word | None], room: float) -> Iterator[tuple[list[Word], bool]]:
    """The words line by line, and whether the last one goes on in the next line."""
    line: list[Word] = []
    used = 0.0
    for word in words:
        if word is None:
            yield line, False
            line, used = [], 0.0
            continue
        space = _space(line[-1]).width if line else 0.0
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


def _space(word: Word) -> Piece:
    """The space behind a word, in the face that the word ends in."""
    last = word[-1]
    return _space_in(last.face, last.size)


@functools.cache
def _space_in(face: str, size: float) -> Piece:
    return Piece(face, size, " ", widths(face)[" "] * size)


def _joined(words: list[Word], *, goes_on: bool) -> Line:
    """The words as a line, with spaces between them."""
    pieces: list[Piece] = []
    for index, word in enumerate(words):
        pieces += (_space(words[index - 1]), *word) if index else word
    return Line(merged(pieces), width_of(pieces), goes_on)
