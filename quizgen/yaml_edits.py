"""Edits to a curator's YAML that leave every other byte of it as it is: comments, layout, and how each text is quoted.

A value is written anew in the style it stands in: plain, quoted, literal (`|`) or folded (`>`), its lines broken where
they were. Nothing is taken on trust: what the text says after an edit is read again and compared with what was meant.
"""

from __future__ import annotations

import bisect
import difflib
import functools
import re
import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen import marked_yaml
from quizgen.documents import Data, Document, Mark, Step
from quizgen.findings import Edit, Location, Reorder, Rewrite


@dataclass(frozen=True, slots=True)
class Splice:
    """A part of a text, from one code point to another, and what is to stand in its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A value of a document: its path, what it says, its mark, and whether it stands inside brackets or braces."""

    steps: tuple[Step, ...]
    value: Data
    mark: Mark
    parent: Mark | None
    flow: bool


@dataclass(frozen=True, slots=True)
class Places:
    """The values of a document by where they stand (of two that begin at one place, the inner one) and by path."""

    at: Mapping[Location, Place]
    of: Mapping[tuple[Step, ...], Place]


class CannotEditError(Exception):
    """An edit that cannot be made without a change to something else; says why."""


def places(document: Document, text: str) -> Places:
    """Every value of a document."""
    found: dict[Location, Place] = {}
    pending = [Place((), document.data, document.mark, None, False)]
    while pending:
        place = pending.pop()
        found[_location(document, place.mark)] = place
        flow = place.flow or text[place.mark.start : place.mark.start + 1] in ("[", "{")
        for step, mark in place.mark.children.items():
            pending.append(Place((*place.steps, step), place.value[step], mark, place.mark, flow))
    return Places(found, {place.steps: place for place in found.values()})


def _location(document: Document, mark: Mark) -> Location:
    return Location(document.path, mark.line + 1 + document.first_line, mark.column + 1)


def ends(text: str, path: str, asked: Collection[Location]) -> dict[Location, Location]:
    """For those of these places at which a text stands, where it ends; none where that cannot be read.

    Only the items in which they stand are read.
    """
    found: dict[Location, Location] = {}
    lines = text.split("\n")
    starts = _starts_of_parts(lines)
    in_parts: dict[int, list[Location]] = {}
    for where in asked:
        in_parts.setdefault(bisect.bisect_right(starts, where.line - 1) - 1, []).append(where)
    for number, inside in in_parts.items():
        first, until = starts[number], (*starts, len(lines))[number + 1]
        part = "\n".join(lines[first:until]) + "\n" * (until < len(lines))
        found |= dict(_ends(part, path, first, inside))
    return found


def _starts_of_parts(lines: list[str]) -> list[int]:
    """The lines, from 0, at which begin what is above a bank's items, each of these, and what is below them."""
    items = list(marked_yaml.item_starts(lines))
    after = items[-1] + 1 if items else len(lines)
    below = next((line for line in range(after, len(lines)) if lines[line][:1] not in ("", " ", "#")), None)
    return [0, *items, *(() if below is None else (below,))]


def _ends(part: str, path: str, first_line: int, asked: Collection[Location]) -> Iterator[tuple[Location, Location]]:
    """Where texts end in a part of a file that begins behind so many lines."""
    document, _ = marked_yaml.read(part, path, first_line)
    if document is None:
        return
    known = places(document, part).at
    for where in asked:
        place = known.get(where)
        if place is not None and isinstance(place.value, str) and place.value:
            end = location_of(part, path, place.mark.end)
            yield where, Location(path, end.line + first_line, end.column)


def location_of(text: str, path: str, offset: int) -> Location:
    """The place of a code point of a file."""
    starts = _line_starts(text)
    line = bisect.bisect_right(starts, offset)
    return Location(path, line, offset - starts[line - 1] + 1)


@functools.lru_cache(maxsize=4)
def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


def splices(edit: Edit, text: str, known: Places) -> tuple[Splice, ...]:
    """What an edit changes in a text; raise CannotEditError where that cannot be said."""
    if isinstance(edit, Rewrite):
        return (_rewritten(edit, text, known),)
    return _reordered(edit, text, known)


