"""Write what a build made into an output folder, all together or not at all, with the manifest that lists it.

A build is first written whole into a folder of its own inside the output folder, with a plan of what is to happen to
each file; the plan, written last, is the point of no return. Then files are moved into place one by one. A build killed
before the plan leaves the old output; one killed after it is finished by the next run.

Two builds into one folder take turns.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from quizgen import handing_out
from quizgen import manifest as manifests
from quizgen.handing_out import File
from quizgen.manifest import MANIFEST, Build
from quizgen.model import Output
from quizgen.placing import CannotWriteError, create, put, replace, said, write_new

__all__ = [
    "CannotWriteError",
    "Standing",
    "Written",
    "create",
    "finish",
    "replace",
    "standing",
    "summary",
    "write",
    "write_new",
]

_STAGE = ".quizgen-build"
_PLAN = "plan.json"
_TURN = ".quizgen-lock"
_IN_THE_WAY = "is in the way and was not written by quizgen: move it, or build with another --output"
_PATIENCE = 20.0
"""As many seconds a build waits for another that is writing to the same folder; to write takes one or two."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did: the files that stand now, and of those that stood before the ones that are gone.

    `withdrawn` are those gone because they held what is kept for exams now; `zipped` says that there is one file for
    the class; `same` counts the files that stand as they stood.
    """

    files: tuple[str, ...]
    removed: tuple[str, ...]
    withdrawn: tuple[str, ...] = ()
    zipped: bool = False
    same: int = 0


def write(build: Build, folder: Path) -> Written:
    """Replace in a folder what the build makes anew, and nothing else; raise CannotWriteError where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_ways_out((f"{_STAGE}/{_PLAN}", f"{_TURN}/"), folder)
        with _turn(folder):
            finish(folder)
            old = _old_manifest(folder)
            build = _bundled(build, old, folder)
            new, stale = manifests.merged(old, build)
            _refuse_ways_out((*new["files"], *stale, MANIFEST), folder)
            _refuse_strangers(build, old, folder)
            changed = tuple(_changed(build, folder))
            try:
                _stage(changed, new, stale, folder)
                finish(folder)
            except BaseException:  # interrupted, or no room: back to what was, or on to what is to be
                with contextlib.suppress(OSError):
                    finish(folder)
                raise
    except CannotWriteError:
        raise
    except OSError as error:
        raise said(error, folder) from error
    withdrawn = tuple(name for name in stale if not manifests.may_stay(name, old, build.for_exams))
    names = tuple(output.name for files in build.files.values() for output in files)
    return Written(names, tuple(stale), withdrawn, handing_out.NAME in names, len(names) - len(changed))


@dataclass(frozen=True, slots=True)
class Standing:
    """What earlier builds left in an output folder.

    `found` is asked for the file that was made of these inputs and stands as it was, unless none was left; `sound` has
    the marks of items of which checks said nothing.
    """

    found: Callable[[str], Output | None] | None = None
    sound: frozenset[str] = frozenset()


def standing(folder: Path) -> Standing:
    """What earlier builds left in a folder."""
    manifest = _old_manifest(folder)
    files = manifests.by_inputs(manifest)

    def found(inputs: str) -> Output | None:
        name, entry = files.get(inputs, ("", {}))
        try:
            there = bool(name) and (folder / name).is_file()
            return manifests.as_output(name, entry, (folder / name).read_bytes()) if there else None
        except OSError:
            return None

    return Standing(found if files else None, frozenset(manifest["sound"]))


def _bundled(build: Build, old: dict[str, Any], folder: Path) -> Build:
    """The build with one file for the class, where it is to have one: of what it makes, and of what stays of others."""
    if build.bundle is None:
        return build
    entries, quizzes = (manifests.merged(old, build)[0][part] for part in ("files", "quizzes"))
    made = {output.name: output.data for files in build.files.values() for output in files}
    titles = handing_out.titles(quizzes)
    files = []
    for name in sorted(entries):
        if name.startswith(handing_out.FOLDER) and (name in made or _stands(name, folder)):
            data = made[name] if name in made else (folder / name).read_bytes()
            files.append(File(name, data, titles.get(entries[name]["quiz"])))
    output = build.bundle(files)
    return dataclasses.replace(build, files={**build.files, "zip": (output,) if output else ()})


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """Hold the folder, so that no other build writes to it meanwhile; the system lets go where a build is killed."""
    from filelock import FileLock, Timeout  # most commands write nothing

    lock = FileLock(folder / _TURN)
    try:
        lock.acquire(timeout=_PATIENCE)
    except Timeout:
        message = "another build is writing here: wait until it has ended, or build with another --output"
        raise CannotWriteError(f"{folder}: {message}") from None
    except NotImplementedError:
        pass  # a file system without locks, such as some network drives
    try:
        yield
    finally:
        lock.release()


