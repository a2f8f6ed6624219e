"""The options that several commands take, and how a command's help is put together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def together(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options of a command as one decorator, in the order in which `--help` shows them."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def example(*lines: str) -> str:
    """The foot of a command's help: how it is called, in lines that click leaves as they are."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def one_of(name: str, variable: str, values: tuple[str, ...], said: str) -> Callable[[Command], Command]:
    """A filter by one of a few values, which may be given more than once."""
    return click.option(
        name, variable, multiple=True, type=click.Choice(values), help=f"Only items {said} (repeatable)."
    )


folder = click.Path(path_type=Path, file_okay=False)
in_course = together(
    click.option("--course", type=folder, metavar="DIR", help="The course's folder, else the nearest one upward."),
    click.option("--strict", is_flag=True, help="Let warnings count as errors."),
)
in_style = click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json", "github", "sarif")),
    default="text",
    help="How findings are printed.",
)
of_banks = click.option("--bank", "banks", multiple=True, metavar="ID", help="Only this bank (repeatable).")
of_quizzes = click.option("--quiz", "quizzes", multiple=True, metavar="ID", help="Only this quiz (repeatable).")
filters = together(
    of_banks,
    one_of("--kind", "kinds", ("fact", "definition", "argument"), "of this kind"),
    click.option("--type", "types", multiple=True, metavar="TYPE", help="Only items of this type (repeatable)."),
    one_of("--difficulty", "difficulties", ("easy", "medium", "hard"), "this hard"),
    click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only items with this tag (repeatable)."),
)
