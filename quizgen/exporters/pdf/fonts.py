"""The faces that paper is set in, and curators' text as paragraphs that switch to the face that has the sign.

Importing this module makes the faces known to reportlab. Text is set without shaping: a ligature that is drawn as one
glyph could not be searched for, copied or read aloud.
"""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Iterator
from html import escape
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from quizgen import markup

BODY, ITALIC, BOLD, BOLD_ITALIC = "QuizgenSerif", "QuizgenSerif-Italic", "QuizgenSerif-Bold", "QuizgenSerif-BoldItalic"
SIGNS = "QuizgenSigns"

_FOLDER = Path(__file__).parent / "fonts"
_FILES = {
    BODY: "quizgen-serif-regular.ttf",
    ITALIC: "quizgen-serif-italic.ttf",
    BOLD: "quizgen-serif-bold.ttf",
    BOLD_ITALIC: "quizgen-serif-bold-italic.ttf",
    SIGNS: "DejaVuSans.ttf",
}


def _register() -> dict[str, frozenset[int]]:
    """Make the faces known to reportlab; the code points that each one has a glyph for."""
    covered = {}
    for name, file in _FILES.items():
        font = TTFont(name, str(_FOLDER / file))
        pdfmetrics.registerFont(font)
        covered[name] = frozenset(font.face.charToGlyph)
    pdfmetrics.registerFontFamily(BODY, BODY, BOLD, ITALIC, BOLD_ITALIC)
    pdfmetrics.registerFontFamily(SIGNS, SIGNS, SIGNS, SIGNS, SIGNS)
    return covered


COVERED = _register()
"""The code points that each face has a glyph for."""

_IN_BODY = COVERED[BODY] & COVERED[ITALIC] & COVERED[BOLD] & COVERED[BOLD_ITALIC]
_IN_SIGNS = COVERED[SIGNS]
_MISSING = "\ufffd"
"""Stands where no face has the character, so that it is missed on paper too."""


def unprintable(text: str) -> tuple[str, ...]:
    """The characters of a text that paper cannot hold, each once: no face has them, or they run from right to left."""
    # nearly always, and much quicker than to look at each place; every face has the printable signs of ASCII
    if (text.isascii() and text.isprintable()) or _plain().issuperset(text):
        return ()
    return tuple(dict.fromkeys(character for character in _settable(text) if not _can_set(character)))


@functools.cache
def _plain() -> frozenset[str]:
    """The characters that are set as they are, whatever stands beside them."""
    return frozenset(
        character
        for character in map(chr, _IN_BODY)
        if _settable(character) == character and not unicodedata.combining(character) and _can_set(character)
    )


def prose(text: str) -> str:
    """A curator's prose for a reportlab paragraph: escaped, its emphasis kept, each sign in a face that has it."""
    return "".join(_tagged(span) for span in markup.spans(text))


def literal(text: str) -> str:
    """A text without emphasis, such as an accepted answer, for a reportlab paragraph."""
    return "".join(_faced(run, in_body) for run, in_body in _runs(_settable(text)))


def _tagged(span: markup.Span) -> str:
    if span.text == "\n":
        return "<br/>"
    text = literal(span.text)
    text = f"<i>{text}</i>" if span.emphasis else text
    return f"<b>{text}</b>" if span.strong else text


def _settable(text: str) -> str:
    """The text as it is set: composed, since accents are not shaped, and without what is there to steer, not to see."""
    return "".join(_seen(character) for character in unicodedata.normalize("NFC", text))


def _seen(character: str) -> str:
    if character.isspace() and character not in "\u00a0\u202f":
        return " "
    return "" if unicodedata.category(character) in ("Cc", "Cf") else character


def _can_set(character: str) -> bool:
    return not runs_leftward(character) and _drawn(character) == character


def runs_leftward(character: str) -> bool:
    """Whether a character is of a script that runs from right to left, which needs shaping to be set."""
    return unicodedata.bidirectional(character) in ("R", "AL")


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """The text in runs that one face can set, each with whether that is the body's."""
    for in_body, run in itertools.groupby(map(_drawn, text), lambda character: ord(character) in _IN_BODY):
        yield "".join(run), in_body


def _drawn(character: str) -> str:
    return character if ord(character) in _IN_BODY or ord(character) in _IN_SIGNS else _MISSING


def _faced(run: str, in_body: bool) -> str:
    escaped = escape(run, quote=False)
    return escaped if in_body else f'<font name="{SIGNS}">{escaped}</font>'
