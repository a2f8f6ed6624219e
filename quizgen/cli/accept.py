"""`quizgen review` and `release`: what has been looked at, and what students have."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizgen import asking
from quizgen.cli.commands import Command
from quizgen.cli.options import example, in_course, of_banks
from quizgen.cli.speaking import FOUND, load, now, printed


@click.command(cls=Command, epilog=example("quizgen review", "quizgen review what-sets-terrorists-apart"))
@click.argument("ids", nargs=-1, metavar="[ID]...")
@in_course
@of_banks
@click.option("--all", "whole", is_flag=True, help="Every item, not only the new and the changed.")
def review(ids: tuple[str, ...], course: Path | None, strict: bool, banks: tuple[str, ...], whole: bool) -> None:
    """Accept items as they stand beside their passages.

    Without ID: new items, and those that the rule `passage-changed` names. `questions/reviewed.lock` remembers the
    sentences that carry their quotes.
    """
    from quizgen import locks, reviewing, writing
    from quizgen.findings import Report

    loaded = load(course)
    asking.known_banks(banks, loaded)
    asking.known_items(ids, loaded)
    if broken := reviewing.unreadable(loaded):
        click.echo(printed(Report(broken), loaded, "text"), err=True)
        sys.exit(FOUND)
    if ids and banks:
        raise asking.WrongUsageError("name items or a bank, not both")
    done = reviewing.review(loaded, ids or reviewing.items(loaded, banks, whole=whole))
    text = locks.write_reviewed(done.reviewed)
    if text != loaded.sources.get(locks.REVIEWED):
        writing.replace({loaded.root / locks.REVIEWED: text.encode()})
    for line in reviewing.said(done):
        click.echo(line)
    for line in done.refused:
        click.echo(f"Not accepted: {line}; see `quizgen check`", err=True)
    sys.exit(FOUND if done.refused else 0)


@click.command(cls=Command, epilog=example("quizgen release && quizgen build --locked"))
@in_course
def release(course: Path | None, strict: bool) -> None:
    """Stamp what students are to get, before decks are given out.

    An item that is new or has changed since the last release counts from now on as modified, so that Anki updates it;
    all others stay as students have them, with their own tags. What is gone is retired, and its id never used again.
    `questions/released.lock` remembers it: commit it. The time is that of the clock, or SOURCE_DATE_EPOCH. Nothing is
    released from a course with errors.
    """
    from quizgen import building, locks, releasing, writing

    time = now()
    loaded = load(course)
    report = building.check_banks(loaded, ()).with_findings(locks.in_future(loaded.released, time))
    if report.findings:
        click.echo(printed(report, loaded, "text"), err=True)
    if not report.passes(strict=strict):
        click.echo("Nothing was released.", err=True)
        sys.exit(FOUND)
    released = releasing.release(loaded, time)
    text = locks.write_released(released)
    if text != loaded.sources.get(locks.RELEASED):
        writing.replace({loaded.root / locks.RELEASED: text.encode()})
    for line in releasing.said(loaded.released, released):
        click.echo(line)
