"""`quizgen check`: print what there is to say of banks and briefs, and mend what can be mended."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen import asking, exporters
from quizgen.cli.commands import Command
from quizgen.cli.options import example, in_course, in_style, of_banks
from quizgen.cli.speaking import FOUND, load, now, paint, printed

if TYPE_CHECKING:
    from quizgen.course import Course
    from quizgen.selecting import Selection


@click.command(
    cls=Command,
    epilog=example(
        "quizgen check --strict", "quizgen check --bank ms13-not-terrorist --fix", "quizgen check --for canvas"
    ),
)
@in_course
@of_banks
@click.option("--select", multiple=True, metavar="RULE", help="Only findings of this rule (repeatable).")
@click.option("--ignore", multiple=True, metavar="RULE", help="No findings of this rule (repeatable).")
@click.option(
    "--for",
    "formats",
    multiple=True,
    type=click.Choice(tuple(exporters.BY_NAME)),
    metavar="FORMAT",
    help="Tell what this format cannot hold too, instead of the usual three (repeatable).",
)
@click.option("--fix", is_flag=True, help="First mend what can be mended safely, and show what changes.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@in_style
def check(
    course: Path | None,
    strict: bool,
    banks: tuple[str, ...],
    formats: tuple[str, ...],
    fix: bool,
    diff: bool,
    style: str,
    **rules: Any,
) -> None:
    """Print every finding about banks and briefs."""
    from quizgen import building, locks

    selection = asking.selection(rules["select"], rules["ignore"])
    loaded = load(course)
    asking.known_banks(banks, loaded)
    if fix or diff:
        _mend(loaded.only(banks) if banks else loaded, selection, write=not diff, err=style != "text" and not diff)
        loaded = loaded if diff else load(loaded.root)
    report = building.check_banks(selection.switched(loaded), banks, formats or exporters.DEFAULT)
    report = selection.of(report.with_findings(locks.in_future(loaded.released, now())))
    if not diff:
        click.echo(printed(report, loaded, style))
        for line in building.left_out_of_banks(loaded, banks, formats) if formats else ():
            click.echo(line, err=True)
    sys.exit(0 if report.passes(strict=strict) else FOUND)


def _mend(course: Course, selection: Selection, *, write: bool, err: bool) -> None:
    """Make the edits that findings carry, or only show them."""
    from quizgen import fixing, writing

    found = fixing.mendable(course, selection)
    paths = fixing.by_file(found)
    fixes = fixing.fixes(found, course.sources, {path: (course.root / path).read_bytes() for path in paths})
    for file in fixes.files:
        for line in fixing.diff(file):
            click.echo(paint(line, line[:1]), err=err)
    if write:
        writing.replace({course.root / file.path: file.data for file in fixes.files})
    for finding, reason in fixes.left:
        click.echo(f"{finding.where}: {finding.rule} was not mended: {reason}", err=True)
    click.echo(fixing.summary(fixes, written=write), err=err or not write)
