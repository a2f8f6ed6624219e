"""Our own sources as pages carry them: without comments, indentation, and spaces that mean nothing."""

from __future__ import annotations

import re

import rcssmin
import rjsmin

_INDENT = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)


def script(source: str) -> str:
    """A script; line breaks that may end a statement stay."""
    return str(rjsmin.jsmin(source)) + "\n"


def style(source: str) -> str:
    """A style sheet."""
    return str(rcssmin.cssmin(source)) + "\n"


def template(source: str) -> str:
    """A template without the indentation that shows how it nests; its comments never reach a page."""
    return _INDENT.sub("", source)
