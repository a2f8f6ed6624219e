"""How fast self-tests are made, beside peers that make quiz pages too: the same items, in one run.

Each program is timed from its start to its page on disk. mkdocs-quiz and Queck get all that we get: stems, options, the
reason for each, rationales. QuizML has no place for reasons on its page, so it has less to do.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import peers
from benchmarks.items import SETTINGS, as_course, options, quiz_of
from benchmarks.measuring import Measured, command, in_turns
from benchmarks.sizes import seconds
from benchmarks.telling import Plan, Section, Table, alone
from quizgen.model import Quiz

ABOUT = (
    "From the start of each program to its page on disk. `quizgen build html` reads, checks and builds; `page alone` "
    "is the exporter, from values that it makes in that time. `times` is of quizgen build, by the processor and by "
    "size. QuizML has no place for reasons."
)


def for_us(quiz: Quiz, folder: Path) -> Path:
    """The items as a course; the page that quizgen makes of it."""
    as_course(quiz, folder)
    return folder / "output" / "students" / "html" / "storms.html"


def for_page_alone(quiz: Quiz, folder: Path) -> Path:
    """Nothing to prepare but how many there are."""
    folder.mkdir(parents=True)
    (folder / "count").write_text(str(len(quiz.questions)), encoding="utf-8")
    return folder / "storms.html"


def for_mkdocs_quiz(quiz: Quiz, folder: Path) -> Path:
    """The items in Markdown as mkdocs-quiz has them; the page that it makes."""
    pieces = ["# Quiz\n"]
    for asked in quiz.questions:
        answers = "\n".join(f"- [{'x' if one.correct else ' '}] {one.text}\n> {one.why}" for one in options(asked))
        pieces.append(f"<quiz>\n{asked.stem}\n{answers}\n\n{asked.rationale}\n</quiz>\n")
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("\n".join(pieces), encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Quiz\nplugins: [mkdocs_quiz]\n", encoding="utf-8")
    return folder / "site" / "index.html"


def for_quizml(quiz: Quiz, folder: Path) -> Path:
    """The items in YAML as QuizML has them, which JSON is too; the page that it makes."""
    entries = [
        {
            "type": "mc",
            "marks": 1,
            "question": asked.stem,
            "choices": [{"x" if one.correct else "o": one.text} for one in options(asked)],
        }
        for asked in quiz.questions
    ]
    folder.mkdir(parents=True)
    (folder / "quiz.yaml").write_text(json.dumps(entries, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder / "quiz.html"


def for_queck(quiz: Quiz, folder: Path) -> Path:
    """The items in YAML as Queck has them; the page that it makes."""
    lines = [f"title: {quiz.title}", "questions:"]
    for asked in quiz.questions:
        lines += [f"  - text: {json.dumps(asked.stem)}", "    answer:"]
        marked = (f"({'o' if one.correct else ' '}) {one.text} // {one.why}" for one in options(asked))
        lines += [f"      - {json.dumps(entry)}" for entry in marked]
        lines += [f"    feedback: {json.dumps(asked.rationale)}", "    marks: 1"]
    folder.mkdir(parents=True)
    (folder / "quiz.qk").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "out" / "quiz.html"


def make_page(page: Path) -> None:
    """The page of the items alone, written to disk."""
    from quizgen.exporters import html

    (output,) = html.export([quiz_of(int((page.parent / "count").read_text()))], SETTINGS)
    page.write_bytes(output.data)


@dataclass(frozen=True)
class Program:
    """What makes a page: how items are laid out for it, the command to run beside them, and the package it comes in."""

    lay_out: Callable[[Quiz, Path], Path]
    command: tuple[str, ...]
    package: str | None = None


PROGRAMS = {
    "quizgen build html": Program(for_us, (sys.executable, "-m", "quizgen", "build", "html")),
    "page alone": Program(for_page_alone, (sys.executable, "-m", "benchmarks.selftests", "storms.html")),
    "mkdocs-quiz": Program(for_mkdocs_quiz, (f"{peers.BIN}/mkdocs", "build", "-q", "-d", "site"), "mkdocs-quiz"),
    "QuizML": Program(for_quizml, (f"{peers.BIN}/quizml", "--quiet", "-t", "html-preview", "quiz.yaml"), "QuizML"),
    "Queck": Program(for_queck, (f"{peers.BIN}/queck", "export", "quiz.qk", "-f", "html", "-o", "out"), "Queck"),
}


@dataclass(frozen=True)
class Page:
    """What a program took, and the page that it made."""

    taken: Measured
    data: bytes


def measure(plan: Plan) -> Section:
    """Each program that is there, in turns."""
    quiz = quiz_of(plan.compared)
    present = {name: one for name, one in PROGRAMS.items() if one.package is None or one.package in peers.versions()}
    with tempfile.TemporaryDirectory() as folder:
        pages = _pages(present, quiz, Path(folder), plan.rounds)
    rows = tuple(_row(name, page, pages["quizgen build html"], quiz) for name, page in pages.items())
    heads = ("page by", "items", "reasons", "clock, s", "processor, s", "times", "memory, MiB", "kB", "zipped", "times")
    named = tuple(one.package for one in PROGRAMS.values() if one.package)
    return Section("Self-tests", ABOUT, (Table(heads, rows),), peers.missing(*named))


def _pages(present: dict[str, Program], quiz: Quiz, folder: Path, rounds: int) -> dict[str, Page]:
    """What each program took at best, and its page; every round has folders of its own."""
    data: dict[str, bytes] = {}

    def run(name: str) -> Measured:
        own = Path(tempfile.mkdtemp(dir=folder)) / "items"
        page = present[name].lay_out(quiz, own)
        taken = command(present[name].command, own)
        data[name] = page.read_bytes()
        return taken

    found = in_turns({name: partial(run, name) for name in present}, rounds)
    return {name: Page(taken, data[name]) for name, taken in found.items()}


def _row(name: str, page: Page, ours: Page, quiz: Quiz) -> tuple[str, ...]:
    text = b" ".join(page.data.split())  # some break lines
    stems, reasons = (
        sum(said.encode() in text for said in texts)
        for texts in ([one.stem for one in quiz.questions], [one.rationale for one in quiz.questions])
    )
    taken, times = page.taken, f"{page.taken.processor / ours.taken.processor:.2f}"
    figures = (seconds(taken.clock), seconds(taken.processor), times, f"{taken.memory:,.0f}")
    size = (f"{len(page.data) / 1000:,.0f}", f"{len(gzip.compress(page.data)) / 1000:,.0f}")
    return (name, f"{stems:,}", f"{reasons:,}", *figures, *size, f"{len(page.data) / len(ours.data):.2f}")


if __name__ == "__main__":
    make_page(Path(sys.argv[1]).resolve()) if sys.argv[1:2] == ["storms.html"] else alone(measure)
