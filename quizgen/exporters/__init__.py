"""The formats that a quiz can be compiled to: one module or folder each. To add one, write it and list it in `MODULES`.

An exporter knows answer shapes, never item types; it returns files as values and touches no disk. Each has:

- a docstring: what the format is for and what it cannot hold,
- `NAME`: what a user types,
- `export(quizzes, settings)`: the files, in a fixed order, the same bytes for the same input,
- `limits(quizzes)`: what of these quizzes the format cannot hold, said before anything is built.

Modules are imported when they are asked for, since each brings a heavy library along.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:  # the command line asks this module for names alone
    from quizgen.findings import Remark
    from quizgen.model import Output, Quiz, Settings


class Exporter(Protocol):
    """What an exporter module offers."""

    NAME: str

    @staticmethod
    def export(quizzes: Sequence[Quiz], settings: Settings) -> Iterable[Output]:
        """The files of these quizzes in this format."""

    @staticmethod
    def limits(quizzes: Sequence[Quiz]) -> Iterable[Remark]:
        """What of these quizzes the format cannot hold."""


MODULES = {
    "anki": "quizgen.exporters.anki",
    "pdf": "quizgen.exporters.pdf",
    "html": "quizgen.exporters.html",
}
DEFAULT = ("anki", "pdf", "html")
"""What is built where no format is named."""


def by_name(name: str) -> Exporter:
    """The exporter of that name; imports it."""
    return cast(Exporter, importlib.import_module(MODULES[name]))
