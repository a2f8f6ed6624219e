"""`quizgen list`, `show` and `explain`: what there is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from quizgen import asking
from quizgen.cli.commands import Command
from quizgen.cli.options import example, filters, in_course
from quizgen.cli.speaking import load


@click.command(
    "list", cls=Command, epilog=example("quizgen list", "quizgen list --bank ms13-not-terrorist --kind definition")
)
@in_course
@filters
def list_(course: Path | None, strict: bool, banks: tuple[str, ...], **asked: Any) -> None:
    """List banks and quizzes or, with a filter, items."""
    from quizgen import listing

    wanted, loaded = asking.wanted(asked), load(course)
    asking.known_banks(banks, loaded)
    if not banks and not wanted:
        click.echo(listing.banks(loaded))
        if loaded.blueprints:
            click.echo(f"\n{listing.quizzes(loaded)}")
        return
    scoped = loaded.only(banks) if banks else loaded
    click.echo(listing.questions(question for question in scoped.questions if wanted.takes(question)))


@click.command(
    cls=Command, epilog=example("quizgen show ms13-not-terrorist", "quizgen show what-sets-terrorists-apart --key")
)
@click.argument("id")
@in_course
@click.option("--key", is_flag=True, help="With the answer, the rationale and the evidence.")
def show(id: str, course: Path | None, strict: bool, key: bool) -> None:
    """Show a brief, a bank, a quiz or an item.

    A brief is shown with its passages and the items on each, a quiz with its items, an item as students see it.
    """
    from quizgen import listing

    loaded = load(course)
    text = listing.anything(id, loaded, key=key)
    if text is None:
        raise asking.WrongUsageError(f"there is no brief, bank, quiz or item `{id}`{asking.meant(id, loaded.ids)}")
    click.echo(text)
    if any(question.id == id and question.unread for question in loaded.questions):
        click.echo("Not all of the item could be read: `quizgen check` says what is wrong.", err=True)


@click.command(cls=Command, epilog=example("quizgen explain quote-in-passage", "quizgen explain cloze"))
@click.argument("name", required=False)
def explain(name: str | None) -> None:
    """Print the manual of a rule or an item type.

    Without NAME, list them.
    """
    from quizgen import checks, items, manuals

    text = manuals.index() if name is None else manuals.one(name)
    if text is None:
        meant = asking.meant(str(name), [*items.BY_NAME, *checks.rule_names()])
        raise asking.WrongUsageError(f"there is no rule or type `{name}`{meant}")
    click.echo(text)
