"""The commands. The only place that prints, asks the environment, and exits.

What a command needs is imported inside it, so that `quizgen --help` does not pay for reportlab.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quizgen import __version__
from quizgen.exporters import BY_NAME, DEFAULT

if TYPE_CHECKING:
    from quizgen.assemble import Filter
    from quizgen.building import Request
    from quizgen.course import Course
    from quizgen.findings import Report
    from quizgen.model import Quiz

FOUND, CANNOT_WRITE, INTERRUPTED = 1, 3, 130

# Stands for the time of the last release until releases are stamped: 2026-01-01, midnight UTC.
RELEASED = 1_767_225_600

Command = TypeVar("Command", bound=Callable[..., Any])


def _options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options of a command as one decorator, in the order in which `--help` shows them."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def _example(*lines: str) -> str:
    """The foot of a command's help: how it is called, in lines that click leaves as they are."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def _one_of(name: str, variable: str, values: tuple[str, ...], said: str) -> Callable[[Command], Command]:
    """A filter by one of a few values, which may be given more than once."""
    return click.option(
        name, variable, multiple=True, type=click.Choice(values), help=f"Only items {said} (repeatable)."
    )


folder = click.Path(path_type=Path, file_okay=False)
in_course = _options(
    click.option("--course", type=folder, metavar="DIR", help="The course's folder, else the nearest one upward."),
    click.option("--strict", is_flag=True, help="Let warnings count as errors."),
)
of_banks = click.option("--bank", "banks", multiple=True, metavar="ID", help="Only this bank (repeatable).")
filters = _options(
    of_banks,
    _one_of("--kind", "kinds", ("fact", "definition", "argument"), "of this kind"),
    click.option("--type", "types", multiple=True, metavar="TYPE", help="Only items of this type (repeatable)."),
    _one_of("--difficulty", "difficulties", ("easy", "medium", "hard"), "this hard"),
    click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only items with this tag (repeatable)."),
)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_example("quizgen init demo && cd demo && quizgen build"),
)
@click.version_option(__version__)
def cli() -> None:
    """Compile question banks, each proven against the brief it asks about, into study material."""


@cli.command(
    epilog=_example(
        "quizgen build", "quizgen build pdf --bank ms13-not-terrorist --items 10 --kind fact --name warm-up"
    )
)
@click.argument("formats", nargs=-1, type=click.Choice(tuple(BY_NAME)))
@in_course
@filters
@click.option("--items", "sample", type=click.IntRange(min=1), metavar="N", help="A sample of N of the items.")
@click.option("--name", metavar="NAME", help="The name of the quiz that the filters pick.")
@click.option("--forms", type=click.IntRange(1, 26), help="How many forms of each quiz: A, B …")
@click.option("--seed", type=click.IntRange(min=0), help="Shuffle and sample by this number.")
@click.option("--paper", type=click.Choice(("letter", "a4")), help="What the PDF is printed on.")
@click.option("--output", type=folder, metavar="DIR", help="Where to (else `output/` in the course).")
def build(formats: tuple[str, ...], course: Path | None, strict: bool, output: Path | None, **asked: Any) -> None:
    """Compile decks, PDFs and self-tests.

    What is to be built is checked first, and nothing is built from a course with errors. Without FORMAT: all three.
    """
    from quizgen import building

    request = _request(formats or DEFAULT, asked)
    loaded = _load(course)
    _known_banks(request.banks or (), loaded)
    scoped = building.scope(loaded, request)
    _free_name(request, loaded)
    quizzes = building.quizzes(scoped, request)
    report = building.check(scoped, quizzes, request.formats)
    if report.findings:
        _print_report(report, loaded, err=True)
    if not report.passes(strict=strict):
        click.echo("Nothing was built.", err=True)
        sys.exit(FOUND)
    if not quizzes:
        raise click.UsageError(
            "there is no item to build, or none of the kind, type, difficulty and tag asked for: see `quizgen list`"
        )
    _write(scoped, quizzes, request, output or loaded.root / "output")


def _request(formats: tuple[str, ...], asked: dict[str, Any]) -> Request:
    """What the command line asks for, as a value."""
    from quizgen.building import Request
    from quizgen.validation import SLUG_ADVICE, is_slug

    name = asked["name"]
    if name is not None and not is_slug(name):
        raise click.UsageError(f"--name {name}: {SLUG_ADVICE}")
    return Request(
        formats=tuple(dict.fromkeys(formats)),
        time=_time(),
        banks=asked["banks"] or None,
        wanted=_filter(asked),
        name=name,
        forms=asked["forms"],
        seed=asked["seed"],
        paper=asked["paper"],
    )


