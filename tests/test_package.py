"""The wheel, as someone without make gets it: installed in an empty environment, it makes a course and builds it."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY


def python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "source"
    # built from what version control holds, so that nothing of this working copy slips in
    files = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, files.stdout.split("\0")):
        source = REPOSITORY / name
        if source.exists():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes(source.read_bytes())
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(copy)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_what_is_no_python(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for ending in (
        ".ttf",
        ".j2",
        ".css",
        ".js",
        "py.typed",
        "docx/parts/styles.xml",
        "starter/corpus/storm-savings.md",
    ):
        assert any(name.endswith(ending) for name in names), ending
    assert not [name for name in names if name.startswith(("tests", "corpus", "questions", "output"))]


def test_the_wheel_installs_and_builds_a_new_course(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "empty"
    venv.create(environment, with_pip=True)
    requirements = ["--require-hashes", "-r", str(REPOSITORY / "requirements.lock")]
    for what in (requirements, ["--no-deps", str(wheel)]):
        subprocess.run([str(python(environment)), "-m", "pip", "install", "-q", *what], check=True, cwd=tmp_path)
    quizgen = [str(python(environment)), "-m", "quizgen"]
    subprocess.run([*quizgen, "init", "demo"], check=True, cwd=tmp_path)
    built = subprocess.run([*quizgen, "build"], check=True, cwd=tmp_path / "demo", capture_output=True, text=True)
    assert "from 11 items in 1 quiz" in built.stdout
    assert len(list((tmp_path / "demo" / "output").rglob("*.*"))) >= 7
    subprocess.run([*quizgen, "schema"], check=True, cwd=tmp_path, capture_output=True)
