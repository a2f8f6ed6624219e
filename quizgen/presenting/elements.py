"""XML as values: elements with their attributes, texts and children, and the bytes of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias
from xml.etree.ElementTree import Element, indent, tostring

Content: TypeAlias = "Element | str | Iterable[Element]"

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML document can hold, however they are written."""


def element(tag: str, attributes: dict[str, str] | None = None, /, *content: Content) -> Element:
    """An element with its attributes and, in order, its texts and children."""
    made = Element(tag, attributes or {})
    for part in content:
        if isinstance(part, str):
            if len(made):
                made[-1].tail = (made[-1].tail or "") + part
            else:
                made.text = made.text + part if made.text else part
        elif isinstance(part, Element):
            made.append(part)
        else:
            made.extend(part)
    return made


def document(root: Element, *, lines: bool = False) -> bytes:
    """A document in UTF-8 with this element as its root; with `lines` each element begins a line, which indents root.

    What XML cannot hold stands as a replacement character.
    """
    if lines:
        indent(root)
    text = writable(tostring(root, "unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def writable(text: str) -> str:
    """The text with a replacement character for each that no file of text should hold."""
    return _IMPOSSIBLE.sub("\ufffd", text)
