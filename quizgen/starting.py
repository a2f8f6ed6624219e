"""The files of a new course: a sample brief, a bank with an item of every type, settings."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from quizgen.validation import as_slug

if TYPE_CHECKING:  # it has moved between Python's versions
    from importlib.abc import Traversable

KEEP_OUTPUT = "*\n!.gitignore\n"
"""Keeps the output folder in version control and what is built out of it."""


def course(name: str) -> dict[str, bytes]:
    """The files of a course in a folder of that name, by their paths; the folder's name becomes the course's id."""
    starter = resources.files("quizgen") / "starter"
    files = dict(_files(starter, ""))
    slug = as_slug(name)
    if slug:
        settings = files["questions/course.yaml"].decode()
        files["questions/course.yaml"] = settings.replace("id: my-course", f"id: {slug}", 1).encode()
    files["output/.gitignore"] = KEEP_OUTPUT.encode()
    return files


def _files(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _files(entry, f"{path}{entry.name}/")
        else:
            found.append((f"{path}{entry.name}", entry.read_bytes()))
    return found
