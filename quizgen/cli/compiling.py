"""One build: from the course on disk to the files on disk, and what is said of it on the way."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen import (
    asking,
    building,
    course,
    locks,
    making,
    originals,
    releasing,
    soundness,
    terminal,
    versions,
    writing,
)
from quizgen.cli.speaking import FOUND, load, now, printed, shown
from quizgen.exporters import DEFAULT
from quizgen.files import Readings
from quizgen.fingerprints import Fingerprints
from quizgen.handing_out import NAME
from quizgen.making import Making, Workshop

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from quizgen.building import Compiling, Request
    from quizgen.course import Course, Folder
    from quizgen.findings import Report
    from quizgen.manifest import Build
    from quizgen.writing import Written


@dataclass(frozen=True)
class Options:
    """What `quizgen build` is called with; `asked` has what is of its request alone."""

    formats: tuple[str, ...]
    course: Path | None
    strict: bool
    output: Path | None
    fresh: bool
    scheduler: str | None
    together: bool
    locked: bool
    originals_in: Path | None
    asked: Mapping[str, Any]


def options(given: Mapping[str, Any]) -> Options:
    """The options of a command line, by their names."""
    own = {each.name for each in fields(Options)}
    asked = {name: value for name, value in given.items() if name not in own}
    return Options(**{name: value for name, value in given.items() if name in own}, asked=asked)


@dataclass
class Kept:
    """What a process keeps from one build for the next: what was read and told of it, and whether it is warm."""

    readings: Readings = field(default_factory=Readings)
    fingerprints: Fingerprints = field(default_factory=Fingerprints)
    made: Making | None = None
    warm: bool = False

    def next_turn(self) -> None:
        """Get ready for the next build, as far as the last one lets it be known what that will need."""
        self.readings.next_turn()
        self.fingerprints.next_turn()
        if self.made is not None and not self.warm:
            making.warm_up(self.made)
            self.warm = True
        self.made = None


def build(options: Options, kept: Kept | None = None) -> int:
    """Build what is asked for, and say so; the status with which the command ends."""
    kept = kept or Kept()
    request = asking.request(
        options.formats or DEFAULT, options.asked, asking.moment(os.environ.get("SOURCE_DATE_EPOCH"))
    )
    loaded = load(options.course, kept.readings)
    into = options.output or loaded.root / "output"
    _sensible(request, loaded, into)
    scoped = building.scope(loaded, request)
    quizzes = building.quizzes(scoped, request, loaded)
    before = writing.Standing() if options.fresh else writing.standing(into)

    def marks() -> Mapping[str, str]:
        return soundness.marks(scoped, versions.fingerprint(), kept.fingerprints)

    known = soundness.known(marks(), before.sound) if before.sound else ()
    held = _held(options.originals_in, request.formats)
    own_words = originals.shown(quizzes, held.by_id) if held else {}
    with _elsewhere(options.scheduler) as executor:
        workshop = Workshop(before.found, executor, kept.fingerprints, kept.warm)
        with building.begun(scoped, quizzes, request, workshop, own_words, known) as under_way:
            report = under_way.report()
            sound = soundness.sound(scoped, report, marks())
            report = _complete(report, options, loaded, under_way, held)
            if not _tell(report, loaded.beside(held.sources if held else {}), strict=options.strict):
                return FOUND
            if not quizzes:
                raise asking.WrongUsageError(
                    "there is no item to build, or none of the kind, type, difficulty and tag asked for: see "
                    "`quizgen list`"
                )
            with terminal.progress() as tick:
                made = under_way.build(tick, building.for_exams(loaded), together=options.together, sound=sound)
            kept.made = under_way.making
    _write(made, into)
    for line in building.left_out(quizzes, request.formats):
        click.echo(line)
    return 0


def _sensible(request: Request, loaded: Course, output: Path) -> None:
    """Complain of what the course has not, and of where nothing may be written."""
    asking.known_banks(request.banks or (), loaded)
    asking.known_quizzes(request.quizzes or (), loaded)
    asking.free_name(request, loaded)
    asking.no_sources_there(output, loaded)


def _complete(report: Report, options: Options, loaded: Course, compiling: Compiling, held: Folder | None) -> Report:
    """The report of a course with what is found in releases and in the originals, as far as they are asked for."""
    report = report.with_findings(locks.in_future(loaded.released, now()))
    if options.locked and not report.errors:
        report = report.with_findings(releasing.unreleased(loaded, compiling.quizzes))
    if held is not None:
        report = report.with_findings((*held.findings, *originals.missing(compiling.quizzes, held.by_id)))
    return report


def _tell(report: Report, loaded: Course, *, strict: bool) -> bool:
    """Print what was found; whether it lets a build be made."""
    if report.findings:
        click.echo(printed(report, loaded, "text"), err=True)
    if not report.passes(strict=strict):
        click.echo("Nothing was built.", err=True)
    return report.passes(strict=strict)


@contextmanager
def _elsewhere(scheduler: str | None) -> Iterator[Executor | None]:
    """What hands work to a cluster, where one is named; None for this machine."""
    if scheduler is None:
        yield None
        return
    from quizgen import cluster

    try:
        with cluster.executor(scheduler) as executor:
            yield executor
    except cluster.NoClusterError as error:
        raise asking.WrongUsageError(str(error)) from error
    except making.OtherVersionError:
        raise asking.WrongUsageError(
            f"a worker of the cluster at {scheduler} has another quizgen, library or Python than this machine, so that "
            "its files might be others: install the same there"
        ) from None


def _held(folder: Path | None, formats: tuple[str, ...]) -> Folder | None:
    """The folder of originals, read, where self-tests are to show them."""
    if folder is None:
        return None
    if "html" not in formats:
        raise asking.WrongUsageError("--originals is for self-tests alone: build `html` too, or leave it out")
    return course.originals(folder)


def _write(made: Build, folder: Path) -> None:
    written = writing.write(made, folder)
    click.echo(f"{writing.summary(made, written)}: {shown(folder)}")
    _say_of_zip(made, written, folder)
    if written.withdrawn:
        click.echo(f"Taken away, since they held what is for exams now: {', '.join(written.withdrawn)}")
        click.echo("Next: `quizgen build` makes them anew without it")


def _say_of_zip(made: Build, written: Written, folder: Path) -> None:
    """Say where the one file for the class is, or what became of it."""
    if written.zipped:
        click.echo(f"One file for the class: {shown(folder / NAME)}")
    elif made.bundle is not None:
        click.echo(f"No {NAME} was made: there is nothing for students")
    elif NAME in written.removed:
        click.echo(f"Taken away, since it held what is no longer so: {NAME}; `quizgen build --zip` makes it anew")
