"""What the parts of a page are to a reader's own programs: a title, an item, one of its options, a text to read on.

A file in which every text is tagged so can be read aloud in the right order, and its structure moved through.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Role: TypeAlias = Literal[
    "Document", "Sect", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Span", "Table", "TR", "TH", "TD"
]
Numbering: TypeAlias = Literal["", "Decimal", "UpperAlpha"]
Scope: TypeAlias = Literal["", "Row", "Column"]


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A part of the structure and what it is part of; each is itself alone, and stands where its first text does.

    A list says how its entries are numbered; the header of a table whether it is that of its row or of its column.
    """

    role: Role
    parent: Tag | None = None
    numbering: Numbering = ""
    scope: Scope = ""


def entry(parent: Tag) -> tuple[Tag, Tag]:
    """An entry of a list: the tags of its number or letter, and of its text."""
    item = Tag("LI", parent)
    return Tag("Lbl", item), Tag("LBody", item)
