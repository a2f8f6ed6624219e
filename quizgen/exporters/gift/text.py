"""Texts as GIFT holds them: with a backslash before each sign that means something there."""

from __future__ import annotations

import re

from quizgen.presenting import fragments
from quizgen.presenting.question_bank import pattern

_MEANS_SOMETHING = re.compile(r"[\\#=~{}:]")


def escaped(text: str) -> str:
    """A text on one line, each sign with a meaning behind a backslash."""
    return _MEANS_SOMETHING.sub(r"\\\g<0>", " ".join(text.split()))


def html(text: str) -> str:
    """A prose field as HTML."""
    return coded(fragments.html(text))


def coded(html: str) -> str:
    """HTML; a percent sign that could begin a weight, and a bracket that could begin a format, stand as codes."""
    if html.startswith(("%", "[")):
        html = f"&#{ord(html[0])};{html[1:]}"
    return escaped(html)


_PLAIN = "[plain]"
_WHOLE = "%100%"


def answer(text: str) -> str:
    """An accepted answer, which is plain text; its weight and format are named where it begins as those do."""
    begins = _WHOLE if text.startswith("%") else _PLAIN if text.startswith("[") else ""
    return f"{begins}{escaped(pattern(text))}"


_MISREAD = re.compile(r"->|&&0(?:10|35|58|61|92);|&&12[356];")


def is_misread(text: str) -> bool:
    """Whether plain text has something that cannot be escaped: the arrow of pairs, or a code of the importer's own."""
    return bool(_MISREAD.search(text))
