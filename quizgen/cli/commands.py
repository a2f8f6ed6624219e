"""What every command is to click: one whose wrong usage is said as click says it."""

from __future__ import annotations

from typing import Any

import click

from quizgen import asking


class Command(click.Command):
    """A command whose wrong usage is said as click says it, whoever finds it."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command; wrong usage that is found on the way is click's own error."""
        try:
            return super().invoke(context)
        except asking.WrongUsageError as error:
            raise click.UsageError(str(error), context) from error


class Commands(click.Group):
    """The group of commands."""

    command_class = Command
