"""Texts of GIFT: signs behind a backslash, and the format that a text may begin with."""

from __future__ import annotations

import re

_ESCAPED = {sign: chr(0xE000 + place) for place, sign in enumerate("\\~=#{}:%[]>-")}
"""A sign behind a backslash, and what stands for it while the text is parted: signs for private use."""

_LINE = "\uf8f0"
_BACK = {ord(hidden): sign for sign, hidden in _ESCAPED.items()} | {ord(_LINE): "\n"}


def hidden(text: str) -> str:
    """The text with each escaped sign hidden, so that what is left means something; of others a backslash stays."""

    def hide(found: re.Match[str]) -> str:
        sign = found[1]
        return _LINE if sign == "n" else _ESCAPED.get(sign, found[0])

    return re.sub(r"\\(.)", hide, text, flags=re.DOTALL)


def decoded(text: str) -> str:
    """The text as it is meant."""
    return text.translate(_BACK)


_FORMAT = re.compile(r"\[(moodle|html|plain|markdown)\]", re.IGNORECASE)
_FORMS = {"moodle": "auto", "html": "html", "plain": "plain", "markdown": "markdown"}


def formatted(text: str, usual: str = "auto") -> tuple[str, str]:
    """A text as it is meant, and how it is written."""
    text = text.strip()
    named = _FORMAT.match(text)
    return (decoded(text[named.end() :]).strip(), _FORMS[named[1].lower()]) if named else (decoded(text), usual)
