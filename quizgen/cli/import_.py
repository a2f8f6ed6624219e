"""`quizgen import`: questions of a course site or a spreadsheet as a new bank."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizgen import asking
from quizgen.cli.commands import Command
from quizgen.cli.options import example, in_course
from quizgen.cli.speaking import FOUND, load, shown


@click.command(
    "import", cls=Command, epilog=example("quizgen import midterm.zip --brief ms13-not-terrorist --name midterm-2019")
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@in_course
@click.option("--brief", metavar="ID", help="The brief that the items are to rest on (else any of the course).")
@click.option("--name", metavar="BANK", help="The bank's name (else the file's).")
def import_(file: Path, course: Path | None, strict: bool, brief: str | None, name: str | None) -> None:
    """Read questions from a course site or a spreadsheet.

    FILE is GIFT, Moodle XML, QTI 1.2 (a zip from Canvas, or bare XML) or CSV. Its questions become a new bank
    whose items are still to be grounded: `check` names what each lacks. What cannot be read is listed.
    """
    from quizgen import importing, writing
    from quizgen.importing.bank import bank

    loaded = load(course)
    id = asking.new_bank(name, file.name, loaded)
    into = asking.into(id, brief, loaded)
    with file.open("rb") as stream:
        reading = importing.read(stream.read(importing.MOST_BYTES + 1), file.name)
    imported = bank(reading, into)
    for left in imported.unread:
        click.echo(f"Not read: {left}", err=True)
    if not imported.items:
        click.echo("Nothing was written: no question could be read.", err=True)
        sys.exit(FOUND)
    path = loaded.root / "questions" / f"{id}.yaml"
    writing.create(path, imported.text.encode())
    click.echo(f"Read {imported.said}: {shown(path)}")
    click.echo(f"Next: `quizgen check --bank {id}` names what each still needs; a comment beside it names a passage")
    sys.exit(FOUND if imported.unread else 0)