def summary(build: Build, written: Written) -> str:
    """What a build did, in a line."""
    items = len({question.id for quiz in build.quizzes for question in quiz.questions})
    kinds = ", ".join(f"{len(files)} {name}" for name, files in build.files.items())
    files = _counted(len(written.files), "file", "files")
    of = _counted(len(build.quizzes), "quiz", "quizzes")
    same = f", {written.same} of them as before" if written.same else ""
    return f"Built {files} ({kinds}) from {_counted(items, 'item', 'items')} in {of}{same}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def finish(folder: Path) -> None:
    """Carry out the plan of a build that was staged whole; clear away one that was not."""
    stage = folder / _STAGE
    if not stage.exists():
        return
    if stage.is_symlink() or not stage.is_dir():
        raise CannotWriteError(f"{stage} {_IN_THE_WAY}")
    plan = stage / _PLAN
    if plan.exists():
        write, remove = _steps(plan)
        _refuse_ways_out((*write, *remove, *(f"{_STAGE}/files/{name}" for name in write)), folder)
        for name in write:
            staged, target = stage / "files" / name, folder / name
            if staged.exists():  # else moved by the run that did not come to its end
                target.parent.mkdir(parents=True, exist_ok=True)
                staged.replace(target)
        for name in remove:
            (folder / name).unlink(missing_ok=True)
            _remove_empty(folder, PurePosixPath(name).parent)
        plan.unlink()
    shutil.rmtree(stage)


def _steps(plan: Path) -> tuple[list[str], list[str]]:
    """The files that a plan moves into place, and those that it removes; none where it is not one that we wrote."""
    try:
        steps: object = json.loads(plan.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        steps = None
    parts = steps if isinstance(steps, dict) else {}
    told = (part if isinstance(part := parts.get(name), list) else [] for name in ("write", "remove"))
    write, remove = ([name for name in names if manifests.is_inside(name)] for names in told)
    return write, remove


def _refuse_ways_out(names: Iterable[str], folder: Path) -> None:
    """Raise where a file would be written or removed behind a link that leads out of the folder."""
    root = Path(os.path.realpath(folder))
    for parent in sorted({name.rpartition("/")[0] for name in names}):
        if not Path(os.path.realpath(root / parent)).is_relative_to(root):
            message = "is a link that leads out of the output folder, or lies behind one: delete the link"
            raise CannotWriteError(f"{folder / parent} {message}, or build with another --output")


def _stands(name: str, folder: Path) -> bool:
    """Whether a file of an earlier build is there, itself and no link to another."""
    file = folder / name
    return file.is_file() and file.resolve() == folder.resolve() / name


def _remove_empty(folder: Path, parent: PurePosixPath) -> None:
    """Remove the folders above a file that is gone, as long as they hold nothing."""
    while parent.parts:
        try:
            (folder / parent).rmdir()
        except OSError:
            return
        parent = parent.parent


def _changed(build: Build, folder: Path) -> Iterator[Output]:
    """The files of the build that do not stand in the folder already, as they are to be."""
    for files in build.files.values():
        for output in files:
            target = folder / output.name
            if not (target.is_file() and target.read_bytes() == output.data):
                yield output


def _stage(changed: Iterable[Output], manifest: dict[str, Any], stale: Iterable[str], folder: Path) -> None:
    stage = folder / _STAGE
    names = []
    for output in changed:
        put(stage / "files" / output.name, output.data)
        names.append(output.name)
    put(stage / "files" / MANIFEST, manifests.written(manifest).encode())
    plan = json.dumps({"write": [*names, MANIFEST], "remove": list(stale)})
    unfinished = stage / "plan.unfinished"
    put(unfinished, plan.encode())
    unfinished.replace(stage / _PLAN)


def _old_manifest(folder: Path) -> dict[str, Any]:
    try:
        return manifests.read((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return manifests.read(None)


def _refuse_strangers(build: Build, old: dict[str, Any], folder: Path) -> None:
    """Raise where a file that is due stands already, differs, and was not written by quizgen."""
    for files in build.files.values():
        for output in files:
            target = folder / output.name
            if output.name in old["files"] or not target.exists():
                continue
            if target.is_dir() or target.read_bytes() != output.data:
                raise CannotWriteError(f"{target} {_IN_THE_WAY}")
