"""Whatever is put before it, quizgen says what is wrong, or builds: no traceback, no hang, no flood, no stray file."""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from quizgen.exporters import BY_NAME
from tests.conftest import REPOSITORY, STARTER
from tests.hostile.made import COURSES, IMPORTS, Lay
from tests.hostile.trying import BYTES, SECONDS

HERE = Path(__file__).parent

# Where a file of a family is laid in a good course; `imports` are read by `quizgen import` instead.
PLACES = {
    **dict.fromkeys(
        ("yaml", "tags", "nesting", "documents", "encodings", "signs", "markup", "ids", "values"),
        "questions/hostile.yaml",
    ),
    "briefs": "corpus/hostile.md",
    "blueprints": "questions/quizzes/hostile.yaml",
    "settings": "questions/course.yaml",
    "reviewed": "questions/reviewed.lock",
    "released": "questions/released.lock",
    "manifests": "output/instructor/manifest.json",
}
FAMILIES = {**dict.fromkeys(PLACES, 3), "imports": 20, "ids": 25, "values": 25, "encodings": 20, "documents": 25}
"""Every family of files, and how many it has at least."""
IN_EVERY_FORMAT = ("yaml", "tags", "nesting", "signs", "markup", "ids", "values")
"""The families whose texts come into what is built; of the others one format tells as much."""
BUILD = ["build", *BY_NAME, "--zip"]
BUILD_ONE = ["build", "html"]
CHECK = ["check", "--format", "json"]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each try is a forked process")

Try = Callable[[str, Lay, list[list[str]]], str]


@pytest.fixture(scope="module")
def trying() -> Iterator[subprocess.Popen[str]]:
    """The process that tries commands."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.trying"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture
def attempt(trying: subprocess.Popen[str], tmp_path: Path) -> Try:
    """Lay something into a good course, run commands there, and see that no limit is broken; what they came to."""

    def run(name: str, lay: Lay, commands: list[list[str]]) -> str:
        folder = tmp_path / str(sum(1 for _ in tmp_path.iterdir()))
        shutil.copytree(STARTER, folder / "course")
        (folder / "outside").mkdir()
        lay(folder / "course")
        before = _elsewhere(folder)
        assert trying.stdin is not None
        assert trying.stdout is not None
        trying.stdin.write(json.dumps({"folder": str(folder), "commands": commands}) + "\n")
        trying.stdin.flush()
        came = json.loads(trying.stdout.readline())
        assert came["commands"] is not None, f"{name}: killed by signal {came['signal']}"
        for command in came["commands"]:
            _is_within_limits(name, command)
        assert came["bytes"] < BYTES, f"{name} takes {came['bytes']:,} bytes of memory"
        (folder / "said").unlink()
        if commands[0][0] == "import" and came["commands"][0]["status"] == 0:
            (folder / "course" / "questions" / "hostile.yaml").unlink()  # the bank that it is to make
        assert _elsewhere(folder) == before, f"{name} leaves or changes files"
        shutil.rmtree(folder / "course")
        return _came_to(came["commands"])

    return run


def _is_within_limits(name: str, command: dict[str, Any]) -> None:
    assert command["status"] in (0, 1, 2, 3), f"{name}: {command['status']}\n{command['said'][-500:]}"
    assert "Traceback" not in command["said"], name
    assert "\x1b" not in command["said"], f"{name} writes to the terminal what it is not to read"
    assert command["seconds"] < SECONDS, f"{name} takes {command['seconds']:.1f} s"
    assert len(command["said"]) < 1_000_000, f"{name} says more than anyone reads"


def _elsewhere(folder: Path) -> dict[str, bytes | str]:
    """All files but those of the output folder, with what they hold; links as where they lead."""
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return {str(path): _held(path) for path in found if not path.is_relative_to(folder / "course" / "output")}


def _held(path: Path) -> bytes | str:
    if path.is_symlink():
        return str(path.readlink())
    return path.read_bytes() if path.is_file() else "a pipe"


def _came_to(commands: list[dict[str, Any]]) -> str:
    """The exit status of each command, and the rules that were found, each with how often (9: nine or more)."""
    statuses = " ".join(str(command["status"]) for command in commands)
    try:
        found = json.loads(commands[0]["said"])["findings"]
    except ValueError:
        return statuses
    for finding in found:
        assert finding["line"] >= 1
        assert finding["column"] >= 1
        assert finding["message"]
    rules = Counter(finding["rule"] for finding in found)
    return " ".join((statuses, *(f"{rule}×{min(count, 9)}" for rule, count in sorted(rules.items()))))


@pytest.mark.parametrize("family", FAMILIES)
def test_every_file_of_a_family_ends_in_findings_or_in_a_build(
    family: str, attempt: Try, golden: Callable[[Path, str], None]
) -> None:
    paths = sorted(path for path in (HERE / family).iterdir() if not path.name.startswith("."))
    assert len(paths) >= FAMILIES[family]
    build = BUILD if family in IN_EVERY_FORMAT else BUILD_ONE
    lines = []
    for path in paths:
        if family == "imports":
            came = attempt(path.name, lambda course: None, [["import", str(path), *INTO]])
        else:
            came = attempt(path.name, functools.partial(_lay, path, PLACES[family]), [CHECK, build])
        lines.append(f"{path.name}: {came}\n")
    golden(HERE / "came" / f"{family}.txt", "".join(lines))


def _lay(path: Path, place: str, course: Path) -> None:
    (course / place).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, course / place)


INTO = ["--brief", "storm-savings", "--name", "hostile"]


@pytest.mark.parametrize("part", range(4))
def test_what_is_done_to_a_course_ends_in_findings_or_in_a_build(
    part: int, attempt: Try, golden: Callable[[Path, str], None]
) -> None:
    lines = [f"{name}: {attempt(name, COURSES[name], [CHECK, BUILD_ONE])}\n" for name in sorted(COURSES)[part::4]]
    golden(HERE / "came" / f"courses-{part}.txt", "".join(lines))


def test_what_is_imported_is_read_or_named(attempt: Try, golden: Callable[[Path, str], None], tmp_path: Path) -> None:
    lines = []
    for name, (file, data) in IMPORTS.items():
        path = tmp_path.with_name(f"{tmp_path.name}-imports") / file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data())
        lines.append(f"{name}: {attempt(name, lambda course: None, [['import', str(path), *INTO]])}\n")
        path.unlink()
    golden(HERE / "came" / "imported.txt", "".join(lines))


def test_there_are_many() -> None:
    files = sum(1 for family in FAMILIES for path in (HERE / family).iterdir() if not path.name.startswith("."))
    assert files >= 250
    assert len(COURSES) + len(IMPORTS) >= 70
