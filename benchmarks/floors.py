"""What no build can do without, each by the plainest means there are: parsing, a page, a package, and our own layout.

The sum of these is what a build is measured against; it checks nothing, escapes and shuffles nothing.
"""

from __future__ import annotations

import io
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.measuring import Measured, here, in_turns, module, tell
from quizgen.model import Quiz, Settings

PAGE = """<!doctype html><title>{{ quiz.title }}</title>
{% for question in quiz.questions %}<section id="{{ question.id }}"><p>{{ question.stem }}</p>
{% for text in question.answer | texts %}<p>{{ text }}</p>{% endfor %}<p>{{ question.rationale }}</p>
{% for one in question.evidence %}<blockquote>{{ one.quote }}</blockquote>{% endfor %}</section>
{% endfor %}"""


def parse(course: Path) -> None:
    """Go through the events of every bank, as PyYAML's C parser has them."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    for path in (course / "questions").glob("*.yaml"):
        for _ in yaml.parse(path.read_text(encoding="utf-8"), Loader=loader):
            pass


def page(quizzes: Sequence[Quiz]) -> Callable[[], bytes]:
    """Fill in a plain template, which has every text and no script."""
    from jinja2 import Environment

    environment = Environment(autoescape=True)
    environment.filters["texts"] = _texts
    return lambda: b"".join(environment.from_string(PAGE).render(quiz=quiz).encode() for quiz in quizzes)


def _texts(answer: object) -> list[str]:
    """Every text in an answer, whatever its shape."""
    if isinstance(answer, str):
        return [answer]
    if isinstance(answer, tuple):
        return [text for part in answer for text in _texts(part)]
    names = getattr(answer, "__dataclass_fields__", ())
    return [text for name in names if name != "where" for text in _texts(getattr(answer, name))]


def packages(quizzes: Sequence[Quiz]) -> Callable[[], bytes]:
    """Insert the rows of the decks of the quizzes and of the course, and zip them."""
    from quizgen.exporters import anki

    tables = [tables_of(output.data) for output in anki.export(quizzes, _settings()) if output.name.endswith(".apkg")]
    return lambda: b"".join(map(inserted, tables))


def inserted(tables: dict[str, list[Any]]) -> bytes:
    """A package of these rows: they in a database, and that in a deflated zip."""
    from genanki.apkg_schema import APKG_SCHEMA

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


def tables_of(data: bytes) -> dict[str, list[Any]]:
    """The rows of a package."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            path = archive.extract("collection.anki2", folder)
        with closing(sqlite3.connect(path)) as connection:
            names = ("col", "notes", "cards")
            return {table: connection.execute(f"select * from {table}").fetchall() for table in names}


def layout(quizzes: Sequence[Quiz]) -> Callable[[], bytes]:
    """Set the papers and keys, as the build does."""
    from quizgen.exporters import pdf

    return lambda: b"".join(output.data for output in pdf.export(quizzes, _settings()))


def _settings() -> Settings:
    from quizgen.releases import BEFORE_ANY

    return Settings(paper="letter", time=BEFORE_ANY, whole=True)


@dataclass(frozen=True)
class Floor:
    """What is done, and what it is done to: the quizzes of the course, or its folder."""

    about: str
    of_quizzes: Callable[[Sequence[Quiz]], Callable[[], bytes]] | None = None


FLOORS = {
    "parse": Floor("its banks through PyYAML's C events"),
    "page": Floor("its texts through a plain template of jinja2", page),
    "packages": Floor("the rows of its decks inserted by SQLite, and zipped", packages),
    "layout": Floor("our own layout of its papers and keys, alone", layout),
}


def of_course(course: Path, rounds: int) -> dict[str, Measured]:
    """What each floor of this course takes, in a process of its own and the best of a few rounds."""
    return in_turns({name: partial(module, "benchmarks.floors", name, course) for name in FLOORS}, rounds)


def measure_here(name: str, course: Path) -> Measured:
    """What one floor takes in this process, from what it needs in memory on."""
    of_quizzes = FLOORS[name].of_quizzes
    if of_quizzes is None:
        return here(lambda: parse(course))
    from quizgen import assemble
    from quizgen.assemble import Plan
    from quizgen.course import load

    return here(of_quizzes(assemble.of_banks(load(course), Plan(forms=1, seed=1))))


if __name__ == "__main__":
    tell(measure_here(sys.argv[1], Path(sys.argv[2])))