def spliced(text: str, changes: Sequence[Splice]) -> str:
    """The text with some parts replaced, none of which overlaps another."""
    pieces, done = [], 0
    for change in sorted(changes, key=lambda change: change.start):
        pieces += [text[done : change.start], change.text]
        done = change.end
    return "".join([*pieces, text[done:]])


def meant(data: Data, edits: Sequence[Edit], known: Places) -> Data:
    """The data of a document as it will be when all the edits are made."""
    values = {}
    for edit in edits:
        if isinstance(edit, Rewrite):
            place = known.at[edit.where]
            values[place.steps] = _meant_value(place.value, edit.text)
        else:
            entries = _entries(edit, known)
            slots = sorted(entry.steps for entry in entries)
            values |= {slot: entry.value for slot, entry in zip(slots, entries, strict=True)}
    return _with(data, values, ())


def _with(data: Data, values: Mapping[tuple[Step, ...], Data], at: tuple[Step, ...]) -> Data:
    if at in values:
        return values[at]
    if isinstance(data, dict):
        return {key: _with(value, values, (*at, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [_with(value, values, (*at, index)) for index, value in enumerate(data)]
    return data


def _meant_value(old: str, new: str) -> str:
    """The new value with the blank line ends of the old, which `|` and `>` have and no reader sees."""
    return f"{new.strip()}{old[len(old.rstrip()) :]}"


def _rewritten(edit: Rewrite, text: str, known: Places) -> Splice:
    place = known.at.get(edit.where)
    if place is None or not isinstance(place.value, str) or not place.value.strip():
        raise CannotEditError("there is no text at this place")
    value = _meant_value(place.value, edit.text)
    source = text[place.mark.start : place.mark.end].rstrip()
    if not value.strip() or source[:1] in ("&", "!"):
        raise CannotEditError("this text cannot be replaced unseen")
    column = place.parent.column if place.parent is not None else 0
    for candidate in _candidates(source, place.value, value):
        if _reads_as(candidate, value, column, place.flow):
            return Splice(place.mark.start, place.mark.start + len(source), candidate)
    raise CannotEditError("this text cannot be written into YAML unseen")


def _reads_as(source: str, value: str, column: int, flow: bool) -> bool:
    """Whether YAML takes the source for that value, in a place as deep and as bracketed as its own."""
    probe = f"{' ' * column}key: " + (f"[{source}]" if flow else source)
    blank_ends = value[len(value.rstrip()) :]
    document, findings = marked_yaml.read(probe + blank_ends, "")
    if document is None or findings or not isinstance(document.data, dict):
        return False
    return bool(document.data.get("key") == ([value] if flow else value))


def _candidates(source: str, old: str, new: str) -> Iterator[str]:
    """Ways to write the new value, the likest to the old one first."""
    if source[0] in ("|", ">"):
        yield from _block(source, old, new)
    elif "\n" in source:
        quote = source[0] if source[0] in ("'", '"') else ""
        inner = source[len(quote) : len(source) - len(quote)]
        yield f"{quote}{_in_lines(inner, quoted(old, quote), quoted(new, quote))}{quote}"
    else:
        quote = source[0] if source[0] in ("'", '"') else ""
        yield f"{quote}{quoted(new, quote)}{quote}"
    for quote in ('"', "'") if "'" in new or '"' not in new else ("'", '"'):
        yield f"{quote}{quoted(new, quote)}{quote}"


def quoted(value: str, quote: str) -> str:
    """The value as it stands between quotation marks of a kind; as it is where there are none."""
    if quote == "'":
        return value.replace("'", "''")
    if quote == '"':
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return escaped.replace("\u0085", "\\N").replace("\u2028", "\\L").replace("\u2029", "\\P")
    return value


_INDENT = re.compile(r"\n( *)(?=\S)")


def _block(source: str, old: str, new: str) -> Iterator[str]:
    """The new value in a literal or folded block with the header and the indentation of the old one."""
    header, _, body = source.partition("\n")
    indent = min(_INDENT.findall(f"\n{body}"), key=len, default="")
    if header[0] == ">":
        yield f"{header}\n{indent}{_in_lines(body.strip(), old.rstrip(), new.rstrip())}"
    lines = (f"{indent}{line}" if line else "" for line in new.rstrip().split("\n"))
    yield header.replace(">", "|", 1) + "\n" + "\n".join(lines)


_NARROW, _WIDE = 40, 100
"""Lines are broken anew where one would be longer than this and than the longest, and never narrower than that."""

_GAP = re.compile(r"[ \n]+")


def _in_lines(source: str, old: str, new: str) -> str:
    """The new value broken into lines where the old one was; both as one line, `source` the old one as it stands."""
    gaps = _GAP.findall(source)
    before, after = _GAP.split(old), _GAP.split(new)
    indent = next((gap[gap.rfind("\n") + 1 :] for gap in gaps if "\n" in gap), "")
    widest = max(len(line) for line in source.split("\n"))
    if len(gaps) == len(before) - 1:  # else it is written with escapes
        carried = _carried(gaps, before, after)
        text = after[0] + "".join(gap + word for gap, word in zip(carried, after[1:], strict=True))
        if max(len(line) for line in text.split("\n")) <= max(widest, _WIDE):
            return text
    width = max(widest, _NARROW)
    return textwrap.fill(new, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _carried(gaps: list[str], before: list[str], after: list[str]) -> list[str]:
    """The gap before each new word but the first: that of the old word in whose place it stands, else a space."""
    if len(before) == len(after):
        return gaps
    carried = [" "] * len(after)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for change, start, end, place, _ in matcher.get_opcodes():
        if change == "equal":
            carried[place : place + end - start] = [" ", *gaps][start:end]
        elif change == "replace":
            carried[place] = [" ", *gaps][start]
    return carried[1:]


def _entries(edit: Reorder, known: Places) -> tuple[Place, ...]:
    """The entries of one list that hold the places of an edit, in the order in which they are to come."""
    paths = [known.at[where].steps for where in edit.entries if where in known.at]
    same = 0  # how many steps all the places share
    while paths and all(len(path) > same + 1 for path in paths) and len({path[: same + 1] for path in paths}) == 1:
        same += 1
    entries = [known.of.get(path[: same + 1]) for path in paths]
    found = tuple(entry for entry in entries if entry is not None and entry.steps and isinstance(entry.steps[-1], int))
    if not 1 < len({entry.steps for entry in found}) == len(found) == len(edit.entries):
        raise CannotEditError("the places are not entries of one list")
    return found


def _reordered(edit: Reorder, text: str, known: Places) -> tuple[Splice, ...]:
    entries = _entries(edit, known)
    spans = {entry.steps: _span(entry, text) for entry in entries}
    slots = sorted(spans)
    return tuple(
        Splice(*spans[slot], text[slice(*spans[entry.steps])]) for slot, entry in zip(slots, entries, strict=True)
    )


_DASH = re.compile(r" *- +")
_COMMENT = re.compile(r" *#")


def _span(entry: Place, text: str) -> tuple[int, int]:
    """Where a list entry begins and ends: between brackets its value, else its lines and the comments above."""
    if entry.flow:
        return entry.mark.start, entry.mark.end
    start = text.rfind("\n", 0, entry.mark.start) + 1
    if not _DASH.fullmatch(text[start : entry.mark.start]):
        raise CannotEditError("the entry does not begin a line of its own")
    while start and _COMMENT.match(text, above := text.rfind("\n", 0, start - 1) + 1):
        start = above
    end = text.find("\n", start + len(text[start : _content_end(entry.mark, text)].rstrip()))
    return start, end if end >= 0 else len(text)


def _content_end(mark: Mark, text: str) -> int:
    """Where the last text in a value ends; the mark of a value in lines goes on to what comes next."""
    if not mark.children or text[mark.start] in ("[", "{"):
        return mark.end
    return max(_content_end(child, text) for child in mark.children.values())
