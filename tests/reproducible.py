"""Whether the same course gives the same bytes: built twice as differently as can be, and by every Python there is.

`make reproducible` builds this repository's course in every format, once from nothing and once anew after a change and
back, in folders, time zones, locales, hash seeds, masks and temporary folders that differ, by one processor and by all:
not a byte may differ. Another Python may pack and describe alike what is the same, so of its build the content is
compared: texts, the members of archives, the rows of decks, the words and pages of PDFs.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.exporters import BY_NAME
from quizgen.manifest import MANIFEST
from tests.conftest import REPOSITORY

BUILD = ("build", *BY_NAME, "--zip", "--answer-sheet", "--copies", "4", "--variant", "large-print")
LEAST = (3, 10)


@dataclass(frozen=True)
class Surroundings:
    """What a build must not depend on: the folder it is in, its environment, its mask, how many processors it has."""

    folder: str
    environment: Mapping[str, str]
    mask: int
    processors: int | None = None
    python: Path = field(default=Path(sys.executable))


ONE = Surroundings(
    "one", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": "0", "COLUMNS": "40"}, 0o022, 1
)
OTHER = Surroundings(
    "otro lugar ñ/más",
    {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4294967295"},
    0o077,
)


def main() -> int:
    """Build, compare, say what differs; 0 where nothing does."""
    with tempfile.TemporaryDirectory(prefix="quizgen-reproducible-") as temporary:
        root = Path(temporary)
        first, second = cold(ONE, root), changed_and_back(OTHER, root)
        differing = list(different(files(first), files(second)))
        say(f"{len(files(first))} files, built twice: {len(differing)} differ")
        others = 0
        for python in pythons():
            version, theirs = by(python, root)
            found = list(different(contents(first), contents(theirs)))
            say(f"{len(contents(theirs))} files, built by Python {version}: {len(found)} differ in what they say")
            differing += found
            others += 1
        if not others:
            say("There is no other Python here of 3.10 or newer")
        for line in differing:
            say(line)
        return 1 if differing else 0


def say(line: str) -> None:
    """Tell whoever runs this."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def cold(where: Surroundings, root: Path) -> Path:
    """The output of a build from nothing."""
    course = laid(where, root)
    build(where, course, root)
    return course / "output"


def changed_and_back(where: Surroundings, root: Path) -> Path:
    """The output of a build that finds all but a bank as before, after two in which the bank said something else."""
    course = laid(where, root)
    bank = course / "questions" / "ms13-not-terrorist.yaml"
    text = bank.read_text(encoding="utf-8")
    for said in (re.sub(r"(?m)^title: .*$", "title: Another", text), text):
        bank.write_text(said, encoding="utf-8")
        build(where, course, root)
    return course / "output"


def laid(where: Surroundings, root: Path) -> Path:
    """A copy of this repository's course."""
    course = root / where.folder / "course"
    for name in ("corpus", "questions"):
        shutil.copytree(REPOSITORY / name, course / name)
    return course


def build(where: Surroundings, course: Path, root: Path) -> None:
    """Build all formats in a process of its own."""
    own = root / where.folder
    temporary, home = own / "temporary", own / "home"
    temporary.mkdir(exist_ok=True)
    home.mkdir(exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    environment = kept | {"PYTHONPATH": str(REPOSITORY), "TMPDIR": str(temporary), "HOME": str(home)}

    def begin() -> None:
        os.umask(where.mask)
        if where.processors and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: where.processors])

    subprocess.run(
        (where.python, "-m", "quizgen", *BUILD),
        cwd=course, env={**environment, **where.environment}, preexec_fn=begin, check=True, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )  # fmt: skip


def pythons() -> Iterator[Path]:
    """The other Pythons of this machine that quizgen runs on, one of each minor version."""
    seen = {sys.version_info[:2]}
    folders = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep)]
    folders += sorted((Path.home() / ".pyenv" / "versions").glob("*/bin"), reverse=True)
    for path in (path for folder in folders for path in sorted(folder.glob("python3.*"))):
        named = re.fullmatch(r"python3\.(\d+)", path.name)
        version = (3, int(named.group(1))) if named else (0, 0)
        if version >= LEAST and version not in seen and _runs(path, version):
            seen.add(version)
            yield path


def _runs(path: Path, version: tuple[int, int]) -> bool:
    """Whether it is what its name says, and can make environments."""
    code = f"import sys, venv, ensurepip, sqlite3, zlib; sys.exit(sys.version_info[:2] != {version})"
    return subprocess.run((path, "-c", code), capture_output=True, check=False).returncode == 0


def by(python: Path, root: Path) -> tuple[str, Path]:
    """The version of a Python, and the output of a build by it, in an environment of its own that is kept."""
    version = python.name.removeprefix("python")
    environment = REPOSITORY / "build" / "reproducible" / version
    done = environment / "installed"
    lock = REPOSITORY / "requirements.lock"
    if not done.exists() or done.stat().st_mtime < lock.stat().st_mtime:
        subprocess.run((python, "-m", "venv", "--clear", environment), check=True)
        install = ("-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", lock)
        subprocess.run((environment / "bin" / "python", *install), check=True)
        done.touch()
    where = Surroundings(f"by-{version}", {"TZ": "UTC"}, 0o022, python=environment / "bin" / "python")
    return version, cold(where, root)


def files(output: Path) -> dict[str, str]:
    """The hash of every file."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in _read(output)}


def contents(output: Path) -> dict[str, str]:
    """The hash of what every file says, however it is packed."""
    return {name: hashlib.sha256(content(name, data)).hexdigest() for name, data in _read(output)}


def _read(output: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(path for path in output.rglob("*") if path.is_file() and path.name != ".quizgen-lock"):
        yield path.relative_to(output).as_posix(), path.read_bytes()


def content(name: str, data: bytes) -> bytes:
    """What a file says: the members of an archive, the rows of a database, the words and pages of a PDF."""
    if name == MANIFEST:
        return _of_manifest(data)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return b"\0".join(
                part
                for member in archive.namelist()
                for part in (member.encode(), content(member, archive.read(member)))
            )
    if data.startswith(b"SQLite format 3"):
        return "\n".join(_rows(data)).encode()
    if data.startswith(b"%PDF"):
        return subprocess.run(("pdftotext", "-layout", "-", "-"), input=data, capture_output=True, check=True).stdout
    return data


def _of_manifest(data: bytes) -> bytes:
    """What was built, without the hashes of how it was packed and the marks of what built it."""
    manifest = json.loads(data)
    for entry in manifest["files"].values():
        for name in ("sha256", "inputs", "holds"):
            entry.pop(name, None)
    del manifest["sound"]
    return json.dumps(manifest, sort_keys=True).encode()


def _rows(data: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "collection")
        path.write_bytes(data)
        with closing(sqlite3.connect(path)) as database:
            return list(database.iterdump())


def different(one: Mapping[str, str], other: Mapping[str, str]) -> Iterator[str]:
    """A line for each file that is not the same in both."""
    for name in sorted({*one, *other}):
        if name not in other:
            yield f"  {name} is missing from the second"
        elif name not in one:
            yield f"  {name} is missing from the first"
        elif one[name] != other[name]:
            yield f"  {name} differs"


if __name__ == "__main__":
    sys.exit(main())
