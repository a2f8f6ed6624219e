"""XML from anywhere as a tree of nodes that know their line: nothing in it is fetched, expanded or run.

A document may name a DTD, as older packages do; it is not looked for, and an entity that a document declares for itself
is refused, since it can stand for a file of this machine or for more text than there is memory. The entities of HTML
are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from xml.parsers import expat

from quizgen.importing.values import UnreadableError

_DEEPEST = 100
_MOST = 500_000
"""As many elements are read: 5,000 questions with all their feedback have half of that."""


@dataclass(slots=True)
class Node:
    """An element: its name and attributes without their namespaces, its line, and its content in order."""

    tag: str
    attributes: dict[str, str]
    line: int
    content: list[Node | str] = field(default_factory=list)

    @property
    def children(self) -> Iterator[Node]:
        """The elements in it."""
        return (part for part in self.content if isinstance(part, Node))

    def all(self, *tags: str) -> Iterator[Node]:
        """The elements in it that have one of these names."""
        return (child for child in self.children if child.tag in tags)

    def first(self, *path: str) -> Node | None:
        """The first element down a path of names, or None."""
        node: Node | None = self
        for tag in path:
            node = next(node.all(tag), None) if node is not None else None
        return node

    def within(self, *tags: str) -> Iterator[Node]:
        """The elements of these names anywhere in it, in order."""
        for child in self.children:
            if child.tag in tags:
                yield child
            yield from child.within(*tags)

    def text(self, *path: str) -> str:
        """The text of the first element down a path, or of this one; empty where there is none."""
        node = self.first(*path)
        return "".join(node.pieces()).strip() if node is not None else ""

    def pieces(self) -> Iterator[str]:
        """Every text in it, in order."""
        for part in self.content:
            if isinstance(part, Node):
                yield from part.pieces()
            else:
                yield part

    def get(self, name: str) -> str:
        """An attribute; empty where there is none."""
        return self.attributes.get(name, "")


def read(data: bytes) -> Node:
    """The root of a document; raises UnreadableError where it is not well formed, or declares entities."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise UnreadableError(f"line {error.lineno}: this is no XML: {expat.ErrorString(error.code)}") from error
    except (ValueError, LookupError) as error:  # an encoding that is not known
        raise UnreadableError(f"this XML cannot be decoded: {error}") from error
    return reader.root


class _Reader:
    """One pass over the events of a document."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.UseForeignDTD(True)  # so that an entity of HTML is told of, and no error
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.say
        self.parser.SkippedEntityHandler = self.entity
        self.parser.EntityDeclHandler = self.declared
        self.open: list[Node] = []
        self.root = Node("", {}, 1)
        self.elements = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= _DEEPEST:
            raise UnreadableError(f"line {self.parser.CurrentLineNumber}: this is nested more than {_DEEPEST} deep")
        self.elements += 1
        if self.elements > _MOST:
            raise UnreadableError(f"line {self.line}: the file has more than {_MOST:,} elements: split it")
        node = Node(_local(tag), {_local(name): value for name, value in attributes.items()}, self.line)
        if self.open:
            self.open[-1].content.append(node)
        else:
            self.root = node
        self.open.append(node)

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber

    def end(self, tag: str) -> None:
        self.open.pop()

    def say(self, text: str) -> None:
        if self.open:
            self.open[-1].content.append(text)

    def entity(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self.say(html5.get(f"{name};", "\ufffd"))

    def declared(self, name: str, *_: object) -> None:
        raise UnreadableError(
            f"line {self.line}: the file declares an entity of its own (`{name}`), which is not read: it may stand for "
            "anything; write the text out"
        )


def _local(name: str) -> str:
    return name.rpartition("}")[2]
