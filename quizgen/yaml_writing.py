"""YAML as a curator would write it: plain where YAML lets it be, quoted where it must be, long texts folded.

Nothing is taken on trust: each text is read again as it will stand, and what reads as anything else is written another
way.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizgen import marked_yaml
from quizgen.documents import Data
from quizgen.yaml_edits import quoted

WIDTH = 120
"""The longest line, in code points; longer texts are folded."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A value that is no prose, such as a number or a switch: it stands as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Commented:
    """A value of a list with comments above it, each on a line of its own."""

    comments: tuple[str, ...]
    value: Value


Value: TypeAlias = str | Bare | Commented | Mapping[str, "Value"] | Sequence["Value"]
"""Text, or a mapping or list of values; a tuple of short words stands in brackets."""


def written(data: Mapping[str, Value]) -> str:
    """A document that reads as these data."""
    text = "\n".join(_mapping(data, 0)) + "\n"
    document, findings = marked_yaml.read(text, "")
    assert document is not None, text
    assert (document.data, findings) == (plain(data), ()), "what is written reads as what was meant"
    return text


def plain(value: Value) -> Data:
    """The data as they are read: without comments, every scalar as text."""
    if isinstance(value, Commented):
        return plain(value.value)
    if isinstance(value, Bare):
        return value.text
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    return value if isinstance(value, str) else [plain(part) for part in value]


def _mapping(data: Mapping[str, Value], indent: int) -> Iterator[str]:
    """The lines of a mapping."""
    for key, value in data.items():
        lead = f"{' ' * indent}{key}:"
        if isinstance(value, str | Bare | tuple):
            yield f"{lead} {_scalar(value, indent, len(lead) + 1)}"
        else:
            yield lead
            yield from _mapping(value, indent + 2) if isinstance(value, Mapping) else _list(value, indent + 2)


def _list(entries: Value, indent: int) -> Iterator[str]:
    """The lines of a list, each entry behind a hyphen, its comments above it."""
    assert isinstance(entries, list)
    for entry in entries:
        value = entry.value if isinstance(entry, Commented) else entry
        for comment in entry.comments if isinstance(entry, Commented) else ():
            yield from _comment(comment, indent)
        dash = f"{' ' * indent}- "
        if isinstance(value, Mapping):
            lines = list(_mapping(value, indent + 2))
            yield dash + lines[0].lstrip()
            yield from lines[1:]
        else:
            yield dash + _scalar(value, indent, len(dash))


def _comment(text: str, indent: int) -> list[str]:
    lead = f"{' ' * indent}# "
    return textwrap.wrap(
        " ".join(text.split()),
        WIDTH,
        initial_indent=lead,
        subsequent_indent=f"{lead}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _scalar(value: Value, indent: int, begins: int) -> str:
    """A text as it stands behind its key or hyphen, which end at a column; `indent` is that of the mapping or list."""
    if isinstance(value, Bare):
        return value.text
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    assert isinstance(value, str)
    for candidate in _candidates(value, indent, begins):
        if _reads_as(candidate, value, indent):
            return candidate
    raise AssertionError(f"no way to write {value[:60]!r}")


def _reads_as(source: str, value: str, indent: int) -> bool:
    """Whether YAML takes the source for that text, in a place as deep as its own."""
    document, findings = marked_yaml.read(f"{' ' * indent}key: {source}\n", "")
    return document is not None and not findings and document.data == {"key": value}


_NO_TEXT_ELSEWHERE = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.?\d[\d_,.:eExXoOabcdefABCDEF+\-/T ]*|[-+]?\.(?:inf|nan)",
    re.IGNORECASE,
)
"""Texts that other programs which read YAML would take for something else, such as a number or a date."""


def _candidates(value: str, indent: int, begins: int) -> Iterator[str]:
    """Ways to write a text, the most readable first."""
    inner = " " * (indent + 2)
    if "\n" in value:
        yield "|-\n" + "\n".join(f"{inner}{line}" if line else "" for line in value.split("\n"))
    elif begins + len(value) > WIDTH:
        folded = textwrap.wrap(value, WIDTH - len(inner), break_long_words=False, break_on_hyphens=False)
        yield ">-\n" + "\n".join(f"{inner}{line}" for line in folded)
    elif value and not _NO_TEXT_ELSEWHERE.fullmatch(value):
        yield value
    for quote in ('"', "'") if "'" in value or '"' not in value else ("'", '"'):
        yield f"{quote}{quoted(value, quote)}{quote}"
