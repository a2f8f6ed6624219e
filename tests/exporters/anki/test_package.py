"""The file that a package is: the same bytes everywhere, and rows that Anki takes."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from quizgen.exporters.anki import contents, note_types
from quizgen.exporters.anki import package as made
from quizgen.model import Output
from quizgen.releases import Content, Entry, Released
from tests.conftest import REPOSITORY
from tests.exporters.anki.packaging import NOT_WHOLE, package, rows
from tests.exporters.anki.rendering import Rendered, card_of
from tests.quizzes import ANSWERS, SETTINGS, every_shape

BUILD = """
import hashlib, os
os.umask(0o077)
from quizgen.exporters import anki
from tests.quizzes import SETTINGS, every_shape
for output in anki.export([every_shape()], SETTINGS):
    print(output.name, hashlib.sha256(output.data).hexdigest())
"""
ELSEWHERE: tuple[dict[str, str], ...] = (
    {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "LC_ALL": "C", "PYTHONUTF8": "0"},
    {"TZ": "America/Lima", "PYTHONHASHSEED": "4711", "LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1"},
)


@pytest.mark.parametrize("environment", ELSEWHERE, ids=lambda environment: environment["TZ"])
def test_the_bytes_are_the_same_everywhere(environment: dict[str, str], outputs: list[Output], tmp_path: Path) -> None:
    """In every time zone, under every hash seed, locale and umask, and from every folder."""
    here = [f"{output.name} {hashlib.sha256(output.data).hexdigest()}" for output in outputs]
    assert len(here) == 2
    ran = subprocess.run(
        [sys.executable, "-c", BUILD],
        env={**os.environ, **environment, "PYTHONPATH": str(REPOSITORY), "TMPDIR": str(tmp_path)},
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout.splitlines() == here


def test_the_rows_are_the_same_under_every_version_of_python(
    outputs: list[Output], golden: Callable[[Path, str], None]
) -> None:
    """SQLite writes its version into a file, and zlib packs as it likes; what is in the tables is the same all over."""
    lines = []
    for table in ("col", "notes", "cards", "revlog", "graves"):
        found = [[_read(value) for value in row] for row in rows(outputs[1].data, f"select * from {table} ")]
        assert bool(found) == (table in ("col", "notes", "cards"))
        digest = hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()[:16]
        lines.append(f"{table}: {len(found)} rows, {digest}\n")
    golden(Path(__file__).with_name("rows.txt"), "".join(lines))


def _read(value: object) -> object:
    return json.loads(value) if isinstance(value, str) and value.startswith("{") else value


def test_a_package_leaves_nothing_behind_and_names_no_moment_of_its_own(outputs: list[Output]) -> None:
    with zipfile.ZipFile(BytesIO(outputs[0].data)) as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == ["collection.anki2", "media"]
        for entry in entries:
            assert (entry.date_time[0], entry.create_system, entry.compress_type) == (1980, 3, zipfile.ZIP_DEFLATED)
    ((mod, scm, decks, models),) = rows(outputs[0].data, "select mod, scm, decks, models from col")
    assert mod == scm == SETTINGS.time * 1000
    assert {deck["mod"] for id, deck in json.loads(decks).items() if id != "1"} == {SETTINGS.time}
    assert {model["mod"] for model in json.loads(models).values()} == {SETTINGS.time}
    for table in ("notes", "cards"):
        assert rows(outputs[0].data, f"select distinct mod from {table}") == [(SETTINGS.time,)]


def test_nothing_is_left_in_the_folder_for_scratch_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert package(every_shape())
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_an_error_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "_PRAGMAS", (*made._PRAGMAS, "max_page_count = 2"))
    with pytest.raises(OSError, match="full"):
        package(every_shape())


def test_ids_are_never_zero_nor_of_two_notes() -> None:
    for time in (0, SETTINGS.time):
        data = package(every_shape(), replace(NOT_WHOLE, time=time))
        ids, guids = zip(*rows(data, "select id, guid from notes"), strict=True)
        assert len(set(ids)) == len(set(guids)) == len(ANSWERS)
        assert min(ids) == max(time, 1) * 1000


def test_notes_and_note_types_count_as_modified_since_they_were_released() -> None:
    quiz, earlier = every_shape(), SETTINGS.time - 86_400
    shown = contents([quiz])
    items = {id: Entry(content, earlier, earlier) for id, content in shown.items.items()}
    items["who-governs"] = replace(items["who-governs"], content=Content("typed", "0" * 16))
    types = {way: Entry(content, earlier, earlier) for way, content in shown.note_types.items() if way != "cloze"}
    data = package(quiz, replace(NOT_WHOLE, released=Released(items, types)))
    for table in ("notes", "cards join notes on notes.id = nid"):
        times = dict(rows(data, f"select flds, {table.split()[0]}.mod from {table}"))
        later = {fields.split("\x1f")[0] for fields, modified in times.items() if modified == SETTINGS.time}
        assert later == {"who-governs"}
        assert set(times.values()) == {earlier, SETTINGS.time}
    ((models,),) = rows(data, "select models from col")
    assert {model["name"]: model["mod"] for model in json.loads(models).values()} == {
        each.name: SETTINGS.time if each.way == "cloze" else earlier for each in note_types.ALL
    }


def test_new_cards_come_in_the_order_of_the_quiz(cards: list[Rendered]) -> None:
    dues = [card_of(cards, item).due for item in ANSWERS]
    assert dues == list(range(dues[0], dues[0] + len(ANSWERS)))
