"""`quizgen build`: compile a course, or a part of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen import asking
from quizgen.cli.commands import Command
from quizgen.cli.options import example, filters, folder, in_course, of_quizzes
from quizgen.cli.speaking import FOUND, load, now, printed, shown
from quizgen.exporters import BY_NAME, DEFAULT

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from quizgen.course import Course, Folder
    from quizgen.findings import Report
    from quizgen.manifest import Build
    from quizgen.writing import Written


class _Build(Command):
    """The command that builds: its help says what each format is."""

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Formats"):
            formatter.write_dl([(name, listed.about) for name, listed in BY_NAME.items()])
        super().format_options(context, formatter)


@click.command(
    cls=_Build,
    epilog=example(
        "quizgen build",
        "quizgen build pdf --quiz midterm --forms 3",
        "quizgen build pdf --bank ms13-not-terrorist --items 10 --kind fact --name warm-up",
        "quizgen build cards --flip short-edge",
    ),
)
@click.argument("formats", nargs=-1, type=click.Choice(tuple(BY_NAME)))
@in_course
@of_quizzes
@filters
@click.option("--items", "sample", type=click.IntRange(min=1), metavar="N", help="A sample of N of the items.")
@click.option("--name", metavar="NAME", help="The name of the quiz that the filters pick.")
@click.option("--forms", type=click.IntRange(1, 26), help="How many forms of each quiz: A, B …")
@click.option("--seed", type=click.IntRange(min=0), help="Shuffle and sample by this number.")
@click.option("--paper", type=click.Choice(("letter", "a4")), help="What PDFs and Word documents are printed on.")
@click.option(
    "--variant",
    "variants",
    multiple=True,
    type=click.Choice(("large-print", "readable")),
    help="Also a PDF that reads more easily (repeatable).",
)
@click.option(
    "--copies",
    type=click.IntRange(1, 5000),
    metavar="N",
    help="Also one PDF to print on both sides for N students: the forms in turn.",
)
@click.option(
    "--flip",
    type=click.Choice(("long-edge", "short-edge")),
    help="The edge on which the printer turns sheets of cards over (else the long one).",
)
@click.option("--answer-sheet", is_flag=True, help="With each paper a sheet of bubbles, for a scanner or a quick eye.")
@click.option("--output", type=folder, metavar="DIR", help="Where to (else `output/` in the course).")
@click.option("--fresh", is_flag=True, help="Make every file anew, also those that would be as they are.")
@click.option("--scheduler", metavar="ADDRESS", help="Make the files on a Dask cluster: tcp://… of its scheduler.")
@click.option("--zip", "together", is_flag=True, help="Also one file for the class: all that students may be given.")
@click.option("--locked", is_flag=True, help="Build nothing that is not released as it stands.")
@click.option(
    "--originals",
    "originals_in",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Show the briefs' own words in self-tests, for a class that may have them.",
)
def build(
    formats: tuple[str, ...],
    course: Path | None,
    strict: bool,
    output: Path | None,
    fresh: bool,
    scheduler: str | None,
    together: bool,
    locked: bool,
    originals_in: Path | None,
    **asked: Any,
) -> None:
    """Compile decks, PDFs, self-tests, and what course sites import.

    What is to be built is checked first, and nothing is built from a course with errors. Without a format: anki, pdf
    and html; the others are made where they are asked for.
    """
    from quizgen import building, locks, making, originals, releasing, soundness, terminal, versions, writing

    request = asking.request(formats or DEFAULT, asked, asking.moment(os.environ.get("SOURCE_DATE_EPOCH")))
    loaded = load(course)
    asking.known_banks(request.banks or (), loaded)
    asking.known_quizzes(request.quizzes or (), loaded)
    scoped = building.scope(loaded, request)
    asking.free_name(request, loaded)
    quizzes = building.quizzes(scoped, request, loaded)
    into = output or loaded.root / "output"
    asking.no_sources_there(into, loaded)
    before = writing.Standing() if fresh else writing.standing(into)
    workshop = making.Workshop(before.found)
    marks = partial(soundness.marks, scoped, versions.fingerprint(), workshop.fingerprints)
    known = soundness.known(marks(), before.sound) if before.sound else ()
    held = _held(originals_in, request.formats)
    own_words = originals.shown(quizzes, held.by_id) if held else {}
    with _elsewhere(scheduler) as executor:
        at_work = replace(workshop, executor=executor)
        with building.begun(scoped, quizzes, request, at_work, own_words, known) as under_way:
            report = under_way.report()
            sound = soundness.sound(scoped, report, marks())
            report = report.with_findings(locks.in_future(loaded.released, now()))
            if locked and not report.errors:
                report = report.with_findings(releasing.unreleased(loaded, quizzes))
            if held is not None:
                report = report.with_findings((*held.findings, *originals.missing(quizzes, held.by_id)))
            _tell(report, loaded.beside(held.sources if held else {}), strict=strict)
            if not quizzes:
                raise asking.WrongUsageError(
                    "there is no item to build, or none of the kind, type, difficulty and tag asked for: see "
                    "`quizgen list`"
                )
            exams = building.for_exams(loaded)
            with terminal.progress() as tick:
                made = under_way.build(tick, exams, together=together, sound=sound)
    _write(made, into)
    for line in building.left_out(quizzes, request.formats):
        click.echo(line)


def _tell(report: Report, course: Course, *, strict: bool) -> None:
    """Print what was found; where it stops a build, end the command."""
    if report.findings:
        click.echo(printed(report, course, "text"), err=True)
    if not report.passes(strict=strict):
        click.echo("Nothing was built.", err=True)
        sys.exit(FOUND)


@contextmanager
def _elsewhere(scheduler: str | None) -> Iterator[Executor | None]:
    """What hands work to a cluster, where one is named; None for this machine."""
    if scheduler is None:
        yield None
        return
    from quizgen import cluster, making

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
    from quizgen.course import originals

    if folder is None:
        return None
    if "html" not in formats:
        raise asking.WrongUsageError("--originals is for self-tests alone: build `html` too, or leave it out")
    return originals(folder)


def _write(made: Build, folder: Path) -> None:
    from quizgen import writing

    written = writing.write(made, folder)
    click.echo(f"{writing.summary(made, written)}: {shown(folder)}")
    _say_of_zip(made, written, folder)
    if written.withdrawn:
        click.echo(f"Taken away, since they held what is for exams now: {', '.join(written.withdrawn)}")
        click.echo("Next: `quizgen build` makes them anew without it")


def _say_of_zip(made: Build, written: Written, folder: Path) -> None:
    """Say where the one file for the class is, or what became of it."""
    from quizgen.handing_out import NAME

    if written.zipped:
        click.echo(f"One file for the class: {shown(folder / NAME)}")
    elif made.bundle is not None:
        click.echo(f"No {NAME} was made: there is nothing for students")
    elif NAME in written.removed:
        click.echo(f"Taken away, since it held what is no longer so: {NAME}; `quizgen build --zip` makes it anew")
