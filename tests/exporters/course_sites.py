"""What the tests of the formats for course sites share: quizzes, and a format beside a reader of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from quizgen import building
from quizgen.building import Request
from quizgen.course import load
from quizgen.exporters import BY_NAME
from quizgen.findings import Location
from quizgen.model import Answer, Choices, Option, Pool, Quiz, Section
from tests.conftest import REPOSITORY
from tests.quizzes import HERE, SETTINGS, every_shape, question

QUIZZES = building.quizzes(load(REPOSITORY), Request(("canvas", "qti", "moodle", "gift"), 0))
"""The real quizzes; they are the same for every format."""


class Named(Protocol):
    """A question as a reader has it."""

    @property
    def name(self) -> str: ...


Read = TypeVar("Read", bound=Named)


@dataclass(frozen=True)
class Site(Generic[Read]):
    """A format, and a reader that takes its files as the course site does."""

    format: str
    read: Callable[[bytes], Iterable[Read]]

    def data(self, quiz: Quiz) -> bytes:
        (output,) = BY_NAME[self.format].export([quiz], SETTINGS)
        return output.data

    def imported(self, quiz: Quiz) -> dict[str, Read]:
        """The questions of a quiz by name."""
        return {one.name: one for one in self.read(self.data(quiz))}

    def with_answer(self, answer: Answer, id: str = "who-governs", **changes: object) -> Read:
        """An item with this answer, imported."""
        item = replace(question(id), answer=answer, **changes)  # type: ignore[arg-type]  # any field of an item
        return self.imported(every_shape(questions=(item,)))[id]


def does_nothing(html: str) -> bool:
    """Whether a text that a site shows as HTML holds emphasis and paragraphs alone."""
    harmless = set(re.findall(r"<(/?\w+)", html)) <= {"p", "/p", "em", "/em", "strong", "/strong", "br"}
    return harmless and not re.search(r"(href|src)=.javascript:", html)


def visible(text: str) -> str:
    """A text with a sign in the place of each that no file can hold."""
    return re.sub("[\x00\x0b\ud800]", "\ufffd", text)


def several(right: int, wrong: int) -> Choices:
    """So many right options and so many wrong ones."""
    return Choices(tuple(Option(f"{n}", n < right, HERE) for n in range(right + wrong)), multiple=True)


DRAWN = Location("questions/quizzes/q.yaml", 4, 9)
"""The entry that draws, in the blueprint of the quiz below."""


def drawing(points: float = 1, title: str | None = "Choose") -> Quiz:
    """A quiz whose first section asks one item of all and draws one of three."""
    asked, drawn, *others = (question(id) for id in ("who-governs", "why-a-fund", "what-it-pays", "fund-is-loan"))
    pool = Pool(1, (drawn, others[0], replace(others[1], points=points)), DRAWN)
    first = Section((asked, drawn), title, "One of *these*.", (pool,))
    last = (Section((question("argue-for-it"),)),) if title else ()
    sections = (first, *last)
    questions = tuple(one for section in sections for one in section.questions)
    return replace(every_shape(), title="Quiz", questions=questions, sections=sections, drawn=True)
