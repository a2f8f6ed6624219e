"""What was built before and would be as it is stays; whatever is left is made, here or by other processes."""

from __future__ import annotations

import concurrent.futures
import json
import os
import pickle
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import at_once, building, exporters, making, versions, writing
from quizgen.at_once import Work
from quizgen.building import Request
from quizgen.course import load
from quizgen.jobs import Job
from quizgen.making import Files, Making, Workshop
from quizgen.manifest import MANIFEST
from quizgen.model import Output, Printing
from tests.compiling import compiled
from tests.quizzes import SETTINGS, every_shape

FORMATS = tuple(exporters.BY_NAME)
REQUEST = Request(FORMATS, time=1_767_225_600, printing=Printing(variants=("readable",), copies=2, answer_sheet=True))
BANK = "questions/storm-savings.yaml"


def build(course: Path, output: Path, request: Request = REQUEST, *, fresh: bool = False) -> set[str]:
    """Build a course; the names of the files that were made, rather than found."""
    made: set[str] = set()
    loaded = building.scope(load(course), request)
    workshop = Workshop() if fresh else Workshop(writing.standing(output).found)
    quizzes = building.quizzes(loaded, request)
    writing.write(compiled(loaded, quizzes, request, workshop, tick=made.add), output)
    return made


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != ".quizgen-lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def change(course: Path, name: str, pattern: str, to: str) -> None:
    """Put something else where a pattern is found first in a file of the course."""
    path = course / name
    text, count = re.subn(pattern, to, path.read_text(encoding="utf-8"), count=1)
    assert count == 1
    path.write_text(text, encoding="utf-8")


def test_a_second_build_makes_nothing(starter: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    assert len(build(starter, output)) >= len(FORMATS)
    before = files(output)
    assert build(starter, output) == set()
    assert files(output) == before


def test_a_file_that_stands_as_it_stood_is_not_written_again(starter: Path, tmp_path: Path) -> None:
    build(starter, tmp_path)
    deck = tmp_path / "students/anki/storm-savings.apkg"
    os.utime(deck, (1, 1))
    build(starter, tmp_path)
    build(starter, tmp_path, fresh=True)
    assert deck.stat().st_mtime == 1


# What an instructor may change, and a file that must be made anew for it.
EDITS: dict[str, tuple[str, str, str, str]] = {
    "stem": (BANK, r"stem: (.*)\?", r"stem: \1 now?", "students/html/storm-savings.html"),
    "rationale": (BANK, r"rationale: ", "rationale: Indeed, ", "students/anki/course.apkg"),
    "title of the bank": (BANK, r"title: .*", "title: Another", "students/html/index.html"),
    "passage": ("corpus/storm-savings.md", r"\n\n(\w)", r"\n\nIn short: \1", "students/html/storm-savings.html"),
    "title of the brief": ("corpus/storm-savings.md", r"title: .*", "title: Another", "students/anki/course.apkg"),
    "title of the course": ("questions/course.yaml", r"title: .*", "title: Another", "students/anki/course.apkg"),
    "language": ("questions/course.yaml", r"language: en", "language: es", "students/pdf/storm-savings/quiz-A.pdf"),
    "paper": ("questions/course.yaml", r"paper: \w+", "paper: a4", "students/pdf/storm-savings/quiz-A.pdf"),
    "seed": ("questions/course.yaml", r"seed: \d+", "seed: 77", "students/pdf/storm-savings/quiz-A.pdf"),
}


@pytest.mark.parametrize(("name", "pattern", "to", "made"), EDITS.values(), ids=EDITS.keys())
def test_after_a_change_the_files_are_those_of_a_full_build(
    starter: Path, tmp_path: Path, name: str, pattern: str, to: str, made: str
) -> None:
    output, anew = tmp_path / "output", tmp_path / "anew"
    change(starter, "questions/course.yaml", r"\Z", "defaults: {paper: letter, forms: 1, seed: 2026}\n")
    build(starter, output)
    change(starter, name, pattern, to)
    assert made in build(starter, output)
    build(starter, anew)
    assert files(output) == files(anew)


def test_what_moves_lines_alone_makes_nothing(starter: Path, tmp_path: Path) -> None:
    build(starter, tmp_path)
    change(starter, BANK, r"\A", "# A remark above\n\n")
    assert build(starter, tmp_path) == set()


def test_a_change_of_one_bank_leaves_the_files_of_another(starter: Path, tmp_path: Path) -> None:
    (starter / "questions" / "other.yaml").write_text(
        (starter / BANK).read_text(encoding="utf-8").replace("  - id: ", "  - id: other-"), encoding="utf-8"
    )
    build(starter, tmp_path)
    change(starter, "questions/other.yaml", r"rationale: ", "rationale: Indeed, ")
    made = build(starter, tmp_path)
    assert [name for name in made if "storm-savings" in name] == []
    assert "students/html/other.html" in made


@pytest.mark.parametrize("harm", ["edit", "delete"])
def test_a_file_that_was_changed_or_deleted_is_made_again(starter: Path, tmp_path: Path, harm: str) -> None:
    build(starter, tmp_path)
    before = files(tmp_path)
    page = tmp_path / "students/html/storm-savings.html"
    if harm == "delete":
        page.unlink()
    else:
        page.write_bytes(page.read_bytes() + b"<!-- mine -->")
    assert build(starter, tmp_path) == {"students/html/storm-savings.html"}
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "[]",
        '{"files": {"a": {"format": "pdf", "quiz": null, "inputs": 3}}}',
        '{"files": {"../a": {"inputs": "x"}}}',
    ],
)
def test_a_manifest_that_tells_nothing_costs_a_full_build(starter: Path, tmp_path: Path, manifest: str) -> None:
    names = build(starter, tmp_path)
    before = files(tmp_path)
    (tmp_path / MANIFEST).write_text(manifest, encoding="utf-8")
    assert build(starter, tmp_path) == names
    assert files(tmp_path) == before


