"""`quizgen corpus`: restated briefs and their originals."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizgen.cli.commands import Commands
from quizgen.cli.options import example, in_course, in_style
from quizgen.cli.speaking import FOUND, load, printed


@click.group(cls=Commands, epilog=example("quizgen corpus verify ../originals"))
def corpus() -> None:
    """Restated briefs and their originals."""


@corpus.command(epilog=example("quizgen corpus verify ../originals"))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@in_course
@in_style
def verify(folder: Path, course: Path | None, strict: bool, style: str) -> None:
    """Hold restated briefs against their originals.

    FOLDER has a file for each brief, of its name and form. Figures, names, order and words taken over are compared.
    """
    from quizgen import verifying
    from quizgen.course import originals

    loaded, held = load(course), originals(folder)
    unread = [finding for finding in loaded.findings if finding.where.path.startswith("corpus")]
    report = verifying.verify(loaded.briefs, held.by_id, (*unread, *held.findings))
    click.echo(printed(report, loaded.beside(held.sources), style))
    sys.exit(0 if report.passes(strict=strict) else FOUND)
