"""Real builds that are killed, interrupted or terminated at random moments: the old output or the new, no trace."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen import writing
from quizgen.manifest import MANIFEST
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="processes are signalled as Unix does it")

COMMAND = (sys.executable, "-m", "quizgen", "build", "html", "csv", "gift", "--forms", "1")
BANKS = (
    "ms13-not-terrorist",
    "root-causes-aid",
    "caribbean-climate-finance",
    "dust-bowl-migration",
    "pandemic-priorities",
)
MOMENTS = {signal.SIGINT: 24, signal.SIGTERM: 12, signal.SIGKILL: 16}
SAYS = {signal.SIGINT: (130, "Interrupted."), signal.SIGTERM: (143, "Terminated."), signal.SIGKILL: (-9, "")}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A part of this repository's course, built once; large enough to be made by several processes."""
    folder = tmp_path / "course"
    shutil.copytree(REPOSITORY / "corpus", folder / "corpus")
    (folder / "questions").mkdir()
    for name in ("course.yaml", *(f"{bank}.yaml" for bank in BANKS)):
        shutil.copyfile(REPOSITORY / "questions" / name, folder / "questions" / name)
    subprocess.run(COMMAND, cwd=folder, check=True, capture_output=True, env=environment())
    return folder


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(REPOSITORY)}


def renamed(course: Path, title: str) -> None:
    """Give the course another title, which stands in all of its files."""
    settings = course / "questions" / "course.yaml"
    lines = settings.read_text(encoding="utf-8").split("\n")
    settings.write_text("\n".join(f"title: {title}" if line.startswith("title:") else line for line in lines))


def standing(output: Path) -> dict[str, str]:
    """Every file of an output folder that is listed, with its hash; each is as the manifest says."""
    listed = json.loads((output / MANIFEST).read_text(encoding="utf-8"))["files"]
    found = {name: hashlib.sha256((output / name).read_bytes()).hexdigest() for name in listed}
    assert found == {name: entry["sha256"] for name, entry in listed.items()}
    assert len(found) > 9
    there = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    assert there - set(found) <= {MANIFEST, ".quizgen-lock"}, "something is left behind"
    return found


@pytest.mark.parametrize("sent", MOMENTS, ids=lambda sent: sent.name)
def test_a_build_ended_at_any_moment_leaves_the_old_output_or_the_new_one_and_no_process(
    sent: signal.Signals, course: Path
) -> None:
    draw, output = random.Random(sent), course / "output"
    began = time.perf_counter()
    renamed(course, "Whole")
    subprocess.run(COMMAND, cwd=course, check=True, capture_output=True, env=environment())
    takes = time.perf_counter() - began
    before, seen = standing(output), {"old": 0, "new": 0}
    for moment in range(MOMENTS[sent]):
        renamed(course, f"Moment {moment}")
        status, said = ended(course, sent, draw.uniform(0.15 * takes, 1.1 * takes))
        assert "Traceback" not in said, said
        assert status in (0, SAYS[sent][0], -sent), said
        assert status == 0 or said.endswith(SAYS[sent][1] + "\n" * bool(SAYS[sent][1])), said
        if sent is signal.SIGKILL:
            writing.finish(output)  # as the next run does
        after = standing(output)
        new = f"Moment {moment}" in (output / "students" / "html" / "index.html").read_text(encoding="utf-8")
        assert new == (after != before)
        seen["new" if new else "old"] += 1
        before = after
    assert seen["old"] > 0, seen


def test_a_build_of_which_a_process_is_killed_at_any_moment_is_made_all_the_same(course: Path) -> None:
    draw, began, lost = random.Random(1), time.perf_counter(), 0
    renamed(course, "Whole")
    subprocess.run(COMMAND, cwd=course, check=True, capture_output=True, env=environment())
    takes = time.perf_counter() - began
    for moment in range(12):
        renamed(course, f"Moment {moment}")
        process = begun(course)
        time.sleep(draw.uniform(0.3 * takes, 0.9 * takes))
        others = [id for id in _running(process.pid) if id != process.pid]
        if others:
            os.kill(draw.choice(others), signal.SIGKILL)
            lost += 1
        said = process.communicate(timeout=30)[1].decode()
        assert process.returncode == 0, said
        assert "Traceback" not in said
        standing(course / "output")
        assert f"Moment {moment}" in (course / "output/students/html/index.html").read_text(encoding="utf-8")
    assert lost > 2


ENDED = """
import os, signal
from quizgen import cli
def ended(**_):
    {how}
cli.cli.main = ended
cli.main()
"""


@pytest.mark.parametrize(
    ("how", "status", "said"),
    [
        (
            "try: os.kill(os.getpid(), signal.SIGINT)\n    except KeyboardInterrupt: raise ValueError",
            130,
            "Interrupted.\n",
        ),
        (
            "try: os.kill(os.getpid(), signal.SIGTERM)\n    except KeyboardInterrupt: raise ValueError",
            143,
            "Terminated.\n",
        ),
        ("os.kill(os.getpid(), signal.SIGTERM)", 143, "Terminated.\n"),
    ],
)
def test_however_a_library_takes_it_a_command_that_is_asked_to_end_says_so(
    how: str, status: int, said: str, tmp_path: Path
) -> None:
    (tmp_path / "ended.py").write_text(ENDED.format(how=how), encoding="utf-8")
    around = os.environ | {"PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-m", "ended"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=around)
    assert (done.returncode, done.stderr) == (status, said)


def begun(course: Path) -> subprocess.Popen[bytes]:
    """A build, in a group of processes of its own."""
    return subprocess.Popen(
        COMMAND,
        cwd=course,
        env=environment(),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


def ended(course: Path, sent: signal.Signals, after: float) -> tuple[int, str]:
    """Send a signal to a build and all of its processes, as a terminal does; how it ended, and what it said."""
    process = begun(course)
    time.sleep(after)
    if process.poll() is None:
        send = os.kill if sent is signal.SIGKILL else os.killpg  # a kill hits one process, whose children are to notice
        send(process.pid, sent)
    said = process.communicate(timeout=20)[1].decode()
    assert gone(process.pid), "a process is left"
    return process.returncode, said


def gone(group: int) -> bool:
    """Whether no process of a group runs any more, or none does in a few seconds."""
    for _ in range(60):
        if not list(_running(group)):
            return True
        time.sleep(0.1)
    return False


def _running(group: int) -> Iterator[int]:
    """The processes of a group that run; one that has ended may stand in the list until its parent has looked."""
    columns = ["ps", "-A", "-o", "pid=,pgid=,stat="]
    for line in subprocess.run(columns, capture_output=True, text=True, check=True).stdout.splitlines():
        process, of, state = line.split()
        if of == str(group) and not state.startswith("Z"):
            yield int(process)
