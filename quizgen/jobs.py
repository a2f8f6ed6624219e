"""What exporters hand over: for each file that is due the call that makes it, here, elsewhere, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizgen.model import Output, Quiz, Settings


@dataclass(frozen=True, slots=True)
class Job:
    """A file that is due: the function that makes it, which a module has by its name, and all that it is given.

    The function sees nothing else, so the same job makes the same bytes; it returns None where nothing is left to put
    into the file. `items` is how many it holds, as a measure of how long it takes.
    """

    function: Callable[..., Output | None]
    given: tuple[object, ...]
    items: int

    def output(self) -> Output | None:
        """The file, made here and now."""
        return self.function(*self.given)


Jobs: TypeAlias = Callable[[Sequence[Quiz], Settings], Iterable[Job]]


def made_by(jobs: Jobs) -> Callable[[Sequence[Quiz], Settings], Iterator[Output]]:
    """The function that makes all files that are due, in turn."""

    def export(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Output]:
        """The files of these quizzes in this format."""
        for job in jobs(quizzes, settings):
            output = job.output()
            if output is not None:
                yield output

    return export
