"""Quizzes as packages."""

from __future__ import annotations

from dataclasses import replace

from quizgen.exporters import anki
from quizgen.model import Question, Quiz, Settings
from tests.quizzes import SETTINGS, every_shape

NOT_WHOLE = replace(SETTINGS, whole=False)


def package(quiz: Quiz, settings: Settings = NOT_WHOLE) -> bytes:
    (output,) = anki.export([quiz], settings)
    return output.data


def with_questions(*questions: Question, quiz: Quiz | None = None) -> Quiz:
    return replace(quiz or every_shape(), questions=questions)
