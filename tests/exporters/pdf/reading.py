"""What a reader's own programs find in a file: poppler's and qpdf's."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def run(program: str, *arguments: str) -> str:
    """What a system's program says; the tests that need one that is missing are skipped, but not in CI."""
    if shutil.which(program) is None:
        missing = f"{program} is not installed (apt install poppler-utils qpdf)"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    done = subprocess.run([program, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def about(program: str, data: bytes, folder: Path, *options: str, after: tuple[str, ...] = ()) -> str:
    path = folder / "file.pdf"
    path.write_bytes(data)
    return run(program, *options, str(path), *after)


def folded(text: str) -> str:
    return " ".join(text.split())


def pages(data: bytes, folder: Path) -> list[str]:
    """The text of each page, in the order that it was drawn in, its whitespace folded."""
    text = about("pdftotext", data, folder, "-raw", after=("-",))
    return [folded(page) for page in text.split("\f")[:-1]]


def whole(data: bytes, folder: Path) -> str:
    return " ".join(pages(data, folder))
