"""Build again and again: whenever a file of the course is saved, until Ctrl-C."""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click
import watchfiles

from quizgen import asking
from quizgen.cli import compiling
from quizgen.cli.compiling import Kept, Options
from quizgen.cli.speaking import root, shown

_READ = (".md", ".yaml", ".yml", ".lock")
"""The endings of what is read of a course; editors put files of their own beside these."""

_QUIET = 25
"""For so many milliseconds nothing more may change: who saves all files does it at once, and so does a checkout."""

_BEGINS = 100
"""After so many milliseconds the first build begins, while it is watched already what changes meanwhile.

As often it is seen to whether the folders are still the same.
"""


def build(options: Options) -> int:
    """Build, and after every change again, with what the build before has left; 0 once this is ended.

    What is wrong with the course, or keeps files from being written, is said, and waits to be mended.
    """
    folder, kept = root(options.course), Kept()
    changes = _changes([folder / "corpus", folder / "questions"])
    next(changes)
    compiling.build(options, kept)
    _get_ready(kept)
    with contextlib.suppress(KeyboardInterrupt):
        click.echo("Built again whenever a file of the course is saved; Ctrl-C ends this.")
        for changed in changes:
            click.echo(f"\n{time.strftime('%H:%M:%S')}  {', '.join(map(shown, changed))}")
            _again(replace(options, fresh=False), kept)
            _get_ready(kept)
    return 0


def _get_ready(kept: Kept) -> None:
    """Do what there is time for until something changes."""
    kept.next_turn()
    gc.unfreeze()  # what is read is frozen for a build: what no build needs any more is cleared away now
    gc.collect()


def _again(options: Options, kept: Kept) -> None:
    try:
        compiling.build(options, kept)
    except (asking.WrongUsageError, OSError) as error:
        click.echo(f"Error: {error}", err=True)


def _changes(folders: Sequence[Path]) -> Iterator[list[Path]]:
    """The files that have changed, whenever some have, or the folders; the first time is at once."""
    due: list[Path] | None = []
    while True:
        there = _there(folders)
        for found in watchfiles.watch(*there, step=_QUIET, rust_timeout=_BEGINS, yield_on_timeout=True):
            changed = sorted({Path(path) for _, path in found if path.endswith(_READ)})
            if changed or due is not None:
                yield [*(due or ()), *changed]
                due = None
            if (now := _there(folders)) != there:  # what stands in another folder of this name, nobody tells of
                due = [folder for folder in folders if now.get(folder) != there.get(folder)]
                break


def _there(folders: Sequence[Path]) -> dict[Path, tuple[int, int]]:
    """The folders that there are, and which folder each is to the system."""
    there = {}
    for folder in folders:
        with contextlib.suppress(OSError):
            status = folder.stat()
            there[folder] = (status.st_dev, status.st_ino)
    return there
