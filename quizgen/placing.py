"""Put files in their places, each whole or not at all, whatever happens meanwhile.

What is to be a file is first written beside it under a name of its own, is on the disk, and is then moved into place.
One that was left there by a run that was killed is cleared away by the next.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path


class CannotWriteError(OSError):
    """A folder cannot be written, or holds a file that is not quizgen's where one is due."""


def said(error: OSError, place: Path) -> CannotWriteError:
    """What the system said of a file that could not be written, with what to do where we know it."""
    file = error.filename2 or error.filename or place
    if isinstance(error, PermissionError) and error.filename2 is not None:
        return CannotWriteError(f"{file}: another program has the file open: close it there, and run this again")
    return CannotWriteError(f"{file}: {error.strerror or error}")


def put(path: Path, data: bytes) -> None:
    """Write a file that is not there, in a folder that need not be there, down to the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def replace(files: Mapping[Path, bytes]) -> None:
    """Write files, each all at once; those that are there keep their permissions. Raise CannotWriteError."""
    for path, data in files.items():
        file = path.resolve()
        with _beside(file) as beside:
            put(beside, data)
            if file.exists():
                shutil.copymode(file, beside)
            beside.replace(file)


def create(path: Path, data: bytes) -> None:
    """Write a file all at once that must not be there yet; raise CannotWriteError where it is, or it cannot be."""
    with _beside(path) as beside:
        put(beside, data)
        _move_where_nothing_is(beside, path)


def write_new(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder that holds nothing yet, all or none; raise CannotWriteError where that cannot be."""
    with _beside(folder / "all") as beside:
        for name, data in files.items():
            put(beside / name, data)
        for entry in sorted(beside.iterdir()):
            entry.rename(folder / entry.name)


def unfinished(folder: Path) -> Path:
    """The folder within a new one in which what is to stand there is written first."""
    return _name(folder / "all")


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A name beside a file that nothing has, before and after; what the system says is raised as CannotWriteError."""
    beside = _name(path)
    try:
        _clear(beside)
        yield beside
    except OSError as error:
        raise said(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            _clear(beside)


def _name(path: Path) -> Path:
    return path.with_name(f".{path.name}.unfinished")


def _clear(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _move_where_nothing_is(file: Path, path: Path) -> None:
    try:
        os.link(file, path)  # which, other than to move, never takes the place of another
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a file system without links
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        file.rename(path)
