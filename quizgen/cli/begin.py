"""`quizgen init` and `schema`: a new course, and help for editors."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen import asking
from quizgen.cli.commands import Command
from quizgen.cli.options import example, folder


@click.command(cls=Command, epilog=example("quizgen init demo && cd demo && quizgen build"))
@click.argument("folder", type=folder)
def init(folder: Path) -> None:
    """Make a new course that builds.

    FOLDER gets a sample brief and a bank with an item of every type.
    """
    from quizgen import starting
    from quizgen.placing import unfinished
    from quizgen.writing import write_new

    if folder.exists() and any(entry != unfinished(folder) for entry in folder.iterdir()):
        raise asking.WrongUsageError(f"{folder} is there already and not empty: name a new folder")
    files = starting.course(folder.resolve().name)
    write_new(files, folder)
    click.echo(f"Made a course in {folder}: its bank is {folder / 'questions' / 'storm-savings.yaml'}")
    click.echo(f"Next: cd {folder} && quizgen build")


@click.command(
    cls=Command, epilog=example("quizgen schema > bank.schema.json", "quizgen schema quiz > quiz.schema.json")
)
@click.argument("file", type=click.Choice(("bank", "quiz")), default="bank")
def schema(file: str) -> None:
    """Print the JSON Schema of a bank or of a quiz's blueprint.

    Editors use it to complete and check YAML.
    """
    import json

    from quizgen import schema as schemas

    described = schemas.quiz() if file == "quiz" else schemas.bank()
    click.echo(json.dumps(described, indent=2, ensure_ascii=False))
