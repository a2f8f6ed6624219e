"""What makes the files besides the course: quizgen itself, the libraries it is built on, and Python.

Where any of it is another, nothing that was built before is taken to be as it would be now.
"""

from __future__ import annotations

import functools
import hashlib
import os
import platform
import re
import sqlite3
import zlib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

_PACKAGE = Path(__file__).parent
_COMPILED = "__pycache__"


@functools.cache
def fingerprint() -> str:
    """The same as long as quizgen, what it needs, and Python are the same; it takes a few hundredths of a second."""
    told = "\n".join((*_system(), *sorted(_libraries("quizgen"))))
    return hashlib.sha256(told.encode() + _code()).hexdigest()


def _system() -> tuple[str, ...]:
    """Python, and what it was linked with that writes bytes of outputs."""
    return (
        platform.python_implementation(),
        platform.python_version(),
        zlib.ZLIB_RUNTIME_VERSION,
        sqlite3.sqlite_version,
    )


def _libraries(name: str, seen: set[str] | None = None) -> Iterator[str]:
    """The versions of whatever a distribution needs to run, and of what these need in turn."""
    seen = set() if seen is None else seen
    for requirement in _fields(name, "Requires-Dist"):
        needed = re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()
        if needed in seen or "extra ==" in requirement:
            continue
        seen.add(needed)
        for version in _fields(needed, "Version"):  # none where it is not needed on this system
            yield f"{needed} {version}"
            yield from _libraries(needed, seen)


def _fields(name: str, field: str) -> list[str]:
    """What the metadata of a distribution say under a name; nothing where it is not installed."""
    head = _metadata(name).partition("\n\n")[0]
    return re.findall(rf"^{field}: *(.*)$", head, re.MULTILINE)


@functools.cache
def _metadata(name: str) -> str:
    """The text, rather than what is parsed of it: that takes longer than all else here."""
    try:
        distribution = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return ""
    return distribution.read_text("METADATA") or distribution.read_text("PKG-INFO") or ""


def _code() -> bytes:
    """A digest of every file of the package: code, templates, typefaces, word lists."""
    digest = hashlib.sha256()
    for folder, folders, files in os.walk(_PACKAGE):
        folders[:] = sorted(set(folders) - {_COMPILED})
        for name in sorted(files):
            path = Path(folder, name)
            content = path.read_bytes()
            digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.digest()
