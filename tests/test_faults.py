"""What a build leaves behind where it is killed, where the disk is full, and where two of them meet."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from quizgen import placing, writing
from quizgen.manifest import MANIFEST, Build
from quizgen.model import Output
from quizgen.writing import CannotWriteError, write
from tests.conftest import REPOSITORY
from tests.quizzes import every_shape

QUIZ = every_shape()
MOMENTS = 200
COUNT = 12


def build(text: str) -> Build:
    """A build of some files that all say the same."""
    names = (f"students/html/{number}.html" for number in range(COUNT))
    return Build({"html": tuple(Output(name, text.encode(), QUIZ.id) for name in names)}, (QUIZ,), {}, {}, True)


def said(folder: Path) -> list[str]:
    """What the files of the last whole build say, each thing once; and that there are as many as there should be."""
    listed = json.loads((folder / MANIFEST).read_text())["files"]
    assert len(listed) == COUNT
    return sorted({(folder / name).read_text() for name in listed})


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed as Unix does it")
def test_a_build_killed_at_any_moment_leaves_the_old_output_or_the_new_one(tmp_path: Path) -> None:
    write(build("0"), tmp_path)
    draw, span = random.Random(2026), 0.02
    seen = {"old": 0, "new": 0}
    for moment in range(1, MOMENTS + 1):
        before = said(tmp_path)
        _killed(build(str(moment)), tmp_path, draw.uniform(0, 2 * span))
        writing.finish(tmp_path)
        after = said(tmp_path)
        assert after in (before, [str(moment)]), moment
        end = "new" if after == [str(moment)] else "old"
        seen[end] += 1
        span *= 0.9 if end == "new" else 1.1  # so that on any machine about half the moments come too late
        assert not (tmp_path / ".quizgen-build").exists()
    assert min(seen.values()) > MOMENTS // 10, seen  # else the moments were all before or after the writing


def _killed(made: Build, folder: Path, after: float) -> None:
    """Write in a process of its own, and kill that after so many seconds."""
    child = os.fork()
    if child == 0:
        write(made, folder)
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


@pytest.mark.parametrize("nth", range(COUNT + 2))
def test_a_full_disk_leaves_the_old_output_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    write(build("old"), tmp_path)
    real, calls = os.fsync, 0

    def full(descriptor: int) -> None:
        nonlocal calls
        calls += 1
        if calls > nth:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "storms.html")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWriteError, match="No space left"):
        write(build("new"), tmp_path)
    monkeypatch.undo()
    assert said(tmp_path) == ["old"]
    write(build("newer"), tmp_path)
    assert said(tmp_path) == ["newer"]


def test_two_builds_into_one_folder_take_turns(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from quizgen.writing import write; from tests.test_faults import build\n"
        "for turn in range(10): write(build(sys.argv[2]), Path(sys.argv[1]))"
    )
    both = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), text], cwd=REPOSITORY, stderr=subprocess.PIPE)
        for text in ("one", "two")
    ]
    assert [(process.communicate()[1], process.returncode) for process in both] == [(b"", 0), (b"", 0)]
    assert said(tmp_path) in (["one"], ["two"])


def test_a_build_that_waits_too_long_says_what_it_waits_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_PATIENCE", 0.05)
    with FileLock(tmp_path / ".quizgen-lock"), pytest.raises(CannotWriteError, match="another build is writing here"):
        write(build("new"), tmp_path)
    assert not (tmp_path / MANIFEST).exists()


def test_a_file_that_another_program_holds_is_named_and_the_next_build_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(build("old"), tmp_path)
    real = os.replace

    def held(self: Path, target: Path) -> Path:
        if target.name == "7.html":  # as Windows has it where a program has the file open
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self), None, str(target))
        real(self, target)
        return target

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(CannotWriteError, match=r"7\.html: another program has the file open: close it there"):
        write(build("new"), tmp_path)
    monkeypatch.undo()
    write(build("newer"), tmp_path)
    assert said(tmp_path) == ["newer"]
    assert not (tmp_path / ".quizgen-build").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="another user is a process of its own")
@pytest.mark.parametrize("there", [False, True])
def test_a_folder_that_may_only_be_read_is_named_and_stays_as_it_was(there: bool, shared: Path) -> None:
    output = shared / "output"
    output.mkdir()
    if there:
        write(build("old"), output)
    for folder in (output, *(path for path in output.rglob("*") if path.is_dir())):
        folder.chmod(0o555)
    assert "Permission denied" in _as_nobody(lambda: write(build("new"), output))
    if there:
        assert said(output) == ["old"]
    else:
        assert not list(output.iterdir())


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that every user of the machine may look into."""
    folder = Path(tempfile.mkdtemp(prefix="quizgen-"))
    folder.chmod(0o755)
    yield folder
    for path in folder.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder)


