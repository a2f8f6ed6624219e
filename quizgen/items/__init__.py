"""What a curator can ask: one file an item type. To add one, write it and list it in `ALL`.

A type is a module with a docstring (its manual, with an example that the tests build in every format), `NAME` as it
stands behind `type:`, and `Fields`: the pydantic model of what a curator writes; its `reading` gives the answer shape.
"""

from __future__ import annotations

from types import ModuleType
from typing import Protocol

from quizgen.items import (
    choice,
    cloze,
    essay,
    match,
    numeric,
    order,
    select,
    short,
    sort,
    term,
    true_false,
)
from quizgen.items.fields import ItemFields


class ItemType(Protocol):
    """What a module of this package offers."""

    @property
    def NAME(self) -> str:  # noqa: N802 - the constant of a module
        """What stands behind `type:`."""

    @property
    def Fields(self) -> type[ItemFields]:  # noqa: N802 - the class of a module
        """What a curator writes."""


ALL: tuple[ItemType, ...] = (
    choice,
    select,
    true_false,
    short,
    term,
    numeric,
    cloze,
    match,
    sort,
    order,
    essay,
)
BY_NAME: dict[str, ItemType] = {item_type.NAME: item_type for item_type in ALL}


def manual(item_type: ItemType | ModuleType) -> str:
    """The manual of a type: its module's docstring."""
    return (item_type.__doc__ or "").strip()
