"""Zip files that say nothing of when, where and on what machine they were made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

# The first moment that a zip can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """These files, by their names in it, in a zip; a name that ends in `/` is an empty folder."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3  # Unix, on Windows too
            entry.external_attr = (0o40755 << 16 | 0x10) if entry.is_dir() else 0o644 << 16
            method = zipfile.ZIP_STORED if entry.is_dir() else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name], method, compresslevel=6)
    return buffer.getvalue()
