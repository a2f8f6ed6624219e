"""Signs that YAML has a meaning for: quotation marks, brackets and their commas, and the colon and the dash of keys."""

from __future__ import annotations

import re

from quizgen.yaml_mistakes.stop import KEY, Mistake, Stop, above, value_of

_QUOTE_IT = "put the whole text in quotation marks, or use `|` and an indented line"
BRACES = f"YAML reads a text that begins with a brace or a bracket as its own syntax: {_QUOTE_IT}"
_UNPAIRED = "the quotation mark at the beginning has no partner at the end: add it"
_OPEN_QUOTE = r"\"(?:[^\"\\]|\\.)*$|'(?:[^']|'')*$"


def forbidden_sign(stop: Stop) -> Mistake | None:
    """A sign that nothing can begin with."""
    if "cannot start any token" not in stop.problem:
        return None
    return Mistake(stop.line, stop.column, "yaml-trap", f"YAML does not let a text begin with this sign: {_QUOTE_IT}")


def quote_left_open(stop: Stop) -> Mistake | None:
    """A quotation mark without its partner takes the next one in the file for it."""
    line, column = stop.context_line, stop.context_column
    if "quoted scalar" in stop.context:
        return Mistake(line, column, "yaml-trap", _said_of(stop.lines[line][column:]) or _UNPAIRED)
    closed = re.fullmatch(rf"\s*(?:- +)*{KEY}:\s+([\"'])", stop.before)
    if closed is None:
        return None
    for line in range(stop.line - 1, -1, -1):
        value = value_of(stop.lines[line])
        if value is not None and closed[1] in value[1]:
            left_open = value[1].startswith(closed[1]) and re.match(_OPEN_QUOTE, value[1])
            return Mistake(line, value[0], "yaml-trap", _UNPAIRED) if left_open else None
    return None


def bracket(stop: Stop) -> Mistake | None:
    """A list in brackets, or keys in braces, that is not closed or lacks a comma."""
    if stop.context not in ("while parsing a flow mapping", "while parsing a flow sequence"):
        return None
    line, column = stop.context_line, stop.context_column
    opening = stop.lines[line][column : column + 1]
    closing = "]" if opening == "[" else "}"
    if stop.lines[line].startswith("{{", column):
        return Mistake(line, column, "yaml-trap", BRACES)
    if _begins_anew(stop):
        message = (
            f"the `{opening}` here is not closed: add `{closing}` at its end; or, where it is the text itself that "
            "begins so, put the whole text in quotation marks"
        )
        return Mistake(line, column, "yaml-syntax", message)
    if stop.source.startswith(("]", "}"), stop.column):
        message = f"`{closing}` belongs here, since it is `{opening}` that is open"
        return Mistake(stop.line, stop.column, "yaml-syntax", message)
    return _comma(stop)


def _begins_anew(stop: Stop) -> bool:
    """Whether the parser stopped at a line that belongs no more to what is in brackets, or at the end of the file."""
    if not stop.source[stop.column :].strip():
        return True
    if stop.line == stop.context_line or not re.fullmatch(rf"\s*(?:- *)*(?:{KEY})?\s*", stop.before):
        return False
    opener = stop.lines[stop.context_line]
    key = re.match(rf"(?:\s*(?:- +)*)(?={KEY}:)", opener)
    outermost = len(key.group()) if key else len(opener) - len(opener.lstrip())
    return len(stop.source) - len(stop.source.lstrip()) <= outermost


def _comma(stop: Stop) -> Mistake:
    key = re.search(rf"{KEY}$", stop.before) if stop.source.startswith(":", stop.column) else None
    column = key.start() if key else stop.column
    word = f"{key.group()}:" if key else (re.match(r"[^\s,\]}]*", stop.source[column:]) or [""])[0]
    message = f"a comma is missing before `{word}`; if this is all one text, put it in quotation marks"
    return Mistake(stop.line, column, "yaml-syntax", message)


def nothing_between(stop: Stop) -> Mistake | None:
    """A comma with nothing before it."""
    if stop.context != "while parsing a flow node" or not stop.source.startswith(",", stop.column):
        return None
    return Mistake(stop.line, stop.column, "yaml-syntax", "nothing stands before this comma: delete it")


def dash(stop: Stop) -> Mistake | None:
    """A dash with no space behind it begins no entry of a list."""
    for line in (stop.line, next(above(stop), stop.line)):
        written = re.match(rf"(\s*)-({KEY}:)(?:\s|$)", stop.lines[line]) if line < len(stop.lines) else None
        if written:
            message = f"a space belongs behind the dash: `- {written[2]}`"
            return Mistake(line, written.end(1), "yaml-trap", message)
    return None


def no_space(stop: Stop) -> Mistake | None:
    """A key whose colon has no space behind it is text to YAML, which stops at the next key."""
    if "simple key" in stop.context:
        line = stop.context_line
    elif "mapping values" in stop.problem and re.fullmatch(rf"\s*{KEY}", stop.before):
        line = next((line for line in above(stop) if re.match(rf"\s*(?:- +)*{KEY}:", stop.lines[line])), stop.line)
    else:
        return None
    written = re.match(rf"\s*(?:- +)*({KEY}):(?!//)(?=[^\s:])(.*)", stop.lines[line])
    if written is None or ": " in written[2]:
        return None
    rest = written[2].strip()
    shown = rest if len(rest) <= 20 else f"{rest[:19]}…"
    message = f"a space belongs behind the colon: `{written[1]}: {shown}`"
    return Mistake(line, written.start(1), "yaml-trap", message)


_TRAPS = (
    # what the value of a line looks like, and what YAML makes of it
    (r"[{\[]", BRACES),
    (_OPEN_QUOTE, _UNPAIRED),
    (
        r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*[^\s#]",
        f"YAML ends the text at its second quotation mark: {_QUOTE_IT}",
    ),
    (r"\*", f"YAML takes a text that begins with `*` for an alias: {_QUOTE_IT}"),
    (r"[&!]", f"YAML takes a text that begins with `&` or `!` for its own syntax: {_QUOTE_IT}"),
    (r"[|>]\S*\s+\S", "behind `|` or `>` the text begins on the next line, indented"),
    (r".*:(\s|$)", f"YAML takes the colon and space for the end of a key: {_QUOTE_IT}"),
)


def trap(stop: Stop) -> Mistake | None:
    """A text that means something else to YAML."""
    value = value_of(stop.source)
    said = _said_of(value[1]) if value else None
    return Mistake(stop.line, value[0], "yaml-trap", said) if value and said else None


def _said_of(value: str) -> str | None:
    return next((cure for pattern, cure in _TRAPS if re.match(pattern, value)), None)
