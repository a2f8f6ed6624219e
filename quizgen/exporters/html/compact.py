"""Our own sources as pages carry them: without comments, indentation, and spaces that mean nothing.

They are sources of a certain style: a comment fills whole lines, a quotient and a sum have spaces around their sign, no
statement begins with a bracket, no text goes over several lines.
"""

from __future__ import annotations

import re

_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/|//.*)[ \t]*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)

_TEXT = r'"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`'
PATTERN = r"(?:(?<=[(!\[])|(?<=[(,=:?&|>] ))/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[\n])+/[a-z]*"
_LAST_SEMICOLON = r"(?<!\));\s*(?=\})"
_SIGN = r" [-+] (?![-+])|\s*(?:[,?:=<>*.]|&&|\|\|)+\s*|[ ]*[({\[;]\s*|\s*[)}\]][ ]*|\n+"
_SCRIPT = re.compile(f"(?P<kept>{_TEXT}|{PATTERN})|\\((?P<lone>\\w+)\\) => |{_LAST_SEMICOLON}|(?P<sign>{_SIGN})")


def script(source: str) -> str:
    """A script, its brackets around a lone parameter left out too; line breaks that may end a statement stay."""
    return _SCRIPT.sub(_shortest, _INDENT.sub("", _COMMENT.sub("", source))).strip() + "\n"


def _shortest(match: re.Match[str]) -> str:
    if match["kept"] is not None:
        return match["kept"]
    if match["lone"] is not None:
        return match["lone"] + "=>"
    sign = match["sign"] or ""
    ends_line = sign.strip(" \n")[-1:] in (")", "}", "]", "")
    return re.sub(r"\s", "", sign) + ("\n" if ends_line and sign.rstrip(" ").endswith("\n") else "")


def style(source: str) -> str:
    """A style sheet, a rule a line."""
    text = _INDENT.sub("", _COMMENT.sub("", source)).replace(";\n", ";")
    text = re.sub(r'("[^"]*")|(?<=[:,]) | (?=[>+] )|(?<= [>+]) ', r"\1", re.sub(r"\n{2,}", "\n", text))
    return re.sub(r"[;\n]* *\}", "}", re.sub(r" ?\{[ \n]*", "{", text)).strip() + "\n"


def template(source: str) -> str:
    """A template without the indentation that shows how it nests; its comments never reach a page."""
    return _INDENT.sub("", source)
