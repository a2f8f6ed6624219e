"""Indentation that does not fit the lines above: tabs, keys and dashes beside their level, text that has no key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.yaml_mistakes.stop import KEY, Mistake, Stop, above, value_of

_DASHES = re.compile(r"\s*(?:- +)*")


def tab(stop: Stop) -> Mistake | None:
    """A tab before the first sign of a line."""
    if "\t" in stop.source[: len(stop.source) - len(stop.source.lstrip())]:
        return Mistake(stop.line, 0, "yaml-trap", "a tab cannot indent in YAML: use spaces")
    return None


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
    key = re.match(rf"{KEY}:(?=\s|$)", rest)
    if indent < at:
        shown = key.group() if key else rest if len(rest) <= 12 else f"{rest[:12]}…"
        yield _Begun(line, indent, dash=True, shown=f"- {shown}")
    if key:
        yield _Begun(line, at, dash=False, shown=key.group())


def _neighbours(stop: Stop) -> Iterator[_Begun]:
    """What is begun above the line and not ended by a line further out, from the nearest."""
    outermost = None
    for line in above(stop):
        source = stop.lines[line]
        indent = len(source) - len(source.lstrip())
        if outermost is None or indent <= outermost:
            yield from _begun(line, source)
            outermost = indent


def indentation(stop: Stop) -> Mistake | None:
    """A key or an entry that is indented unlike the others of its level."""
    own = next(_begun(stop.line, stop.source), None)
    first = re.fullmatch(rf"\s*(?:- *)*(?:{KEY})?", stop.before)
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
    text = value_of(stop.lines[next(above(stop), stop.line)])
    far = own.column - nearest.column > 1
    if far and "mapping values" in stop.problem and text is not None and text[1][0] not in "[{\"'|>":
        return f"{said}; if it is text that goes on from above, put the whole text in quotation marks"
    return said


def text_beside(stop: Stop) -> Mistake | None:
    """A line of text that has no key and is not indented like the text that it may belong to."""
    line = stop.context_line if "simple key" in stop.context else stop.line
    source = stop.lines[line] if line < len(stop.lines) else ""
    indent = len(source) - len(source.lstrip())
    if not source.strip() or (line == stop.line and stop.column != indent) or any(_begun(line, source)):
        return None
    begun = (one for number in above(stop, line) for one in _begun(number, stop.lines[number]))
    key = next((one for one in begun if not one.dash and one.column <= indent), None)
    if key is None:
        return None
    message = (
        f"this line has no key: if it goes on from `{key.shown}` in line {key.line + 1}, indent it like the rest of "
        "that text, else begin it with a key and a colon"
    )
    return Mistake(line, indent, "yaml-syntax", message)
