"""The formats that a quiz can be compiled to: one module or folder each. To add one, write it and list it in `ALL`.

An exporter knows answer shapes, never item types; it returns files as values and touches no disk. Each has:

- a docstring: what the format is for and what it cannot hold,
- `NAME`: what a user types, and the name of the module,
- `jobs(quizzes, settings)`: the files that are due, in a fixed order: each a `Job`, a call that makes it from what it
  is given and nothing else, so that it can be made in another process, or not at all where it stands from before,
- `export = made_by(jobs)`: these files, made here in turn,
- `limits(quizzes)`: what of these quizzes the format cannot hold, said before anything is built; what it holds
  in another way is a note, worded alike for all the items it is said of.

A format that has no place for some answer shapes also has `left_out(quizzes)`: the items that it leaves out for that
reason, which a build counts at its end; a finding for each would say nothing that a curator could mend.

Modules are imported when something is asked of them, since each brings a heavy library along.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:  # the command line asks this module for names alone
    from quizgen.findings import Remark
    from quizgen.jobs import Job
    from quizgen.model import Output, Question, Quiz, Settings


class Exporter(Protocol):
    """What an exporter module offers."""

    @property
    def NAME(self) -> str:  # noqa: N802 - the constant of a module
        """What a user types."""

    def jobs(self, quizzes: Sequence[Quiz], settings: Settings) -> Iterable[Job]:
        """The files of these quizzes in this format that are due."""

    def export(self, quizzes: Sequence[Quiz], settings: Settings) -> Iterable[Output]:
        """The files of these quizzes in this format."""

    def limits(self, quizzes: Sequence[Quiz]) -> Iterable[Remark]:
        """What of these quizzes the format cannot hold."""


@dataclass(frozen=True)
class Listed:
    """An exporter by its name alone, until something is asked of it; `about` says what it is good for, in one line."""

    NAME: str
    about: str = ""
    for_study: bool = False
    """Whether all that it makes is for students, so that it has nothing of an exam."""

    @property
    def module(self) -> Exporter:
        """The module itself; imports it."""
        return cast(Exporter, importlib.import_module(f"{__name__}.{self.NAME}"))

    def jobs(self, quizzes: Sequence[Quiz], settings: Settings) -> Iterable[Job]:
        """The files of these quizzes in this format that are due."""
        return self.module.jobs(quizzes, settings)

    def export(self, quizzes: Sequence[Quiz], settings: Settings) -> Iterable[Output]:
        """The files of these quizzes in this format."""
        return self.module.export(quizzes, settings)

    def limits(self, quizzes: Sequence[Quiz]) -> Iterable[Remark]:
        """What of these quizzes the format cannot hold."""
        return self.module.limits(quizzes)

    def left_out(self, quizzes: Sequence[Quiz]) -> Sequence[Question]:
        """The items that the format has no place for; most formats hold every answer shape."""
        told = getattr(self.module, "left_out", None)
        return cast("Sequence[Question]", told(quizzes)) if told else ()


ALL: tuple[Listed, ...] = (
    Listed("anki", "Decks for Anki, to import and to update.", for_study=True),
    Listed("pdf", "Quizzes for paper, each form with its key."),
    Listed("html", "Self-tests, for any browser, offline.", for_study=True),
    Listed("canvas", "Packages to import into Canvas as quizzes."),
    Listed("qti", "Packages in QTI 2.1, for Blackboard, ILIAS, OpenOlat and others."),
    Listed("moodle", "Moodle XML, for the question bank of a course."),
    Listed("gift", "Text that Moodle and many other course sites import."),
    Listed("cards", "Cards to print on both sides and cut, of terms and short answers.", for_study=True),
    Listed("docx", "Papers and keys to edit in Word, LibreOffice or Google Docs."),
    Listed("csv", "Tables of items, for review or for programs of your own."),
    Listed("xlsx", "Sheets of items for Excel, for review by a committee."),
    Listed("flashcards", "Text of two columns, for Quizlet, Brainscape, Mochi and others.", for_study=True),
    Listed("kahoot", "Spreadsheets that Kahoot imports, of choices that fit there."),
)
BY_NAME: dict[str, Listed] = {exporter.NAME: exporter for exporter in ALL}
DEFAULT = ("anki", "pdf", "html")
"""What is built where no format is named."""

ANSWER_SHEET = Listed("pdf.answer_sheet")
"""The part of `pdf` that is made on request alone; it has limits of its own."""
LIMITED: dict[str, Listed] = {**BY_NAME, ANSWER_SHEET.NAME: ANSWER_SHEET}
"""Whatever has limits."""
