"""The families of typefaces that paper is set in, and which characters each has: what prints, and in which of them.

Known without reportlab, from a table beside the faces, since every `quizgen check` asks what can be printed.
"""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"
_TABLE = FOLDER / "coverage.txt"
_MISSING = "\ufffd"
"""Stands where no face has the character, so that it is missed on paper too."""


@dataclass(frozen=True, slots=True)
class Family:
    """A typeface in its styles, by the names of its faces; `key` names it in the table of what each family has."""

    key: str
    regular: str
    italic: str
    bold: str
    bold_italic: str

    def face(self, *, strong: bool = False, emphasis: bool = False) -> str:
        """The name of the face for a run of text."""
        if strong:
            return self.bold_italic if emphasis else self.bold
        return self.italic if emphasis else self.regular

    @property
    def files(self) -> Mapping[str, Path]:
        """The file of each face, by the face's name."""
        styles = {self.regular: "regular", self.italic: "italic", self.bold: "bold", self.bold_italic: "bold-italic"}
        return {face: FOLDER / f"quizgen-{self.key}-{style}.ttf" for face, style in styles.items()}

    @property
    def points(self) -> frozenset[int]:
        """The code points that all its faces have a glyph for."""
        return _covered()[self.key]

    @property
    def characters(self) -> frozenset[str]:
        """The characters that all its faces have a glyph for."""
        return _characters(self.key)


def _family(key: str, name: str) -> Family:
    return Family(key, name, f"{name}-Italic", f"{name}-Bold", f"{name}-BoldItalic")


@dataclass(frozen=True, slots=True)
class _OneFace(Family):
    """A family of one face, which stands for all its styles."""

    @property
    def files(self) -> Mapping[str, Path]:
        return {self.regular: FOLDER / "DejaVuSans.ttf"}


SERIF = _family("serif", "QuizgenSerif")
"""For what is read: stems, options, reasons."""
SANS = _family("sans", "QuizgenSans")
"""For what is found at a glance: titles, headings, numbers, labels."""
LEGIBLE = _family("legible", "QuizgenLegible")
"""For the readable variant: no letter of it looks like another."""
SIGNS = _OneFace("signs", *["QuizgenSigns"] * 4)
"""For the characters that the others lack."""
FAMILIES = (SERIF, SANS, LEGIBLE, SIGNS)


@functools.cache
def _covered() -> Mapping[str, frozenset[int]]:
    """The code points of each family by its key, as the table has them."""
    lines = (line.split() for line in _TABLE.read_text(encoding="ascii").splitlines())
    return {key: frozenset(itertools.chain.from_iterable(map(_range, ranges))) for key, *ranges in lines}


@functools.cache
def _characters(key: str) -> frozenset[str]:
    return frozenset(map(chr, _covered()[key]))


def _range(said: str) -> range:
    """The code points from `20-7E`, both included, or from `A0` alone."""
    first, _, last = said.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


@functools.cache
def _printed() -> frozenset[int]:
    """The code points that paper can hold, whichever family it is set in: each falls back on the last two."""
    return SIGNS.points | SERIF.points


def unprintable(text: str) -> tuple[str, ...]:
    """The characters of a text that paper cannot hold, each once: no face has them, or they run from right to left."""
    # nearly always, and much quicker than to look at each place; every face has the printable signs of ASCII
    if (text.isascii() and text.isprintable()) or _plain().issuperset(text):
        return ()
    return tuple(dict.fromkeys(character for character in settable(text) if not _can_set(character)))


@functools.cache
def _plain() -> frozenset[str]:
    """The characters that are set as they are, whatever stands beside them."""
    return frozenset(
        character
        for character in map(chr, SERIF.points)
        if settable(character) == character and not unicodedata.combining(character) and _can_set(character)
    )


def settable(text: str) -> str:
    """The text as it is set: composed, since accents are not shaped, and without what is there to steer, not to see."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):  # as nearly all texts are
        return text
    return "".join(_seen(character) for character in unicodedata.normalize("NFC", text))


def _seen(character: str) -> str:
    if character.isspace() and character not in "\u00a0\u202f":
        return " "
    return "" if unicodedata.category(character) in ("Cc", "Cf") else character


def _can_set(character: str) -> bool:
    return not runs_leftward(character) and ord(character) in _printed()


def runs_leftward(character: str) -> bool:
    """Whether a character is of a script that runs from right to left, which needs shaping to be set."""
    return unicodedata.bidirectional(character) in ("R", "AL")


def runs(text: str, family: Family = SERIF) -> Iterator[tuple[str, Family]]:
    """The text as it is set, in runs that one family can set: the one asked for wherever it has the characters."""
    text = settable(text)
    if text and family.characters.issuperset(text):  # as of nearly all words
        yield text, family
        return
    shown = (character if ord(character) in _printed() else _MISSING for character in text)
    for able, run in itertools.groupby(shown, functools.partial(_able, family)):
        yield "".join(run), able


def _able(family: Family, character: str) -> Family:
    """The family that sets a character."""
    return next(able for able in (family, SIGNS, SERIF) if ord(character) in able.points)