def _filter(asked: dict[str, Any]) -> Filter:
    from quizgen import items
    from quizgen.assemble import Filter

    for name in asked["types"]:
        if name not in items.BY_NAME:
            raise click.UsageError(f"--type {name}: there is no such type; it can be {', '.join(items.BY_NAME)}")
    return Filter(asked["kinds"], asked["types"], asked["difficulties"], asked["tags"], asked.get("sample"))


def _time() -> int:
    """The moment that outputs carry: `SOURCE_DATE_EPOCH` where it is set, else the last release."""
    value = os.environ.get("SOURCE_DATE_EPOCH", str(RELEASED))
    if not value.isdecimal() or not 315_532_800 <= int(value) <= 4_102_444_800:
        raise click.UsageError(f"SOURCE_DATE_EPOCH is `{value}`: it must be seconds since 1970, from 1980 to 2100")
    return int(value)


def _write(course: Course, quizzes: tuple[Quiz, ...], request: Request, folder: Path) -> None:
    from quizgen import building, terminal, writing

    with terminal.progress() as tick:
        made = building.export(course, quizzes, request, tick)
    written = writing.write(made, folder)
    items = sum(len(quiz.questions) for quiz in quizzes)
    kinds = ", ".join(f"{len(files)} {name}" for name, files in made.files.items())
    of = "1 quiz" if len(quizzes) == 1 else f"{len(quizzes)} quizzes"
    click.echo(f"Built {len(written.files)} files ({kinds}) from {items} items in {of}: {_shown(folder)}")


