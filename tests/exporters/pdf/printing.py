"""Quizzes as papers and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from quizgen.exporters import pdf
from quizgen.model import Form, Part, Placed, Question, Quiz, Settings
from tests.quizzes import SETTINGS, every_shape

Make = Callable[[Quiz], bytes]


def quiz_of(*questions: Question, **changes: Any) -> Quiz:
    """A quiz of one form, its items in the order given and as they are written."""
    form = Form("A", (Part(tuple(Placed(number, question) for number, question in enumerate(questions, 1))),))
    return replace(every_shape(1), questions=questions, forms=(form,), **changes)


def one_form(quiz: Quiz, letter: str) -> Quiz:
    (form,) = (form for form in quiz.forms if form.letter == letter)
    return replace(quiz, forms=(form,))


def files(quiz: Quiz, settings: Settings = SETTINGS) -> dict[str, bytes]:
    return {output.name: output.data for output in pdf.export([quiz], settings)}


def paper_of(quiz: Quiz, settings: Settings = SETTINGS) -> bytes:
    """The student's paper of a quiz's first form; nothing else is made."""
    return next(iter(pdf.export([quiz], settings))).data


def key_of(quiz: Quiz) -> bytes:
    """The key of a quiz of one form."""
    _, key, _ = pdf.export([quiz], SETTINGS)
    return key.data
