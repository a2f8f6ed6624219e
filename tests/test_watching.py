"""Real builds that go on for as long as a course is written on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from quizgen.cli import watching
from tests.conftest import REPOSITORY
from tests.test_making import change, files

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="processes are signalled as Unix does it")

BANK = "questions/storm-savings.yaml"
WAITS = "Built again whenever a file of the course is saved"
PATIENCE = 30.0  # seconds, on a machine that does much else


class Watching:
    """A build that watches, and the lines that it says."""

    def __init__(self, course: Path, *options: str) -> None:
        command = (sys.executable, "-m", "quizgen", "build", "--watch", *options)
        self.process = subprocess.Popen(
            command,
            cwd=course,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        )
        self.lines = SimpleQueue[str]()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def says(self, text: str) -> list[str]:
        """All lines up to one with this text."""
        said: list[str] = []
        try:
            while not said or text not in said[-1]:
                said.append(self.lines.get(timeout=PATIENCE))
        except Empty:
            pytest.fail(f"“{text}” was not said, but: {said}")
        return said

    def ended_by(self, sent: signal.Signals) -> int:
        self.process.send_signal(sent)
        return self.process.wait(PATIENCE)


@contextmanager
def watched(course: Path, *options: str) -> Iterator[Watching]:
    one = Watching(course, *options)
    try:
        one.says(WAITS)
        yield one
    finally:
        one.process.kill()
        one.process.wait()


def whole(course: Path, output: Path, *options: str) -> dict[str, bytes]:
    """What a build from nothing makes of the course."""
    command = (sys.executable, "-m", "quizgen", "build", "--output", str(output), *options)
    subprocess.run(
        command, cwd=course, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(REPOSITORY)}
    )
    return files(output)


def built(course: Path) -> dict[str, bytes]:
    """What stands in the course's own output folder."""
    return {name: data for name, data in files(course / "output").items() if name != ".gitignore"}


def test_what_is_built_after_each_change_is_what_a_build_from_nothing_makes(starter: Path, tmp_path: Path) -> None:
    with watched(starter) as one:
        for number, (name, pattern, to) in enumerate(
            (
                (BANK, r"stem: Who proposed", "stem: Who was it that proposed"),
                ("questions/course.yaml", r"title: .*", "title: Another Title"),
                ("corpus/storm-savings.md", r"title: .*", "title: Another Brief"),
                (BANK, r"difficulty: easy", "difficulty: hard"),
            )
        ):
            change(starter, name, pattern, to)
            one.says(name)
            one.says("Built 7 files")
            assert built(starter) == whole(starter, tmp_path / str(number))


def test_what_is_wrong_is_said_and_waits_to_be_mended(starter: Path) -> None:
    with watched(starter) as one:
        before, text = built(starter), (starter / BANK).read_text(encoding="utf-8")
        (starter / BANK).write_text(text.replace("items:", "items: [", 1), encoding="utf-8")
        assert any(f"{BANK}:" in line and "error" in line for line in one.says("Nothing was built."))
        assert built(starter) == before
        (starter / BANK).write_text(text, encoding="utf-8")
        one.says("7 of them as before")
        assert built(starter) == before
        shutil.rmtree(starter / "questions")
        one.says("Error: there is no course here or above")
        (starter / "questions").mkdir()
        (starter / BANK).write_text(text, encoding="utf-8")
        one.says("the course has no settings")


def test_a_bank_that_comes_and_goes(starter: Path) -> None:
    with watched(starter) as one:
        before = built(starter)
        other = starter / "questions" / "other.yaml"
        bank = (starter / BANK).read_text(encoding="utf-8").partition("\n  - id:")
        first = bank[2].partition("\n  - id:")[0].replace("why-a-storm-fund", "another-id", 1)
        other.write_text(bank[0] + bank[1] + first + "\n", encoding="utf-8")
        one.says("Built 12 files")
        other.unlink()
        one.says("Built 7 files")
        assert built(starter) == before


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=lambda sent: sent.name)
def test_it_ends_when_it_is_told_to_without_a_word(sent: signal.Signals, starter: Path) -> None:
    with watched(starter) as one:
        assert one.ended_by(sent) == 0
        assert one.lines.empty()


def test_what_is_asked_wrongly_ends_it_at_once(starter: Path) -> None:
    one = Watching(starter, "--bank", "nowhere")
    assert one.process.wait(PATIENCE) == 2
    assert any("nowhere" in line for line in one.says("nowhere"))


def test_what_others_keep_beside_is_no_change(starter: Path) -> None:
    with watched(starter) as one:
        for name in ("questions/.storm-savings.yaml.swp", "questions/storm-savings.yaml~", "output/new.yaml"):
            (starter / name).write_text("", encoding="utf-8")
        (starter / "corpus" / "4913").mkdir()
        time.sleep(0.5)
        assert one.lines.empty()


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    found = [tmp_path / "corpus", tmp_path / "questions"]
    for folder in found:
        folder.mkdir()
    return found


def _saved(path: Path) -> None:
    path.write_text(f"{time.perf_counter()}", encoding="utf-8")


def _moved(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))
    path.parent.mkdir()


@pytest.mark.parametrize(("done", "at"), [(_saved, "questions/bank.yaml"), (_moved, "questions")])
def test_what_changes_while_there_is_a_build_is_not_missed(
    done: Callable[[Path], None], at: str, folders: list[Path], tmp_path: Path
) -> None:
    changes = watching._changes(folders)
    assert next(changes) == []
    done(tmp_path / "questions" / "bank.yaml")  # and no one listens
    assert next(changes) == [tmp_path / at]
    _saved(tmp_path / "questions" / "later.yaml")
    assert next(changes) == [tmp_path / "questions" / "later.yaml"]