def _shown(path: Path) -> str:
    """A path as short as it can be said from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


@cli.command(epilog=_example("quizgen check --strict", "quizgen check --bank ms13-not-terrorist --format json"))
@in_course
@of_banks
@click.option(
    "--format", "style", type=click.Choice(("text", "json")), default="text", help="How findings are printed."
)
def check(course: Path | None, strict: bool, banks: tuple[str, ...], style: str) -> None:
    """Print every finding about banks and briefs."""
    from quizgen import building, findings
    from quizgen.building import Request

    loaded = _load(course)
    _known_banks(banks, loaded)
    request = Request(formats=DEFAULT, time=RELEASED, banks=banks or None)
    scoped = building.scope(loaded, request)
    report = building.check(scoped, building.quizzes(scoped, request), request.formats)
    if style == "json":
        click.echo(findings.as_json(report))
    else:
        _print_report(report, loaded)
    sys.exit(0 if report.passes(strict=strict) else FOUND)


@cli.command("list", epilog=_example("quizgen list", "quizgen list --bank ms13-not-terrorist --kind definition"))
@in_course
@filters
def list_(course: Path | None, strict: bool, banks: tuple[str, ...], **asked: Any) -> None:
    """List banks or, with a filter, items."""
    from quizgen import listing

    wanted, loaded = _filter(asked), _load(course)
    _known_banks(banks, loaded)
    if not banks and not wanted:
        click.echo(listing.banks(loaded))
        return
    scoped = loaded.only(banks) if banks else loaded
    click.echo(listing.questions(question for question in scoped.questions if wanted.takes(question)))


@cli.command(epilog=_example("quizgen show ms13-not-terrorist", "quizgen show what-sets-terrorists-apart --key"))
@click.argument("id")
@in_course
@click.option("--key", is_flag=True, help="With the answer, the rationale and the evidence.")
def show(id: str, course: Path | None, strict: bool, key: bool) -> None:
    """Show a brief, a bank or an item.

    A brief is shown with its passages and the items on each, an item as students see it.
    """
    from quizgen import listing
    from quizgen.validation import nearest_name

    loaded = _load(course)
    if (brief := loaded.brief(id)) is not None:
        click.echo(listing.brief(brief, loaded))
        return
    for bank in loaded.banks:
        if bank.id == id:
            click.echo(listing.bank(bank))
            return
    for question in loaded.questions:
        if question.id == id:
            click.echo(listing.question(question, loaded, key=key))
            return
    names = [*loaded.brief_ids, *loaded.bank_ids, *(question.id for question in loaded.questions)]
    raise click.UsageError(f"there is no brief, bank or item `{id}`{_meant(nearest_name(id, names))}")


@cli.command(epilog=_example("quizgen explain quote-in-passage", "quizgen explain cloze"))
@click.argument("name", required=False)
def explain(name: str | None) -> None:
    """Print the manual of a rule or an item type.

    Without NAME, list them.
    """
    from quizgen import checks, items, listing
    from quizgen.validation import nearest_name

    text = listing.manuals() if name is None else listing.manual(name)
    if text is None:
        meant = _meant(nearest_name(str(name), [*items.BY_NAME, *checks.rule_names()]))
        raise click.UsageError(f"there is no rule or type `{name}`{meant}")
    click.echo(text)


@cli.command(epilog=_example("quizgen review", "quizgen review what-sets-terrorists-apart"))
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

    loaded = _load(course)
    _known_banks(banks, loaded)
    if broken := reviewing.unreadable(loaded):
        _print_report(Report(broken), loaded, err=True)
        sys.exit(FOUND)
    if ids and banks:
        raise click.UsageError("name items or a bank, not both")
    done = reviewing.review(loaded, _known_items(ids, loaded) or reviewing.items(loaded, banks, whole=whole))
    text = locks.write_reviewed(done.reviewed)
    if text != loaded.sources.get(locks.REVIEWED):
        writing.replace({loaded.root / locks.REVIEWED: text.encode()})
    for line in reviewing.said(done):
        click.echo(line)
    for line in done.refused:
        click.echo(f"Not accepted: {line}; see `quizgen check`", err=True)
    sys.exit(FOUND if done.refused else 0)


@cli.command(epilog=_example("quizgen init demo && cd demo && quizgen build"))
@click.argument("folder", type=folder)
def init(folder: Path) -> None:
    """Make a new course that builds.

    FOLDER gets a sample brief and a bank with an item of every type.
    """
    from quizgen import starting
    from quizgen.writing import write_new

    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is there already and not empty: name a new folder")
    files = starting.course(folder.resolve().name)
    write_new(files, folder)
    click.echo(f"Made a course in {folder}: its bank is {folder / 'questions' / 'storm-savings.yaml'}")
    click.echo(f"Next: cd {folder} && quizgen build")


@cli.command(epilog=_example("quizgen schema > bank.schema.json"))
def schema() -> None:
    """Print the JSON Schema of a bank.

    Editors use it to complete and check YAML.
    """
    import json

    from quizgen import schema as schemas

    click.echo(json.dumps(schemas.bank(), indent=2, ensure_ascii=False))


def _load(folder: Path | None) -> Course:
    """The course in the folder given, or in the nearest one upward from here."""
    from quizgen import course

    root = course.find(Path.cwd()) if folder is None else folder
    if root is None or not (root / "questions").is_dir():
        where = "here or above" if folder is None else f"in {folder}"
        raise click.UsageError(
            f"there is no course {where}: it has the folders `corpus` and `questions`; `quizgen init demo` makes one"
        )
    # nothing that is read is garbage: to look for some while reading takes a third of the time
    gc.disable()
    loaded = course.load(root)
    gc.freeze()
    gc.enable()
    return loaded


def _known_banks(ids: Collection[str], course: Course) -> None:
    from quizgen.validation import nearest_name

    for id in ids:
        if id not in course.bank_ids:
            raise click.UsageError(
                f"--bank {id}: there is no bank of that id{_meant(nearest_name(id, course.bank_ids))}"
            )


def _known_items(ids: Collection[str], course: Course) -> Collection[str]:
    from quizgen.validation import nearest_name

    current = [question.id for question in course.current]
    for id in ids:
        if id not in current:
            raise click.UsageError(f"there is no item `{id}` that is asked{_meant(nearest_name(id, current))}")
    return ids


def _free_name(request: Request, course: Course) -> None:
    """Refuse a name under which a filtered quiz would pass for a whole bank, or for the course."""
    from quizgen.building import quiz_name
    from quizgen.course import RESERVED

    if not request.filtered:
        return
    name = quiz_name(course, request)
    if name in RESERVED:
        raise click.UsageError(f"--name {name}: files about the whole course are called that; choose another")
    if name in course.bank_ids:
        raise click.UsageError(f"--name {name}: a bank has that id; give what you pick another name")


def _meant(name: str | None) -> str:
    return f"; did you mean `{name}`?" if name else ""


_COLOURS = {"error": "red", "warning": "yellow", "place": "cyan", "mark": "green"}


def _print_report(report: Report, course: Course, *, err: bool = False) -> None:
    from quizgen import findings

    def paint(text: str, role: str) -> str:
        return click.style(text, fg=_COLOURS[role], bold=role in ("error", "warning"))

    # click.echo takes the colours out again where the output is no terminal
    click.echo(findings.as_text(report, course.sources, paint), err=err)


def main() -> None:
    """Run a command and exit: 0 done, 1 findings, 2 wrong usage, 3 cannot write, 130 interrupted."""
    sys.exit(_run())


def _run() -> int:
    try:
        result = cli.main(prog_name="quizgen", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except SystemExit as exit:
        return exit.code if isinstance(exit.code, int) else FOUND
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # `quizgen list | head`
        return 0
    except OSError as error:
        click.echo(f"Error: {error}", err=True)
        return CANNOT_WRITE
    return result if isinstance(result, int) else 0
