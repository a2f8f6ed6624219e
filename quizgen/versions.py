"""What makes the files besides the course: quizgen itself, the libraries it is built on, and Python.

Where any of it is another, nothing that was built before is taken to be as it would be now.
"""

from __future__ import annotations

import functools
import hashlib
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
    for requirement in _required(name):
        needed = re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()
        if needed in seen or "extra ==" in requirement:
            continue
        seen.add(needed)
        try:
            yield f"{needed} {metadata.version(needed)}"
        except metadata.PackageNotFoundError:  # not needed on this system
            continue
        yield from _libraries(needed, seen)


def _required(name: str) -> list[str]:
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:  # run from a copy of the sources
        return []


def _code() -> bytes:
    """A digest of every file of the package: code, templates, typefaces, word lists."""
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and _COMPILED not in path.parts:
            digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.digest()
