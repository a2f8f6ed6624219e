"""The files of a build: those that stand from before just as they would be made now, and the rest, made now."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace

from quizgen import exporters, versions
from quizgen.at_once import Work
from quizgen.fingerprints import Fingerprints
from quizgen.jobs import Job
from quizgen.model import Output, Quiz, Settings

_WEIGHTS = {"pdf": 4, "docx": 6}
"""How much longer than other formats these take for an item."""

_MANY, _MANY_WARM = 400, 2_000
"""From so much to make on, by items and weights, it pays to begin processes: about a fifth of a second.

Where this process has loaded what formats need, it makes more in that time.
"""

Files = dict[str, tuple[Output, ...]]
"""The files of each format."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """How a build is carried out, which makes no difference to its files.

    `standing` finds the file that an earlier build made of the same inputs, if one has left any, and an `executor`
    makes the others, else processes of this machine do. `fingerprints` may be of one who has told of the same items
    already. `warm` says that this process has loaded what the formats need, as by `warm_up`.
    """

    standing: Callable[[str], Output | None] | None = None
    executor: Executor | None = None
    fingerprints: Fingerprints = field(default_factory=Fingerprints)
    warm: bool = False


@dataclass(frozen=True, slots=True)
class _Due:
    """A file that is due: its format and its job; where another machine makes it, the fingerprint of versions too."""

    format: str
    job: Job
    made_by: str = ""


class OtherVersionError(Exception):
    """A machine that was to make files has another quizgen, another library or another Python than this one."""


@dataclass(frozen=True)
class Making:
    """Files that are due: as they stand from before, or None for each that is left to be made by the `work`.

    `inputs` tells the fingerprint of all that makes each file what it is, which takes a moment the first time.
    """

    formats: tuple[str, ...]
    due: tuple[_Due, ...]
    inputs: Callable[[], tuple[str, ...]]
    standing: tuple[Output | None, ...]
    work: Work[_Due, Output | None]
    warm: bool

    @property
    def worth(self) -> bool:
        """Whether so much is left that processes are worth beginning for it."""
        return sum(self.work.weights) >= (_MANY_WARM if self.warm else _MANY)

    def files(self, made: Sequence[Output | None]) -> Files:
        """All the files, with what the work came to; a job may have none."""
        left = iter(made)
        outputs = [output or next(left) for output in self.standing]
        found: dict[str, list[Output]] = {name: [] for name in self.formats}
        for each, output, inputs in zip(self.due, outputs, self.inputs(), strict=True):
            if output is not None:
                found[each.format].append(replace(output, inputs=inputs))
        return {name: tuple(outputs) for name, outputs in found.items()}


def making(quizzes: tuple[Quiz, ...], settings: Settings, formats: Sequence[str], workshop: Workshop) -> Making:
    """What is to be made so that there are the files of these quizzes in each of the formats."""
    made_by = versions.fingerprint() if workshop.executor else ""
    jobs = [(name, job) for name in formats for job in exporters.BY_NAME[name].jobs(quizzes, settings)]
    due = tuple(_Due(name, job, made_by) for name, job in jobs)
    inputs = functools.cache(lambda: tuple(_inputs(each.job, workshop.fingerprints) for each in due))
    find = workshop.standing
    standing = tuple(map(find, inputs())) if find else (None,) * len(due)
    left = [each for each, output in zip(due, standing, strict=True) if output is None]
    weights = [each.job.items * _WEIGHTS.get(each.format, 1) for each in left]
    function = _make if workshop.executor is None else _make_elsewhere
    work = Work(function, left, weights, workshop.executor)
    return Making(tuple(formats), due, inputs, standing, work, workshop.warm)


def warm_up(making: Making) -> None:
    """Let this process load what it takes to make these files, typefaces and templates: it makes the smallest of each.

    Of one function all files need the same.
    """
    least: dict[object, Job] = {}
    for job in sorted((due.job for due in making.due), key=lambda job: job.items):
        least.setdefault(job.function, job)
    for job in least.values():
        job.output()


def _inputs(job: Job, fingerprints: Fingerprints) -> str:
    """The fingerprint of all that makes a file what it is."""
    function = f"{job.function.__module__}.{job.function.__qualname__}"
    return fingerprints.of(versions.fingerprint(), function, job.given)


def _make(due: _Due) -> Output | None:
    return due.job.output()


def _make_elsewhere(due: _Due) -> Output | None:
    """The file, made by whatever machine this is; raise OtherVersionError where it would make another."""
    if versions.fingerprint() != due.made_by:
        raise OtherVersionError
    return _make(due)
