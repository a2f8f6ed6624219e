"""What keeps a curator's YAML from being read, said so that it can be mended, at the line that is to blame.

A parser stops where a text cannot go on, which is often a line too late, and speaks of its own rules. Each of the
functions below knows one slip by what was written there and above, and says nothing of any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a parser stopped, what it says, and what it was reading that began where. Lines and columns from 0."""

    lines: list[str]
    line: int
    column: int
    problem: str
    context: str
    context_line: int
    context_column: int

    @property
    def source(self) -> str:
        """The line at which it stopped."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def before(self) -> str:
        """What stands before it in that line."""
        return self.source[: self.column]


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, where, and under which rule it is said."""

    line: int
    column: int
    rule: str
    message: str


def mistake(stop: Stop) -> Mistake:
    """The slip because of which a parser stopped."""
    found = (knows(stop) for knows in _SLIPS)
    return next((one for one in found if one is not None), None) or _unknown(stop)


_KEY = r"\w[\w-]*"
_DASHES = re.compile(r"\s*(?:- +)*")
_QUOTE_IT = "put the whole text in quotation marks, or use `|` and an indented line"
BRACES = f"YAML reads a text that begins with a brace or a bracket as its own syntax: {_QUOTE_IT}"
_UNPAIRED = "the quotation mark at the beginning has no partner at the end: add it"
_OPEN_QUOTE = r"\"(?:[^\"\\]|\\.)*$|'(?:[^']|'')*$"


def _tab(stop: Stop) -> Mistake | None:
    if "\t" in stop.source[: len(stop.source) - len(stop.source.lstrip())]:
        return Mistake(stop.line, 0, "yaml-trap", "a tab cannot indent in YAML: use spaces")
    return None


def _forbidden_sign(stop: Stop) -> Mistake | None:
    if "cannot start any token" not in stop.problem:
        return None
    return Mistake(stop.line, stop.column, "yaml-trap", f"YAML does not let a text begin with this sign: {_QUOTE_IT}")


def _quote_left_open(stop: Stop) -> Mistake | None:
    """A quotation mark without its partner takes the next one in the file for it."""
    line, column = stop.context_line, stop.context_column
    if "quoted scalar" in stop.context:
        return Mistake(line, column, "yaml-trap", _said_of(stop.lines[line][column:]) or _UNPAIRED)
    closed = re.fullmatch(rf"\s*(?:- +)*{_KEY}:\s+([\"'])", stop.before)
    if closed is None:
        return None
    for line in range(stop.line - 1, -1, -1):
        value = _value(stop.lines[line])
        if value is not None and closed[1] in value[1]:
            left_open = value[1].startswith(closed[1]) and re.match(_OPEN_QUOTE, value[1])
            return Mistake(line, value[0], "yaml-trap", _UNPAIRED) if left_open else None
    return None


def _bracket(stop: Stop) -> Mistake | None:
    """A list in brackets, or keys in braces, that is not closed or lacks a comma."""
    if stop.context not in ("while parsing a flow mapping", "while parsing a flow sequence"):
        return None
    line, column = stop.context_line, stop.context_column
    opening = stop.lines[line][column]
    closing = "]" if opening == "[" else "}"
    if stop.lines[line].startswith("{{", column):
        return Mistake(line, column, "yaml-trap", BRACES)
    if _begins_anew(stop):
        message = (
            f"the `{opening}` here is not closed: add `{closing}` at its end; or, where it is the text itself that "
            "begins so, put the whole text in quotation marks"
        )
        return Mistake(line, column, "yaml-syntax", message)
    if stop.source[stop.column] in "]}":
        message = f"`{closing}` belongs here, since it is `{opening}` that is open"
        return Mistake(stop.line, stop.column, "yaml-syntax", message)
    return _comma(stop)


