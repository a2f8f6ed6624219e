"""YAML to plain data that knows its lines: mappings, lists and text, each with the place where it stands.

Every scalar is text, so that `no` stays `no` and `1e3` what was typed. Aliases and tags have no meaning here. Built
from PyYAML's events (the C parser where there is one), so that no value recurses or expands. Syntax that YAML cannot
read costs the item that it stands in, not the rest of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml

from quizgen import yaml_mistakes
from quizgen.documents import Data, Document, Mark, Start, Step
from quizgen.findings import Finding, Location, Remark, short, stamp
from quizgen.yaml_mistakes import Stop

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 24
_MOST_RECOVERIES = 100
_MOST_VALUES = 200_000
"""As many texts, lists and mappings a file may hold: a bank of as many items as one may have holds 150,000."""


class _TooLargeError(Exception):
    """A text holds more values than are read; it has none that could be left out to read the others."""

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column


class _UnreadableError(Exception):
    """A place from which YAML cannot be read on."""

    def __init__(self, line: int, column: int, rule: str, message: str) -> None:
        self.line, self.column, self.rule, self.message = line, column, rule, message


def read(text: str, path: str, first_line: int = 0) -> tuple[Document | None, tuple[Finding, ...]]:
    """The document in a text, with all that is wrong with its YAML; None where nothing of it can be read."""
    findings: list[Finding] = []
    for _ in range(_MOST_RECOVERIES):
        reader = _Reader(text, path, first_line)
        try:
            document = reader.document()
        except _TooLargeError as error:
            where = Location(path, error.line + 1 + first_line, error.column + 1)
            message = f"the file holds more than {_MOST_VALUES:,} values, and no more is read: part it into several"
            return None, (*findings, stamp(Remark(where, message), "unreadable-file"))
        except _UnreadableError as error:
            where = Location(path, error.line + 1 + first_line, error.column + 1)
            findings.append(stamp(Remark(where, error.message), error.rule))
            lines = text.split("\n")
            if not _blank_item(lines, error.line):
                return None, tuple(findings)
            text = "\n".join(lines)
        else:
            return replace(document, lost=len(findings)), (*findings, *reader.findings)
    return None, tuple(findings)


def _blank_item(lines: list[str], line: int) -> bool:
    """Overwrite with spaces the item that a line belongs to, so that the others can be read; False if there is none."""
    starts = list(item_starts(lines))
    before = [start for start in starts if start <= line and lines[start].strip()]
    if not before:
        return False
    end = next((start for start in starts if start > before[-1]), len(lines))
    for index in range(before[-1], end):
        lines[index] = " " * len(lines[index])
    return True


def item_starts(lines: list[str]) -> Iterator[int]:
    """The lines at which an item of the list `items:` begins."""
    top = next((index for index, line in enumerate(lines) if re.match(r"items:\s*(#.*)?$", line)), None)
    if top is None:
        return
    indents = (re.match(r" *(?=- )", line) for line in lines[top + 1 :])
    indent = next((match.group() for match in indents if match), None)
    if indent is not None:
        yield from (i for i in range(top + 1, len(lines)) if lines[i].startswith(f"{indent}- "))


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; `key` is that of a mapping whose value comes next."""

    value: Data
    mark: Mark
    awaits_key: bool
    key: str | None = None


