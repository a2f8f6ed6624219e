"""XML as values: elements with their attributes, texts and children, and the bytes of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias
from xml.etree.ElementTree import Element, tostring

Content: TypeAlias = "Element | str | Iterable[Element]"

_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document can hold, however they are written."""


def element(tag: str, attributes: Mapping[str, str] | None = None, /, *content: Content) -> Element:
    """An element with its attributes and, in order, its texts and children."""
    made = Element(tag, {name: held(value) for name, value in (attributes or {}).items()})
    for part in content:
        if isinstance(part, str):
            _say(made, held(part))
        elif isinstance(part, Element):
            made.append(part)
        else:
            made.extend(part)
    return made


def _say(parent: Element, text: str) -> None:
    """Add a text behind what an element holds already."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def held(text: str) -> str:
    """The text as XML can hold it."""
    return _IMPOSSIBLE.sub("\ufffd", text)


def document(root: Element) -> bytes:
    """A document in UTF-8 with this element as its root."""
    text: str = tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
