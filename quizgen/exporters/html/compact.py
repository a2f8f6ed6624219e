"""Our own sources as pages carry them: without comments that fill whole lines, and without indentation."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/|//.*)[ \t]*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)
_BLANK = re.compile(r"\n{2,}")


def script(source: str) -> str:
    """A script with its line breaks, since they may end statements; no text in it may go over several lines."""
    return _lines(source)


def style(source: str) -> str:
    """A style sheet, a rule a line."""
    text = re.sub(r"(?<=[:,]) ", "", _lines(source).replace(";\n", ";"))
    return re.sub(r";? *\}", "}", re.sub(r" ?\{[ \n]?", "{", text))


def template(source: str) -> str:
    """A template without the indentation that shows how it nests; its comments never reach a page."""
    return _INDENT.sub("", source)


def _lines(source: str) -> str:
    return _BLANK.sub("\n", _INDENT.sub("", _COMMENT.sub("", source))).strip() + "\n"
