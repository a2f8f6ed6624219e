"""Packages of course sites: zip files, of which nothing is unpacked to disk and no more is read than memory bears."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from quizgen.importing import xml
from quizgen.importing.values import Unread, UnreadableError
from quizgen.importing.xml import Node

_MOST_FILES = 5_000
_MOST_BYTES = 20_000_000
_MOST_TOGETHER = 100_000_000
"""What is unpacked at most of one file, and of all: a thousand questions with feedback take about eight million."""

_NO_QUIZ = re.compile(r"imsmanifest\.xml|assessment_meta\.xml|.*/course_settings/.*|.*\.dtd|.*\.xsd")


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a package with questions in it, as XML."""

    name: str
    root: Node


def members(data: bytes) -> tuple[list[Member], list[Unread]]:
    """The files of a package that hold XML, in the order of their names, and those that cannot be read."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError(f"this zip cannot be opened: {error}") from error
    with archive:
        if len(archive.infolist()) > _MOST_FILES:
            raise UnreadableError(f"this zip has more than {_MOST_FILES:,} files")
        return _read(archive)


def _read(archive: zipfile.ZipFile) -> tuple[list[Member], list[Unread]]:
    found, unread, left = [], [], _MOST_TOGETHER
    for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
        name = entry.filename
        if entry.is_dir() or _is_beside(name):
            continue
        if not name.lower().endswith((".xml", ".qti", ".dat")):
            unread.append(Unread(_shown(name), "a file that belongs to no text: pictures and such are not taken over"))
            continue
        try:
            content = _unpacked(archive, entry, min(left, _MOST_BYTES))
            left -= len(content)
            found.append(Member(_shown(name), xml.read(content)))
        except UnreadableError as error:
            unread.append(Unread(_shown(name), str(error)))
    return found, unread


def _is_beside(name: str) -> bool:
    """Whether a file says something about the package, or is what a system leaves behind in one."""
    last = name.rpartition("/")[2]
    return bool(_NO_QUIZ.fullmatch(last) or _NO_QUIZ.fullmatch(name)) or last.startswith(".") or "__MACOSX" in name


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """A file of a zip; raises UnreadableError where it is larger than it may be, whatever the zip says of it."""
    try:
        with archive.open(entry) as stream:
            content = stream.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise UnreadableError(f"this file cannot be unpacked: {error}") from error
    if len(content) > most:
        raise UnreadableError(f"this file unpacks to more than {most:,} bytes")
    return content


def _shown(name: str) -> str:
    """The name of a file as it can be printed."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name)[:200]
