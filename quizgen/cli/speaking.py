"""What commands share with the outside: the course found from here, the time, what is printed, how one exits."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen import asking

if TYPE_CHECKING:
    from quizgen.course import Course
    from quizgen.files import Readings
    from quizgen.findings import Report


FOUND, CANNOT_WRITE, INTERRUPTED, TERMINATED = 1, 3, 130, 143


def now() -> int:
    """The moment that the environment takes for now, else that of the clock."""
    said = asking.moment(os.environ.get("SOURCE_DATE_EPOCH"))
    return int(time.time()) if said is None else said


def shown(path: Path) -> str:
    """A path as short as it can be said from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def root(folder: Path | None) -> Path:
    """The folder of the course: the one given, or the nearest one upward from here."""
    from quizgen import course

    found = course.find(Path.cwd()) if folder is None else folder
    if found is None or not (found / "questions").is_dir():
        where = "here or above" if folder is None else f"in {folder}"
        raise asking.WrongUsageError(
            f"there is no course {where}: it has the folders `corpus` and `questions`; `quizgen init demo` makes one"
        )
    return found


def load(folder: Path | None, memory: Readings | None = None) -> Course:
    """The course in the folder given, or in the nearest one upward from here; `memory` is as in `course.load`."""
    from quizgen import course

    found = root(folder)
    # nothing that is read is garbage, and little of what checks find: to look for some takes a third of the time
    gc.disable()
    loaded = course.load(found, memory)
    gc.freeze()
    gc.set_threshold(100_000)
    gc.enable()
    return loaded


_COLOURS = {
    "error": "red",
    "warning": "yellow",
    "note": "blue",
    "place": "cyan",
    "mark": "green",
    "+": "green",
    "-": "red",
    "@": "cyan",
}


def paint(text: str, role: str) -> str:
    """The text in the colour of its role; click.echo takes it out again where the output is no terminal."""
    if os.environ.get("NO_COLOR"):
        return text
    return click.style(text, fg=_COLOURS.get(role), bold=role in ("error", "warning"))


def printed(report: Report, course: Course, style: str) -> str:
    """A report in a style of `--format`, for a terminal or a program."""
    from quizgen import reporting

    checkout = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    return reporting.printed(report, course, style, paint, reporting.folder_in(checkout, course.root))
