"""Quizzes as packages, and packages as rows."""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from quizgen.exporters import anki
from quizgen.model import Question, Quiz, Settings
from tests.quizzes import SETTINGS, every_shape

NOT_WHOLE = replace(SETTINGS, whole=False)


def package(quiz: Quiz, settings: Settings = NOT_WHOLE) -> bytes:
    (output,) = anki.export([quiz], settings)
    return output.data


def with_questions(*questions: Question, quiz: Quiz | None = None) -> Quiz:
    return replace(quiz or every_shape(), questions=questions)


def rows(data: bytes, query: str) -> list[Any]:
    """What a query finds in the collection of a package."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        database = archive.read("collection.anki2")
    with opened(database) as connection:
        return connection.execute(query).fetchall()


def opened(database: bytes) -> closing[sqlite3.Connection]:
    """A database from the bytes of its file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "opened.anki2")
        path.write_bytes(database)
        with closing(sqlite3.connect(path)) as file:
            connection = sqlite3.connect(":memory:")
            file.backup(connection)
    return closing(connection)
