"""A whole build as a value, for tests of what it holds and where it goes."""

from __future__ import annotations

from collections.abc import Callable

from quizgen import building
from quizgen.building import Request
from quizgen.course import Course
from quizgen.making import Workshop
from quizgen.manifest import Build
from quizgen.model import Quiz


def compiled(
    course: Course,
    quizzes: tuple[Quiz, ...],
    request: Request,
    workshop: Workshop | None = None,
    *,
    tick: Callable[[str], object] = lambda name: None,
    exams: frozenset[str] = frozenset(),
    together: bool = False,
) -> Build:
    """What a build makes of these quizzes, whatever is to be said of them."""
    with building.begun(course, quizzes, request, workshop or Workshop()) as under_way:
        return under_way.build(tick, exams, together=together)
