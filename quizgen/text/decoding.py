"""The bytes of a curator's file as text: UTF-8, Unix line ends, NFC, no byte order mark, no control characters."""

from __future__ import annotations

import re
import unicodedata

from quizgen.findings import Finding, Location, Remark, stamp

MOST_BYTES = 20_000_000
"""The largest file that is read: three times as much as a bank of as many items as one may have."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029\ufffe\uffff]")


def decode(data: bytes, path: str) -> tuple[str | None, tuple[Finding, ...]]:
    """The text of a file, or None and the finding that says why it cannot be read."""
    if len(data) > MOST_BYTES:
        return _unreadable(Location(path), f"the file is larger than {MOST_BYTES:,} bytes: split it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = _place(path, data[: error.start].decode("utf-8-sig"))
        return _unreadable(where, f"the byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if control := _CONTROL.search(text):
        where = _place(path, text[: control.start()])
        return _unreadable(
            where, f"{_said(control.group())} cannot stand in a text: {_INSTEAD.get(control.group(), _DELETE)}"
        )
    if not text.strip():
        return None, (stamp(Remark(Location(path), "the file is empty: write it or delete it"), "empty-file"),)
    return text, ()


_DELETE = "delete it"
# YAML ends a line at these, and no editor does.
_INSTEAD = dict.fromkeys("\x85\u2028\u2029", "put a space or a line end there")


def _said(control: str) -> str:
    return f"the control character U+{ord(control):04X}"


def _place(path: str, before: str) -> Location:
    """The location just behind a text."""
    return Location(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _unreadable(where: Location, message: str) -> tuple[None, tuple[Finding, ...]]:
    return None, (stamp(Remark(where, message), "unreadable-file"),)
