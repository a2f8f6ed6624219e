"""What tells whether two builds are the same: it must see what differs, and overlook how the same is packed."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from quizgen.manifest import MANIFEST
from tests.reproducible import content, contents, different, files


def packed(text: str, level: int) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        archive.writestr("a.txt", text * 1000)
    return data.getvalue()


def database(folder: Path, text: str, pages: int) -> bytes:
    path = folder / f"{text}-{pages}"
    with closing(sqlite3.connect(path)) as made, made:
        made.execute(f"pragma page_size = {pages}")
        made.execute("create table notes (text)")
        made.execute("insert into notes values (?)", (text,))
    return path.read_bytes()


def manifest(inputs: str, items: list[str]) -> bytes:
    files = {"a": {"format": "csv", "inputs": inputs, "sha256": inputs}}
    return json.dumps({"files": files, "quizzes": {"q": {"items": items}}, "sound": [inputs]}).encode()


def test_how_the_same_is_packed_makes_no_difference_and_what_it_says_does(tmp_path: Path) -> None:
    alike = [
        ("a.zip", packed("one", 1), packed("one", 9), packed("two", 1)),
        ("a.db", database(tmp_path, "one", 1024), database(tmp_path, "one", 4096), database(tmp_path, "two", 1024)),
        (MANIFEST, manifest("0", ["a"]), manifest("1", ["a"]), manifest("0", ["b"])),
    ]
    for name, one, same, other in alike:
        assert one != same
        assert content(name, one) == content(name, same)
        assert content(name, one) != content(name, other)


@pytest.mark.parametrize("of", [files, contents])
def test_what_differs_or_is_missing_is_named(of: object, tmp_path: Path) -> None:
    for folder, texts in (("one", {"a": "1", "b": "1", "c": "1"}), ("two", {"a": "1", "b": "2", "d": "1"})):
        (tmp_path / folder).mkdir()
        for name, text in texts.items():
            (tmp_path / folder / name).write_text(text)
    assert callable(of)
    assert list(different(of(tmp_path / "one"), of(tmp_path / "two"))) == [
        "  b differs",
        "  c is missing from the second",
        "  d is missing from the first",
    ]
    assert not list(different(of(tmp_path / "one"), of(tmp_path / "one")))
