"""The files of a build: those that stand from before just as they would be made now, and the rest, made now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from quizgen import at_once, exporters, versions
from quizgen.fingerprints import Fingerprints
from quizgen.jobs import Job
from quizgen.model import Output, Quiz, Settings

_WEIGHTS = {"pdf": 4, "docx": 6}
"""How much longer than other formats these take for an item."""

_MANY = 400
"""From so much to make on, by items and weights, it pays to begin processes: about a fifth of a second."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """How a build is carried out, which makes no difference to its files.

    `tick` is told of each file as it is made, `standing` finds the one that an earlier build made of the same inputs,
    and an `executor` makes those that are left, else processes of this machine do.
    """

    tick: Callable[[str], None] = lambda said: None
    standing: Callable[[str], Output | None] = lambda inputs: None
    executor: Executor | None = None


@dataclass(frozen=True, slots=True)
class _Due:
    """A file that is due: its format, its job, and the fingerprints of all that this is given and of versions."""

    format: str
    job: Job
    inputs: str
    made_by: str


class OtherVersionError(Exception):
    """A machine that was to make files has another quizgen, another library or another Python than this one."""


def files(
    quizzes: tuple[Quiz, ...], settings: Settings, formats: Sequence[str], workshop: Workshop
) -> dict[str, tuple[Output, ...]]:
    """The files of these quizzes in each of the formats."""
    due = tuple(_due(quizzes, settings, formats))
    outputs = _made(due, workshop)
    return {
        name: tuple(output for each, output in zip(due, outputs, strict=True) if each.format == name and output)
        for name in formats
    }


def _due(quizzes: tuple[Quiz, ...], settings: Settings, formats: Sequence[str]) -> Iterator[_Due]:
    """Every file that is due, with the fingerprint of all that makes it what it is."""
    fingerprints, made_by = Fingerprints(), versions.fingerprint()
    for name in formats:
        for job in exporters.BY_NAME[name].jobs(quizzes, settings):
            function = f"{job.function.__module__}.{job.function.__qualname__}"
            yield _Due(name, job, fingerprints.of(made_by, function, job.given), made_by)


def _made(due: Sequence[_Due], workshop: Workshop) -> list[Output | None]:
    """The file of each, where it has one: as it stands from before, or made now."""
    outputs = [workshop.standing(each.inputs) for each in due]
    missing = [index for index, output in enumerate(outputs) if output is None]
    left = [due[index] for index in missing]
    weights = [each.job.items * _WEIGHTS.get(each.format, 1) for each in left]
    made = at_once.each(
        _make if workshop.executor is None else _make_elsewhere,
        left,
        worth=sum(weights) >= _MANY,
        weights=weights,
        done=lambda output: workshop.tick(output.name) if output else None,
        executor=workshop.executor,
    )
    for index, output in zip(missing, made, strict=True):
        outputs[index] = output
    return outputs


def _make(due: _Due) -> Output | None:
    output = due.job.output()
    return None if output is None else replace(output, inputs=due.inputs)


def _make_elsewhere(due: _Due) -> Output | None:
    """The file, made by whatever machine this is; raise OtherVersionError where it would make another."""
    if versions.fingerprint() != due.made_by:
        raise OtherVersionError
    return _make(due)
