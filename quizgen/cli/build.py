"""`quizgen build`: compile a course, or a part of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from quizgen.cli.commands import Command
from quizgen.cli.options import example, filters, folder, in_course, of_quizzes
from quizgen.exporters import BY_NAME


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
        "quizgen build --watch",
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
@click.option("--watch", is_flag=True, help="Build again whenever a file of the course is saved, until Ctrl-C.")
@click.option(
    "--originals",
    "originals_in",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Show the briefs' own words in self-tests, for a class that may have them.",
)
def build(watch: bool, **given: Any) -> None:
    """Compile decks, PDFs, self-tests, and what course sites import.

    What is to be built is checked first, and nothing is built from a course with errors. Without a format: anki, pdf
    and html; the others are made where they are asked for.
    """
    from quizgen.cli import compiling

    options = compiling.options(given)
    if not watch:
        sys.exit(compiling.build(options))
    from quizgen.cli import watching

    sys.exit(watching.build(options))
