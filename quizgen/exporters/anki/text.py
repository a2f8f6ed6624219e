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


def entry(html: str, kind: str = "", after: str = "") -> str:
    """One entry of a list, with what belongs to it below."""
    named = f' class="{kind}"' if kind else ""
    return f'<li{named} dir="auto">{html}{after}</li>'


def ordered(entries: Iterable[str], kind: str, *, lettered: bool = False, shuffled: bool = False) -> str:
    """A list with numbers, or with letters; one that is `shuffled` the script puts in another order each day."""
    marks = (' type="A"' if lettered else "") + (" data-shuffle" if shuffled else "")
    return f'<ol class="{kind}"{marks}>{"".join(entries)}</ol>'


def unordered(entries: Iterable[str], kind: str) -> str:
    """A list without numbers."""
    return f'<ul class="{kind}">{"".join(entries)}</ul>'


def folded(label: str, html: str, kind: str) -> str:
    """A part of a card that opens when its label is tapped; AnkiMobile leaves taps to what is `tappable`."""
    return f'<details class="{kind}"><summary class="tappable">{escape(label)}</summary>{html}</details>'


def sign(mark: str, label: str) -> str:
    """A mark that is read out as what it means."""
    return f'<span class="sign" role="img" aria-label="{escape(label)}">{mark}</span> '


def ascii_tag(tag: str) -> str:
    """A tag as every client and search takes it: without accents and spaces; empty where no letter is left."""
    bare = unicodedata.normalize("NFKD", tag).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w:]+", "-", bare, flags=re.ASCII).strip("-:")