def _as_nobody(act: Callable[[], object]) -> str:
    """What is said of something that is done by a user who may not do all; root may, so then it is another."""
    reading, writing_end = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setuid(65534)
        try:
            act()
        except CannotWriteError as error:
            os.write(writing_end, str(error).encode())
        os._exit(0)
    os.close(writing_end)
    with os.fdopen(reading, encoding="utf-8") as stream:
        told = stream.read()
    os.waitpid(child, 0)
    return told


WAYS: dict[str, Callable[[Path, bytes], None]] = {
    "replace": lambda path, data: placing.replace({path: data}),
    "create": placing.create,
    "write_new": lambda path, data: placing.write_new({"a/1": data, "a/2": data, "b/3": data}, path),
}
"""How banks, locks and new courses are written."""


def held(path: Path) -> set[bytes]:
    """What a file holds, or the files of a folder; nothing where there is none."""
    files = [file for file in path.rglob("*") if file.is_file()] if path.is_dir() else [path] if path.exists() else []
    return {file.read_bytes() for file in files}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("at", ["fsync", "rename"])
def test_what_there_is_no_room_for_leaves_what_was_and_nothing_else(
    way: str, at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "made"
    if way == "replace":
        path.write_bytes(b"old")
    before = held(path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(os, "fsync" if at == "fsync" else {"create": "link"}.get(way, "rename"), full)
    if at == "rename" and way != "write_new":
        monkeypatch.setattr(Path, "replace", full)
        monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(CannotWriteError, match="No space left"):
        WAYS[way](path, b"new")
    monkeypatch.undo()
    assert held(path) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed as Unix does it")
@pytest.mark.parametrize("way", ["replace", "create"])
def test_a_bank_or_a_lock_is_never_written_in_half(way: str, tmp_path: Path) -> None:
    path, draw = tmp_path / "reviewed.lock", random.Random(2026)
    seen = {"old": 0, "new": 0}
    for moment in range(100):
        if way == "create":
            path.unlink(missing_ok=True)
        before, data = held(path), str(moment).encode() * 100_000
        child = os.fork()
        if child == 0:
            WAYS[way](path, data)
            os._exit(0)
        time.sleep(draw.uniform(0, 0.008))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        after = held(path)
        assert after in (before, {data}), moment
        seen["new" if after == {data} else "old"] += 1
    path.unlink(missing_ok=True)
    WAYS[way](path, b"last")
    assert [file.name for file in tmp_path.iterdir()] == ["reviewed.lock"]
    assert seen["new"], seen


def test_nothing_is_made_over_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text("mine")
    with pytest.raises(CannotWriteError, match="File exists"):
        placing.create(path, b"new")
    assert path.read_text() == "mine"
    assert [file.name for file in tmp_path.iterdir()] == ["bank.yaml"]


def test_a_link_in_the_place_of_what_is_unfinished_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    path = tmp_path / "reviewed.lock"
    (tmp_path / ".reviewed.lock.unfinished").symlink_to(tmp_path / "mine")
    placing.replace({path: b"new"})
    assert ((tmp_path / "mine").read_text(), path.read_bytes()) == ("mine", b"new")
