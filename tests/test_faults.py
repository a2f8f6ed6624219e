"""What a build leaves behind where it is killed, where the disk is full, and where two of them meet."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock

from quizgen import writing
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