class _Reader:
    """One pass over the events of a text."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text, self.path, self.first_line = text, path, first_line
        self.findings: list[Finding] = []
        self.stack: list[_Open] = []
        self.root: tuple[Data, Mark] | None = None
        self.values = 0

    def document(self) -> Document:
        takes: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.mapping,
            yaml.SequenceStartEvent: self.sequence,
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.begin,
        }
        try:
            for event in iter(_LOADER(self.text).get_event, None):
                take = takes.get(type(event))
                if take is not None:
                    take(event)
        except yaml.MarkedYAMLError as error:
            raise _explained(error, self.text) from error
        data, mark = self.root or ("", Mark(0, 0, 0, 0, {}, {}))
        return Document(self.path, data, mark, self.first_line)

    def begin(self, event: yaml.DocumentStartEvent) -> None:
        if self.root is not None:
            self.complain(event, "yaml-syntax", "a second document begins here: one file holds one; delete the `---`")

    def mapping(self, event: yaml.MappingStartEvent) -> None:
        self.open(event, {}, awaits_key=True)

    def sequence(self, event: yaml.SequenceStartEvent) -> None:
        self.open(event, [], awaits_key=False)

    def open(self, event: yaml.CollectionStartEvent, value: Data, *, awaits_key: bool) -> None:
        if len(self.stack) >= _DEEPEST:
            start = _start(event)
            raise _UnreadableError(start.line, start.column, "yaml-syntax", f"this is nested more than {_DEEPEST} deep")
        if self.stack and self.stack[-1].awaits_key:
            start = _start(event)
            raise _UnreadableError(start.line, start.column, "yaml-trap", yaml_mistakes.BRACES)
        if event.tag is not None:
            self.tagged(event)
        mark = _mark(event, {}, {})
        self.place(value, mark)
        self.stack.append(_Open(value, mark, awaits_key))

    def close(self, event: yaml.CollectionEndEvent) -> None:
        self.stack.pop().mark.end = _end(event)

    def alias(self, event: yaml.AliasEvent) -> None:
        self.complain(
            event,
            "yaml-syntax",
            f"the alias `*{short(str(event.anchor))}` is not read here: write the text out, or quote it",
        )
        self.text_here("", event)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        if event.tag is not None:
            self.tagged(event)
        if not event.style:
            end = _end(event)
            if self.text[end : end + 1] not in _NO_COMMENT:
                self.swallowed(event)
        self.text_here(event.value, event)

    def text_here(self, value: str, event: yaml.Event) -> None:
        """Take a text for a key where one is due, else for a value."""
        if self.stack and self.stack[-1].awaits_key:
            self.key(self.stack[-1], value, _start(event))
        else:
            self.place(value, _mark(event))

    def place(self, value: Data, mark: Mark) -> None:
        """Put a value where the reading stands: at the root, behind the open key, or next in the open list."""
        self.count(mark)
        if mark.start >= len(self.text):  # nothing, behind which the parser saw a line that the file does not have
            mark.line, mark.column = _end_of(self.text)
        if not self.stack:
            self.root = self.root or (value, mark)
            return
        top = self.stack[-1]
        if top.key is None:
            top.mark.children[len(top.value)] = mark
            top.value.append(value)
            return
        if top.key not in top.value:
            top.value[top.key] = value
            top.mark.children[top.key] = mark
        top.key, top.awaits_key = None, True

    def count(self, mark: Mark) -> None:
        """Stop where a file holds more than anyone writes, before it takes long."""
        self.values += 1
        if self.values > _MOST_VALUES:
            raise _TooLargeError(mark.line, mark.column)

    def key(self, top: _Open, key: str, start: Start) -> None:
        if key in top.mark.keys:
            first = top.mark.keys[key].line + 1 + self.first_line
            where = Location(self.path, start.line + 1 + self.first_line, start.column + 1)
            message = f"`{short(key)}` is here already, in line {first}: keep one of the two"
            self.findings.append(stamp(Remark(where, message), "repeated-key"))
        else:
            top.mark.keys[key] = start
        top.key, top.awaits_key = key, False

    def tagged(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self.complain(
            event, "yaml-syntax", f"the tag `{short(str(event.tag))}` has no meaning here: delete it, or quote the text"
        )

    def swallowed(self, event: yaml.ScalarEvent) -> None:
        """Complain of a text whose end YAML takes for a comment."""
        end = _end(event)
        line_end = self.text.find("\n", end)
        rest = self.text[end : line_end if line_end >= 0 else len(self.text)]
        if re.match(r"\s*#", rest) and (not event.value or " " in event.value):
            self.complain(
                event,
                "yaml-trap",
                f"YAML takes `{rest.strip()[:40]}` for a comment and drops it: put the whole text in quotation marks, "
                "or the comment on a line of its own",
            )

    def complain(self, event: yaml.Event, rule: str, message: str) -> None:
        mark = _start(event)
        where = Location(self.path, mark.line + 1 + self.first_line, mark.column + 1)
        self.findings.append(stamp(Remark(where, message), rule))


_NO_COMMENT = ("\n", "", ":")
"""What may stand just behind a plain text without any doubt that YAML has read all of its line."""

_NOTHING: dict[Any, Any] = {}
"""What is in a scalar; one for all, since most values are scalars."""


def _mark(event: yaml.Event, children: dict[Step, Mark] = _NOTHING, keys: dict[str, Start] = _NOTHING) -> Mark:
    start, end = event.start_mark, event.end_mark
    assert start is not None, "the parser gives every event its place"
    assert end is not None, "the parser gives every event its place"
    return Mark(start.line, start.column, start.index, end.index, children, keys)


def _start(event: yaml.Event) -> Any:
    assert event.start_mark is not None, "the parser gives every event its place"
    return event.start_mark


def _end(event: yaml.Event) -> int:
    assert event.end_mark is not None, "the parser gives every event its place"
    return event.end_mark.index


def _explained(error: yaml.MarkedYAMLError, text: str) -> _UnreadableError:
    """A syntax error in words that a curator can act on, at the line that is to blame."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    context = error.context_mark
    begun = (context.line, context.column) if context is not None else (line, column)
    lines = text.split("\n")
    lines += [""] * (max(line, begun[0]) - len(lines) + 1)  # the parser counts rarer signs as ends of lines too
    stop = Stop(lines, line, column, str(error.problem), error.context or "", *begun)
    found = yaml_mistakes.mistake(stop)
    last = _end_of(text)
    # the parser may end on a line that the file does not have
    line, column = last if found.line > last[0] else (found.line, found.column)
    return _UnreadableError(line, column, found.rule, found.message)


def _end_of(text: str) -> tuple[int, int]:
    """The line and column, from 0, at which a text ends."""
    return text.count("\n"), len(text) - (text.rfind("\n") + 1)