def _begins_anew(stop: Stop) -> bool:
    """Whether the parser stopped at a line that belongs no more to what is in brackets, or at the end of the file."""
    if not stop.source.strip():
        return True
    if stop.line == stop.context_line or not re.fullmatch(rf"\s*(?:- *)*(?:{_KEY})?\s*", stop.before):
        return False
    opener = stop.lines[stop.context_line]
    key = re.match(rf"(?:\s*(?:- +)*)(?={_KEY}:)", opener)
    outermost = len(key.group()) if key else len(opener) - len(opener.lstrip())
    return len(stop.source) - len(stop.source.lstrip()) <= outermost


def _comma(stop: Stop) -> Mistake:
    key = re.search(rf"{_KEY}$", stop.before) if stop.source.startswith(":", stop.column) else None
    column = key.start() if key else stop.column
    word = f"{key.group()}:" if key else (re.match(r"[^\s,\]}]*", stop.source[column:]) or [""])[0]
    message = f"a comma is missing before `{word}`; if this is all one text, put it in quotation marks"
    return Mistake(stop.line, column, "yaml-syntax", message)


def _nothing_between(stop: Stop) -> Mistake | None:
    """A comma with nothing before it."""
    if stop.context != "while parsing a flow node" or not stop.source.startswith(",", stop.column):
        return None
    return Mistake(stop.line, stop.column, "yaml-syntax", "nothing stands before this comma: delete it")


def _dash(stop: Stop) -> Mistake | None:
    """A dash with no space behind it begins no entry of a list."""
    for line in (stop.line, next(_above(stop), stop.line)):
        written = re.match(rf"(\s*)-({_KEY}:)(?:\s|$)", stop.lines[line]) if line < len(stop.lines) else None
        if written:
            message = f"a space belongs behind the dash: `- {written[2]}`"
            return Mistake(line, written.end(1), "yaml-trap", message)
    return None


