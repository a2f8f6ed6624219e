"""A quiz of every shape as our own exporters write it, those that there are."""

from __future__ import annotations

import importlib
import io
import zipfile

from quizgen import exporters
from quizgen.model import Question
from tests.quizzes import SETTINGS, every_shape

FORMATS = {"canvas": ".zip", "moodle": ".xml", "gift": ".gift.txt", "csv": ".csv"}


def exported(into: str, questions: tuple[Question, ...] = (), language: str = "en") -> bytes:
    """The file of a quiz."""
    module = importlib.import_module(f"{exporters.__name__}.{into}")
    (output,) = module.export([every_shape(questions=questions, language=language)], SETTINGS)
    return bytes(output.data)


def _files() -> dict[str, bytes]:
    """The text of each file, by a name that tells its format; that of a package, bare."""
    files = {f"ours{ending}": exported(name) for name, ending in FORMATS.items() if name in exporters.BY_NAME}
    package = zipfile.ZipFile(io.BytesIO(files.pop("ours.zip")))
    largest = max(package.infolist(), key=lambda entry: entry.file_size)
    return {**files, "canvas.xml": package.read(largest)}


FILES = _files()
