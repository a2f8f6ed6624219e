"""What is put before quizgen by those who try it with whatever comes to their mind: files of a course, files to import.

A target takes the text or the bytes of a file and does with it what the commands do. It raises where anything comes of
it but findings that stand in the file and outputs that are whole.
"""

from __future__ import annotations

import contextlib
import functools
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from quizgen import building, checking, fixing, importing, marked_yaml, writing
from quizgen.building import Request
from quizgen.course import Course, load
from quizgen.exporters import BY_NAME
from quizgen.findings import Report, unpainted
from quizgen.importing.bank import Into, bank
from quizgen.making import Workshop
from quizgen.model import Quiz
from quizgen.reporting import printed
from quizgen.selecting import Selection
from quizgen.writing import CannotWriteError, Standing
from tests.compiling import compiled
from tests.conftest import STARTER
from tests.quizzes import SETTINGS

QUICK = ("html", "canvas", "qti", "moodle", "gift", "csv", "flashcards", "kahoot")
"""The formats that every course is tried in which has no errors."""
SLOW = ("anki", "pdf", "cards", "docx", "xlsx")
"""The others, which are tried when there is time."""


@functools.cache
def _course() -> Path:
    """A good course to lay files into, one for this process."""
    folder = Path(tempfile.mkdtemp(prefix="quizgen-fuzz-")) / "course"
    shutil.copytree(STARTER, folder)
    return folder


def _laid(path: str, data: bytes, formats: tuple[str, ...]) -> None:
    """Read and check the course with this file in it, and compile it where it has no errors."""
    root = _course()
    file, own = root / path, STARTER / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    try:
        _used(load(root), formats)
    finally:
        file.unlink()
        if own.exists():
            shutil.copyfile(own, file)


def _used(course: Course, formats: tuple[str, ...]) -> None:
    report = checking.run(course)
    _is_sound(report, course)
    _is_mended(course)
    quizzes = building.quizzes(course, Request(formats, 0))
    if report.passes():
        report = building.check(course, quizzes, formats)
        _is_sound(report, course)
    if report.passes():
        _is_made(quizzes, formats)


def _is_sound(report: Report, course: Course) -> None:
    """Every finding stands in its file, and a report can be made of all of them."""
    for finding in report.findings:
        assert finding.message.strip(), finding
        for where in filter(None, (finding.where, finding.see)):
            if where.path in course.sources:
                lines = course.sources[where.path].split("\n")
                assert 1 <= where.line <= len(lines), finding
                assert 1 <= where.column <= len(lines[where.line - 1]) + 1, finding
    for style in ("text", "json", "github", "sarif"):
        said = printed(report, course, style, unpainted, "")
        said.encode("utf-8")


def _is_mended(course: Course) -> None:
    """What is mended can be read, and says nothing of YAML that was not said before."""
    found = fixing.mendable(course, Selection((), ()))
    data = {path: (course.root / path).read_bytes() for path in fixing.by_file(found)}
    for file in fixing.fixes(found, course.sources, data).files:
        before, after = (marked_yaml.read(text, file.path) for text in (file.old, file.new))
        assert (before[0] is None) == (after[0] is None), file
        assert [one.rule for one in before[1]] == [one.rule for one in after[1]], file


def _is_made(quizzes: tuple[Quiz, ...], formats: tuple[str, ...]) -> None:
    for name in formats:
        for output in BY_NAME[name].export(quizzes, SETTINGS):
            assert output.data, output.name


def course_file(path: str, formats: tuple[str, ...] = QUICK) -> Callable[[bytes], None]:
    """The target of what may stand in a file of a course."""
    return lambda data: _laid(path, data, formats)


def manifest(data: bytes) -> None:
    """What may stand in the manifest of an output folder."""
    with tempfile.TemporaryDirectory(prefix="quizgen-fuzz-") as temporary:
        output = Path(temporary) / "output"
        (output / "instructor").mkdir(parents=True)
        (output / "instructor" / "manifest.json").write_bytes(data)
        (Path(temporary) / "mine.txt").write_text("mine", encoding="utf-8")
        course = load(STARTER)
        request = Request(("csv",), 0)
        quizzes = building.quizzes(course, request)
        standing: Standing = writing.standing(output)
        with contextlib.suppress(CannotWriteError):
            writing.write(compiled(course, quizzes, request, Workshop(standing.found)), output)
        assert (Path(temporary) / "mine.txt").read_text(encoding="utf-8") == "mine"


def imported(name: str) -> Callable[[bytes], None]:
    """The target of a file to import: the bank that is made of it can be read, and nothing that was read is lost."""

    def read(data: bytes) -> None:
        reading = importing.read(data, name)
        made = bank(reading, Into("Imported", load(STARTER).briefs, frozenset()))
        assert made.items + len(made.unread) >= len(reading.drafts)
        if made.text:
            document, findings = marked_yaml.read(made.text, "questions/imported.yaml")
            assert document is not None
            assert not findings, findings
            assert len(document.data["items"]) == made.items

    return read


TARGETS: dict[str, Callable[[bytes], None]] = {
    "bank": course_file("questions/storm-savings.yaml"),
    "another-bank": course_file("questions/another.yaml"),
    "brief": course_file("corpus/storm-savings.md"),
    "blueprint": course_file("questions/quizzes/another.yaml"),
    "settings": course_file("questions/course.yaml"),
    "reviewed": course_file("questions/reviewed.lock"),
    "released": course_file("questions/released.lock"),
    "every-format": course_file("questions/storm-savings.yaml", SLOW),
    "manifest": manifest,
    "gift": imported("file.gift"),
    "xml": imported("file.xml"),
    "csv": imported("file.csv"),
}
