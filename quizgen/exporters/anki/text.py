"""What curators write, as text that Anki shows and never acts on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import escape

from quizgen import markup

# Braces make blanks, brackets play sounds and typeset, backslashes open formulas, control characters part fields.
_INERT = {ord(mark): f"&#{ord(mark)};" for mark in "{}[]\\"} | {code: " " for code in range(32) if chr(code) != "\n"}
_ACTIVE = re.compile(r"[{}\[\]\\\x00-\x09\x0b-\x1f]")


def prose(text: str) -> str:
    """A prose field as HTML, with its emphasis."""
    return _inert(markup.html(text))


def literal(text: str) -> str:
    """A text without emphasis as HTML: ids, quotes, accepted answers."""
    return _inert(escape(text))


def _inert(html: str) -> str:
    # nearly no text has any of them, and to look is far quicker than to replace
    return html.translate(_INERT) if _ACTIVE.search(html) else html


def in_blank(text: str) -> str:
    """An answer or a hint inside a cloze, where a colon could end it."""
    return literal(text).replace(":", "&#58;")


def paragraph(html: str, kind: str) -> str:
    """A paragraph of curators' words, in the direction they are written in."""
    return f'<p class="{kind}" dir="auto">{html}</p>'


def heading(label: str) -> str:
    """What the part of a card below it is."""
    return f"<h2>{escape(label)}</h2>"


def entry(html: str, after: str = "") -> str:
    """One entry of a list that is read, with what belongs to it below."""
    return f'<li dir="auto">{html}{after}</li>'


def row(mark: str, html: str, kind: str = "", sign: str = "") -> str:
    """One entry of a list that asks or answers: its letter or box, its text, and the sign of what it is."""
    named = f' class="{kind}"' if kind else ""
    return f'<li{named}>{mark}<span class="text">{html}</span>{sign}</li>'


def rows(entries: Iterable[str], kind: str, *, shuffled: bool = False, never: Iterable[int] = ()) -> str:
    """A list of rows, in the direction of its first text; one that is `shuffled` the script reorders each day.

    `never` is an order, as indexes of the rows, that it must not show.
    """
    barred = " ".join(map(str, never))
    marks = " data-shuffle" * shuffled + (f' data-never="{barred}"' if barred else "")
    return f'<ul class="{kind}" dir="auto"{marks}>{"".join(entries)}</ul>'


# Letters and boxes have a direction of their own, so that the texts alone decide that of their list.


def letter(name: str, *, follows: bool = False) -> str:
    """What a row is called; the script hands letters out anew when it has shuffled. One that `follows` names a row."""
    return f'<b class="letter" dir="ltr"{" data-names" * follows}>{name}</b>'


def box(filled: str = "", *, follows: bool = False) -> str:
    """The box before a text that takes a letter or a number, empty on the front; with `follows` the letter of a row."""
    kind = "box filled" if filled else "box"
    return f'<b class="{kind}" dir="ltr"{" data-names" * follows}>{filled}</b>'


def ordered(entries: Iterable[str], kind: str) -> str:
    """A list with numbers."""
    return f'<ol class="{kind}">{"".join(entries)}</ol>'


def unordered(entries: Iterable[str], kind: str) -> str:
    """A list without numbers."""
    return f'<ul class="{kind}">{"".join(entries)}</ul>'


def section(html: str, kind: str) -> str:
    """A part of the back of a card, set off from the others."""
    return f'<section class="{kind}">{html}</section>'


def folded(label: str, html: str, kind: str) -> str:
    """A part of a card that opens when its label is tapped; AnkiMobile leaves taps to what is `tappable`."""
    return f'<details class="{kind}"><summary class="tappable">{escape(label)}</summary>{html}</details>'


def sign(mark: str, label: str) -> str:
    """A mark that is read out as what it means."""
    return f'<span class="sign" role="img" aria-label="{escape(label)}">{mark}</span>'


# What typographers have and keyboards have not.
_ON_KEYS = {
    **dict.fromkeys(map(ord, "‘’‚"), "'"),
    **dict.fromkeys(map(ord, "“”„«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    **dict.fromkeys((0x00A0, 0x2009, 0x202F), " "),
    ord("…"): "...",
}


def on_keys(text: str) -> str:
    """A text as people type it, for a comparison letter by letter."""
    return text.translate(_ON_KEYS)


def ascii_tag(tag: str) -> str:
    """A tag as every client and search takes it: without accents and spaces; empty where no letter is left."""
    bare = unicodedata.normalize("NFKD", tag).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w:]+", "-", bare, flags=re.ASCII).strip("-:")
