"""Zip files that say nothing of when, where and on what machine they were made."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Mapping
from typing import IO

# The first moment that a zip can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_AT_ONCE = 1 << 20


def zipped(files: Mapping[str, bytes | IO[bytes]]) -> bytes:
    """These files, by their names in it, in a zip; a name that ends in `/` is an empty folder.

    One that is too large to hold in memory may be given as an open file.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            content = files[name]
            with archive.open(_entry(name), "w") as packed:
                shutil.copyfileobj(io.BytesIO(content) if isinstance(content, bytes) else content, packed, _AT_ONCE)
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = 3  # Unix, on Windows too
    entry.external_attr = (0o40755 << 16 | 0x10) if entry.is_dir() else 0o644 << 16
    entry.compress_type = zipfile.ZIP_STORED if entry.is_dir() else zipfile.ZIP_DEFLATED
    return entry
