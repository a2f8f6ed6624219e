"""Questions from course sites and spreadsheets as drafts of items: one reader a format, found by what is in a file.

A reader takes what a file holds and gives back drafts and what it could not read, with its place; it touches no disk.
`bank` makes of these the text of a bank whose items are still to be grounded.
"""

from __future__ import annotations

import re

from quizgen.importing import csv_rows, gift, moodle, package, qti, xml
from quizgen.importing.prose import cleaned
from quizgen.importing.values import Reading, Unread, UnreadableError
from quizgen.text.decoding import MOST_BYTES

__all__ = ["MOST_BYTES", "read"]


def read(data: bytes, name: str) -> Reading:
    """What a file holds, in whichever of the formats it is: GIFT, Moodle XML, QTI 1.2 alone or in a zip, CSV."""
    try:
        return _read(data, name)
    except UnreadableError as error:
        return Reading(unread=(Unread("", str(error)),))


def _read(data: bytes, name: str) -> Reading:
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"the file is larger than {MOST_BYTES:,} bytes: split it")
    if data.startswith(b"PK"):
        return _package(data)
    if re.match(rb"(?:\xef\xbb\xbf)?\s*<[?!a-zA-Z]", data) or (
        data[:2] in (b"\xff\xfe", b"\xfe\xff") and b"<\0" in data[:8]
    ):
        return _xml(data, name)
    text = _text(data)
    if name.lower().endswith((".csv", ".tsv")):
        return csv_rows.read(text)
    return gift.read(text)


def _package(data: bytes) -> Reading:
    members, unread = package.members(data)
    reading = qti.read(members)
    return Reading(reading.drafts, (*reading.unread, *unread), reading.title)


def _xml(data: bytes, name: str) -> Reading:
    root = xml.read(data)
    return moodle.read(root) if root.tag == "quiz" else qti.read([package.Member(name, root)])


_ENCODINGS = ("utf-8-sig", "cp1252")
"""How texts are read: what a spreadsheet on Windows saves is no UTF-8."""


def _text(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return cleaned(text)
    raise UnreadableError("this file is no text, and no package that is known")
