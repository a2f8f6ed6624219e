"""The files of a course: each read once, its text kept, and every finding that comes up collected."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from quizgen import banks, blueprints, corpus
from quizgen.blueprints import Blueprint
from quizgen.findings import Finding, Location, Remark, stamp
from quizgen.memory import Memory
from quizgen.model import Bank, Brief
from quizgen.text.decoding import MOST_BYTES, decode
from quizgen.validation import SLUG_ADVICE, is_slug

SETTINGS = "questions/course.yaml"

RESERVED = ("index", "course")
"""Names of files about the course as a whole, which no bank or quiz can have."""

# Windows keeps these names for devices, whatever comes behind the dot.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def is_free_name(id: str) -> bool:
    """Whether a file may have this name: it is an id, and kept for nothing else."""
    return is_slug(id) and id not in RESERVED and not _DEVICES.fullmatch(id)


Read = TypeVar("Read")

Readings: TypeAlias = Memory[Any, Any]
"""What has been read of files, by their texts."""


class Files:
    """The files of a course, their texts, and the findings that come up while they are read.

    What `memory` has of a text that is the same as before is not read again.
    """

    def __init__(self, root: Path, memory: Readings | None = None) -> None:
        self.root = root
        self.memory = Readings() if memory is None else memory
        self.findings: list[Finding] = []
        self.sources: dict[str, str] = {}

    def named(self, folder: str, endings: tuple[str, ...]) -> list[tuple[str, str]]:
        """The path and id of each file in a folder with one of these endings, by name."""
        found = []
        try:
            entries = sorted((self.root / folder).iterdir(), key=lambda entry: entry.name)
        except OSError as error:
            self.complain(folder, f"the folder cannot be read: {error.strerror}", "missing-file")
            return []
        for entry in entries:
            if entry.name.endswith(endings) and entry.name != "README.md" and not entry.name.startswith("."):
                path = f"{folder}/{entry.name}"
                if self.well_named(entry, path, endings[0]):
                    found.append((path, entry.stem))
        return found

    def well_named(self, entry: Path, path: str, ending: str) -> bool:
        """Whether the name of a file can be an id; complain where it cannot."""
        if entry.suffix != ending:
            self.complain(path, f"the ending must be `{ending}`: rename the file", "file-name")
        elif entry.stem in RESERVED and path != SETTINGS:
            self.complain(path, f"`{entry.stem}` is kept for files about the whole course: rename it", "file-name")
        elif path != SETTINGS and not is_free_name(entry.stem):
            self.complain(path, f"the name of the file is an id: {SLUG_ADVICE}", "file-name")
        else:
            return True
        return False

    def brief(self, path: str, id: str) -> Brief | None:
        """The brief in a file."""
        return self._read(path, corpus.read_brief, id, path)

    def bank(self, path: str, id: str, language: str) -> Bank | None:
        """The bank in a file, of a course in this language."""
        return self._read(path, banks.read_bank, id, path, language)

    def blueprint(self, path: str, id: str) -> Blueprint | None:
        """The blueprint in a file."""
        return self._read(path, blueprints.read_blueprint, id, path)

    def _read(self, path: str, read: Callable[..., tuple[Read | None, tuple[Finding, ...]]], *also: str) -> Read | None:
        """What `read` makes of a file's text, and of what is told it also."""
        text = self.text(path)
        if text is None:
            return None
        value: Read | None
        value, findings = self.memory.of((read, text, *also), lambda: read(text, *also))
        self.findings.extend(findings)
        return value

    def text(self, path: str) -> str | None:
        """The text of a file; None, with a finding, where it cannot be read."""
        file = self.root / path
        try:
            if not Path(os.path.realpath(file, strict=True)).is_relative_to(self.root.resolve()):
                self.complain(
                    path, "this is a link that leads out of the course: put the file itself here", "unreadable-file"
                )
                return None
            if not file.is_file():  # a pipe would be waited for, and some devices never end
                self.complain(path, "this is no file that holds a text: delete it, or put one here", "unreadable-file")
                return None
            with file.open("rb") as stream:
                data = stream.read(MOST_BYTES + 1)
        except OSError as error:
            self.complain(path, f"the file cannot be read: {error.strerror}", "unreadable-file")
            return None
        text, findings = decode(data, path)
        self.findings.extend(findings)
        if text is not None:
            self.sources[path] = text
        return text

    def complain(self, path: str, message: str, rule: str) -> None:
        """Keep a finding about a whole file."""
        self.findings.append(stamp(Remark(Location(path), message), rule))