def _no_space(stop: Stop) -> Mistake | None:
    """A key whose colon has no space behind it is text to YAML, which stops at the next key."""
    if "simple key" in stop.context:
        line = stop.context_line
    elif "mapping values" in stop.problem and re.fullmatch(rf"\s*{_KEY}", stop.before):
        line = next(_above(stop), stop.line)
    else:
        return None
    written = re.match(rf"\s*(?:- +)*({_KEY}):(?!//)(?=[^\s:])(.*)", stop.lines[line])
    if written is None or ": " in written[2]:
        return None
    rest = written[2].strip()
    shown = rest if len(rest) <= 20 else f"{rest[:19]}…"
    message = f"a space belongs behind the colon: `{written[1]}: {shown}`"
    return Mistake(line, written.start(1), "yaml-trap", message)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A key or an entry of a list that begins in a line, at a column; `shown` is how a curator knows it."""

    line: int
    column: int
    dash: bool
    shown: str


def _begun(line: int, source: str) -> Iterator[_Begun]:
    """The entry that a line begins, and the key behind its dash."""
    dashes = _DASHES.match(source)
    at = dashes.end() if dashes else 0
    indent = len(source) - len(source.lstrip())
    rest = source[at:].rstrip()
    key = re.match(rf"{_KEY}:(?=\s|$)", rest)
    if indent < at:
        shown = key.group() if key else rest if len(rest) <= 12 else f"{rest[:12]}…"
        yield _Begun(line, indent, dash=True, shown=f"- {shown}")
    if key:
        yield _Begun(line, at, dash=False, shown=key.group())


def _above(stop: Stop) -> Iterator[int]:
    """The lines above, from the nearest, that are not blank and no comment."""
    for line in range(stop.line - 1, -1, -1):
        if stop.lines[line].strip() and not stop.lines[line].lstrip().startswith("#"):
            yield line


def _neighbours(stop: Stop) -> Iterator[_Begun]:
    """What is begun above the line and not ended by a line further out, from the nearest."""
    outermost = None
    for line in _above(stop):
        source = stop.lines[line]
        indent = len(source) - len(source.lstrip())
        if outermost is None or indent <= outermost:
            yield from _begun(line, source)
            outermost = indent


def _indentation(stop: Stop) -> Mistake | None:
    """A key or an entry that is indented unlike the others of its level."""
    own = next(_begun(stop.line, stop.source), None)
    first = re.fullmatch(rf"\s*(?:- *)*(?:{_KEY})?", stop.before)
    if own is None or not first or not re.match("mapping values|did not find", stop.problem):
        return None
    begun = list(_neighbours(stop))
    alike = [one for one in begun if one.dash is own.dash]
    if not alike:
        return None
    nearest = min(alike, key=lambda one: abs(one.column - own.column))
    if nearest.column == own.column:
        return None
    listed = not own.dash and any(one.dash and one.column == own.column for one in begun)
    message = _as_entry_or_key(own, alike) if listed else _alike(stop, own, nearest)
    return Mistake(stop.line, own.column, "yaml-syntax", message)


def _as_entry_or_key(own: _Begun, alike: list[_Begun]) -> str:
    """What to do about a key that stands where the dashes of a list do: it may lack its own, or belong to a level."""
    inner = min((one for one in alike if one.column > own.column), key=lambda one: one.column, default=None)
    outer = max((one for one in alike if one.column < own.column), key=lambda one: one.column, default=None)
    levels = (f"like `{one.shown}` in line {one.line + 1}, by {one.column}" for one in (inner, outer) if one)
    said = f"`{own.shown}` stands where the entries of a list begin: begin it with `- ` if it is one, else indent it "
    return said + ", or ".join(levels)


def _alike(stop: Stop, own: _Begun, nearest: _Begun) -> str:
    """What to do about a key or an entry that stands beside its neighbour's column."""
    spaces = "1 space" if own.column == 1 else f"{own.column} spaces"
    said = (
        f"`{own.shown}` is indented by {spaces}, its neighbour `{nearest.shown}` in line {nearest.line + 1} by "
        f"{nearest.column}: indent both alike"
    )
    above = _value(stop.lines[next(_above(stop), stop.line)])
    far = own.column - nearest.column > 1
    if far and "mapping values" in stop.problem and above is not None and above[1][0] not in "[{\"'|>":
        return f"{said}; if it is text that goes on from above, put the whole text in quotation marks"
    return said


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


def _trap(stop: Stop) -> Mistake | None:
    """A text that means something else to YAML."""
    value = _value(stop.source)
    said = _said_of(value[1]) if value else None
    return Mistake(stop.line, value[0], "yaml-trap", said) if value and said else None


def _value(source: str) -> tuple[int, str] | None:
    """Where what stands behind the dashes and the key of a line begins, and what it is."""
    begins = re.match(rf"\s*(?:- +)*(?:{_KEY}:(?:\s+|$))?(?=\S)", source)
    return (begins.end(), source[begins.end() :]) if begins else None


def _said_of(value: str) -> str | None:
    return next((cure for pattern, cure in _TRAPS if re.match(pattern, value)), None)


_SLIPS: tuple[Callable[[Stop], Mistake | None], ...] = (
    _tab,
    _forbidden_sign,
    _quote_left_open,
    _bracket,
    _nothing_between,
    _dash,
    _no_space,
    _indentation,
    _trap,
)


def _unknown(stop: Stop) -> Mistake:
    if "could not find expected ':'" in stop.problem:
        message = (
            "a key and a colon belong here: is the line indented like its neighbours, or text that goes on from above?"
        )
        return Mistake(stop.context_line, stop.context_column, "yaml-syntax", message)
    if not stop.source.strip():
        message = "YAML ends here in the middle of something: look above for a quotation mark or bracket left open"
    else:
        message = "this line does not fit what stands above it: indent it like its neighbours (two spaces a level)"
    return Mistake(stop.line, stop.column, "yaml-syntax", message)
