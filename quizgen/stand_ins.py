"""Data with stand-ins for what a curator wrote wrong or left out, so that the rest can still be read and looked at.

What stands for what is for each reader to say; here data and the places of its values are made anew together, so that
whatever is left keeps its own line when something before it is taken out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.documents import Data, Document, Mark, Step

Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Put:
    """Write this there, whether or not something stands there."""

    value: Data


@dataclass(frozen=True, slots=True)
class Rename:
    """Let the value stand under this key, unless one stands there already."""

    key: str


@dataclass(frozen=True, slots=True)
class Drop:
    """Take it out."""


Change = Put | Rename | Drop


def changed(document: Document, changes: Mapping[Path, Change]) -> Document:
    """The document with what stands at these paths changed."""
    data, mark = _changed(document.data, document.mark, changes, ())
    return Document(document.path, data, mark, document.first_line)


def _changed(data: Data, mark: Mark, changes: Mapping[Path, Change], path: Path) -> tuple[Data, Mark]:
    if isinstance(data, dict):
        return _mapping(data, mark, changes, path)
    if isinstance(data, list):
        return _list(data, mark, changes, path)
    return data, mark


def _mapping(data: dict[str, Data], mark: Mark, changes: Mapping[Path, Change], path: Path) -> tuple[Data, Mark]:
    values: dict[str, Data] = {}
    marks: dict[Step, Mark] = {}
    for key, value in data.items():
        change = changes.get((*path, key))
        if isinstance(change, Drop | Put):
            continue
        name = change.key if isinstance(change, Rename) else key
        if isinstance(change, Rename) and (name in data or name in values):
            continue
        values[name], marks[name] = _changed(value, _child(mark, key), changes, (*path, key))
    for place, change in changes.items():
        if isinstance(change, Put) and place[:-1] == path:
            values[str(place[-1])] = change.value
            if place[-1] in mark.children:
                marks[place[-1]] = mark.children[place[-1]]
    return values, Mark(mark.line, mark.column, mark.start, mark.end, marks, mark.keys)


def _list(data: list[Data], mark: Mark, changes: Mapping[Path, Change], path: Path) -> tuple[Data, Mark]:
    kept = []
    for index, value in enumerate(data):
        change = changes.get((*path, index))
        if isinstance(change, Put):
            kept.append((change.value, _child(mark, index)))
        elif change is None:
            kept.append(_changed(value, _child(mark, index), changes, (*path, index)))
    marks: dict[Step, Mark] = {index: one for index, (_, one) in enumerate(kept)}
    return [value for value, _ in kept], Mark(mark.line, mark.column, mark.start, mark.end, marks, mark.keys)


def _child(mark: Mark, step: Step) -> Mark:
    """The mark of a value within; what an earlier change put there has the place of what is around it."""
    return mark.children.get(step) or Mark(mark.line, mark.column, mark.start, mark.end, {}, {})
