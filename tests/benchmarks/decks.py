"""How fast Anki packages are made, against the floor: the same rows inserted by SQLite alone, and a deflated zip.

Run it by `make benchmark`. It prints; it asserts nothing, since machines differ. Every size is measured in processes of
its own, the package and its floor in one of them. `package` is the file from notes that are there already, as the floor
has its rows; `export` is the whole way from items, and the memory is that of a process that does nothing else.
"""

from __future__ import annotations

import io
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import Any

from genanki.apkg_schema import APKG_SCHEMA

from quizgen import assemble
from quizgen.assemble import Plan
from quizgen.course import load
from quizgen.exporters import anki
from quizgen.exporters.anki.decks import course_deck
from quizgen.exporters.anki.notes import notes
from quizgen.exporters.anki.package import apkg
from quizgen.model import Answer, Choices, Essay, Gaps, Number, Pairs, Question, Quiz, Sequence, Settings, Words
from quizgen.releases import BEFORE_ANY, Released
from tests.benchmarks.courses import word
from tests.conftest import REPOSITORY
from tests.exporters.anki.packaging import rows

SIZES = (1_000, 10_000, 50_000)
SETTINGS = Settings(paper="letter", time=BEFORE_ANY, whole=False)


def quiz(items: int) -> Quiz:
    """One quiz of so many items: those of this repository again and again, each copy in words of its own."""
    course = load(REPOSITORY)
    banks = assemble.of_banks(course, Plan(forms=0, seed=1))
    originals = [question for bank in banks for question in bank.questions]
    copies = (varied(question, copy) for copy in count() for question in originals)
    return replace(banks[0], questions=tuple(islice(copies, items)), briefs=course.briefs)


def varied(question: Question, copy: int) -> Question:
    """The item under another id, with a word of its own in its stem, its reason and its answer."""
    own = word(copy)
    return replace(
        question,
        id=f"{question.id}-{copy}",
        stem=f"{question.stem} {own}" if question.stem else "",
        rationale=f"{question.rationale} {own}",
        answer=_varied(question.answer, own),
    )


def _varied(answer: Answer, own: str) -> Answer:
    match answer:
        case Choices(options=options):
            return replace(answer, options=tuple(replace(option, text=f"{option.text} {own}") for option in options))
        case Words(accepted=accepted):
            return replace(answer, accepted=tuple(f"{text} {own}" for text in accepted))
        case Gaps(parts=parts):
            return replace(answer, parts=(*parts, f" {own}"))
        case Pairs(lefts=lefts):
            return replace(answer, lefts=tuple(replace(left, text=f"{left.text} {own}") for left in lefts))
        case Sequence(steps=steps):
            return replace(answer, steps=tuple(replace(step, text=f"{step.text} {own}") for step in steps))
        case Essay(model_answer=text):
            return replace(answer, model_answer=f"{text} {own}")
        case Number():
            return replace(answer, derived=f"{answer.derived or answer.text} {own}")


def floor(tables: dict[str, list[Any]]) -> bytes:
    """What no package can be made without: its rows in a database, and that in a zip."""
    buffer = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "collection.anki2")
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(f"pragma journal_mode = off; pragma synchronous = off; {APKG_SCHEMA}")
            for table, found in tables.items():
                connection.executemany(f"insert into {table} values ({', '.join('?' * len(found[0]))})", found)
            connection.commit()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(path, path.name)
            archive.writestr("media", "{}")
    return buffer.getvalue()


def seconds(make: Callable[[], object]) -> float:
    """The wall time of a run."""
    before = time.perf_counter()
    make()
    return time.perf_counter() - before


def of_package(items: int) -> dict[str, float]:
    """The best times of the package of so many notes and of its floor, which take turns, and its size in MB."""
    whole = quiz(items)
    made, course = list(notes(whole)), course_deck(whole)

    def package() -> bytes:
        return apkg(made, course, BEFORE_ANY, Released())

    data = package()
    tables = tables_of(data)
    times = [(seconds(package), seconds(lambda: floor(tables))) for _ in range(3)]
    best, least = (min(taken) for taken in zip(*times, strict=True))
    return {"package": best, "floor": least, "megabytes": len(data) / 1e6}


def tables_of(data: bytes) -> dict[str, list[Any]]:
    """The rows of a package."""
    return {table: rows(data, f"select * from {table}") for table in ("col", "notes", "cards")}


def of_export(items: int) -> dict[str, float]:
    """The time of the whole way from items to a file, and the most memory of a process that goes it, in MiB."""
    whole = quiz(items)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    taken = seconds(lambda: list(anki.export([whole], SETTINGS)))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # kilobytes on Linux
    return {"export": taken, "memory": most / 1024, "items": before / 1024}


def _apart(measure: str, items: int) -> dict[str, float]:
    """What a process of its own measures."""
    command = [sys.executable, "-m", __spec__.name, measure, str(items)]
    measured: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return measured


def main() -> None:
    """Print a line for each size; or, for one size, what the process itself measures."""
    if len(sys.argv) > 1:
        print(json.dumps({"package": of_package, "export": of_export}[sys.argv[1]](int(sys.argv[2]))))
        return
    print(
        f"{'notes':>7} {'.apkg, MB':>9} {'floor, s':>8} {'package, s':>10} {'times':>5} {'export, s':>9} {'times':>5} "
        f"{'µs/note':>7} {'memory, MiB':>11} {'items alone':>11}"
    )
    for items in SIZES:
        made, whole = _apart("package", items), _apart("export", items)
        print(
            f"{items:>7,} {made['megabytes']:>9.1f} {made['floor']:>8.2f} {made['package']:>10.2f} "
            f"{made['package'] / made['floor']:>5.2f} {whole['export']:>9.2f} {whole['export'] / made['floor']:>5.2f} "
            f"{made['package'] / items * 1e6:>7.0f} {whole['memory']:>11.0f} {whole['items']:>11.0f}"
        )


if __name__ == "__main__":
    main()