def test_another_version_makes_everything_anew(starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = build(starter, tmp_path)
    monkeypatch.setattr(versions, "fingerprint", lambda: "another")
    assert build(starter, tmp_path) == names


def test_fresh_makes_everything_anew(starter: Path, tmp_path: Path) -> None:
    names = build(starter, tmp_path)
    before = files(tmp_path)
    assert build(starter, tmp_path, fresh=True) == names
    assert files(tmp_path) == before


def test_a_part_of_a_course_finds_what_the_whole_has_made(starter: Path, tmp_path: Path) -> None:
    build(starter, tmp_path)
    part = replace(REQUEST, banks=("storm-savings",))
    assert build(starter, tmp_path, part) == set()
    assert build(starter, tmp_path) == set()


def test_every_file_but_the_zip_says_what_it_was_made_of(starter: Path, tmp_path: Path) -> None:
    build(starter, tmp_path)
    entries = json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))["files"]
    assert len(entries) >= len(FORMATS)
    assert len({entry["inputs"] for entry in entries.values()}) == len(entries)


QUIZZES = (every_shape(), replace(every_shape(language="es"), id="de-tormentas"), replace(every_shape(), id="exam-1"))


@pytest.fixture
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_once, "processors", lambda: 2)
    monkeypatch.setattr(making, "_MANY", 0)


def files_of(formats: tuple[str, ...], workshop: Workshop) -> Files:
    one = making.making(QUIZZES, SETTINGS, formats, workshop)
    return one.files(at_once.each(one.work, worth=one.worth))


@pytest.mark.usefixtures("_two_processors")
@pytest.mark.parametrize("name", FORMATS)
def test_other_processes_make_the_same_bytes(name: str) -> None:
    here = tuple(exporters.BY_NAME[name].export(QUIZZES, SETTINGS))
    there = files_of((name,), Workshop())[name]
    assert here
    assert [replace(output, inputs=None) for output in there] == list(here)


@pytest.mark.parametrize("name", FORMATS)
def test_jobs_can_be_sent_elsewhere(name: str) -> None:
    jobs = list(exporters.BY_NAME[name].jobs(QUIZZES, SETTINGS))
    assert jobs
    for job in jobs:
        assert pickle.loads(pickle.dumps(job)).output() == job.output()


@pytest.fixture(params=["thread", "process"])
def executor(request: pytest.FixtureRequest) -> concurrent.futures.Executor:
    kinds: dict[str, Callable[[int], concurrent.futures.Executor]] = {
        "thread": concurrent.futures.ThreadPoolExecutor,
        "process": concurrent.futures.ProcessPoolExecutor,
    }
    return kinds[request.param](2)


def test_any_executor_makes_the_same_bytes(starter: Path, executor: concurrent.futures.Executor) -> None:
    formats = ("anki", "html", "canvas")
    with executor:
        there = files_of(formats, Workshop(executor=executor))
    assert there == files_of(formats, Workshop())


def test_to_warm_up_the_smallest_file_of_each_kind_is_made() -> None:
    made: list[str] = []

    def deck(name: str) -> None:
        made.append(f"deck {name}")

    def paper(name: str) -> None:
        made.append(f"paper {name}")

    jobs = [
        Job(function, (name,), items) for function in (deck, paper) for name, items in (("a", 3), ("b", 1), ("c", 2))
    ]
    due = tuple(making._Due("any", job) for job in jobs)
    making.warm_up(Making(("any",), due, tuple, (None,) * len(due), Work(lambda due: None, ()), warm=False))
    assert sorted(made) == ["deck b", "paper b"]


@pytest.mark.parametrize(("weight", "cold", "warm"), [(399, False, False), (400, True, False), (2_000, True, True)])
def test_a_warm_process_makes_more_itself(weight: int, *, cold: bool, warm: bool) -> None:
    work = Work[making._Due, Output | None](lambda due: None, (), (weight,))
    assert Making((), (), tuple, (), work, warm=False).worth == cold
    assert Making((), (), tuple, (), work, warm=True).worth == warm
