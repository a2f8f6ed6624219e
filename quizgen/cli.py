"""The commands. The only place that prints, asks the environment, and exits.

What a command needs is imported inside it, so that `quizgen --help` does not pay for reportlab.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quizgen import __version__, asking
from quizgen.exporters import BY_NAME, DEFAULT

if TYPE_CHECKING:
    from quizgen.course import Course, Folder
    from quizgen.findings import Report
    from quizgen.manifest import Build
    from quizgen.selecting import Selection
    from quizgen.writing import Written

FOUND, CANNOT_WRITE, INTERRUPTED = 1, 3, 130

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
in_style = click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json", "github", "sarif")),
    default="text",
    help="How findings are printed.",
)
of_banks = click.option("--bank", "banks", multiple=True, metavar="ID", help="Only this bank (repeatable).")
of_quizzes = click.option("--quiz", "quizzes", multiple=True, metavar="ID", help="Only this quiz (repeatable).")
filters = _options(
    of_banks,
    _one_of("--kind", "kinds", ("fact", "definition", "argument"), "of this kind"),
    click.option("--type", "types", multiple=True, metavar="TYPE", help="Only items of this type (repeatable)."),
    _one_of("--difficulty", "difficulties", ("easy", "medium", "hard"), "this hard"),
    click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only items with this tag (repeatable)."),
)


class _Command(click.Command):
    """A command whose wrong usage is said as click says it, whoever finds it."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except asking.WrongUsageError as error:
            raise click.UsageError(str(error), context) from error


class _Build(_Command):
    """The command that builds: its help says what each format is."""

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Formats"):
            formatter.write_dl([(name, listed.about) for name, listed in BY_NAME.items()])
        super().format_options(context, formatter)


class _Commands(click.Group):
    """The group of commands."""

    command_class = _Command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_example("quizgen init demo && cd demo && quizgen build"),
)
@click.version_option(__version__)
def cli() -> None:
    """Compile question banks, each proven against the brief it asks about, into study material."""


@cli.command(
    cls=_Build,
    epilog=_example(
        "quizgen build",
        "quizgen build pdf --quiz midterm --forms 3",
        "quizgen build pdf --bank ms13-not-terrorist --items 10 --kind fact --name warm-up",
        "quizgen build cards --flip short-edge",
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
@click.option("--zip", "together", is_flag=True, help="Also one file for the class: all that students may be given.")
@click.option("--locked", is_flag=True, help="Build nothing that is not released as it stands.")
@click.option(
    "--originals",
    "originals_in",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Show the briefs' own words in self-tests, for a class that may have them.",
)
def build(
    formats: tuple[str, ...],
    course: Path | None,
    strict: bool,
    output: Path | None,
    together: bool,
    locked: bool,
    originals_in: Path | None,
    **asked: Any,
) -> None:
    """Compile decks, PDFs, self-tests, and what course sites import.

    What is to be built is checked first, and nothing is built from a course with errors. Without a format: anki, pdf
    and html; the others are made where they are asked for.
    """
    from quizgen import building, locks, originals, releasing, terminal

    request = asking.request(formats or DEFAULT, asked, asking.moment(os.environ.get("SOURCE_DATE_EPOCH")))
    loaded = _load(course)
    asking.known_banks(request.banks or (), loaded)
    asking.known_quizzes(request.quizzes or (), loaded)
    scoped = building.scope(loaded, request)
    asking.free_name(request, loaded)
    quizzes = building.quizzes(scoped, request, loaded)
    report = building.check(scoped, quizzes, request.limited)
    report = report.with_findings(locks.in_future(loaded.released, _now()))
    if locked and not report.errors:
        report = report.with_findings(releasing.unreleased(loaded, quizzes))
    held = _held(originals_in, request.formats)
    if held is not None:
        report = report.with_findings((*held.findings, *originals.missing(quizzes, held.by_id)))
    if report.findings:
        click.echo(_printed(report, loaded.beside(held.sources if held else {}), "text"), err=True)
    if not report.passes(strict=strict):
        click.echo("Nothing was built.", err=True)
        sys.exit(FOUND)
    if not quizzes:
        raise asking.WrongUsageError(
            "there is no item to build, or none of the kind, type, difficulty and tag asked for: see `quizgen list`"
        )
    with terminal.progress() as tick:
        own_words = originals.shown(quizzes, held.by_id) if held else {}
        made = building.export(scoped, quizzes, request, tick, building.for_exams(loaded), own_words, together=together)
    _write(made, output or loaded.root / "output")
    for line in building.left_out(quizzes, request.formats):
        click.echo(line)


def _held(folder: Path | None, formats: tuple[str, ...]) -> Folder | None:
    """The folder of originals, read, where self-tests are to show them."""
    from quizgen.course import originals

    if folder is None:
        return None
    if "html" not in formats:
        raise asking.WrongUsageError("--originals is for self-tests alone: build `html` too, or leave it out")
    return originals(folder)


def _now() -> int:
    """The moment that the environment takes for now, else that of the clock."""
    said = asking.moment(os.environ.get("SOURCE_DATE_EPOCH"))
    return int(time.time()) if said is None else said


def _write(made: Build, folder: Path) -> None:
    from quizgen import writing

    written = writing.write(made, folder)
    click.echo(f"{writing.summary(made, written)}: {_shown(folder)}")
    _say_of_zip(made, written, folder)
    if written.withdrawn:
        click.echo(f"Taken away, since they held what is for exams now: {', '.join(written.withdrawn)}")
        click.echo("Next: `quizgen build` makes them anew without it")


def _say_of_zip(made: Build, written: Written, folder: Path) -> None:
    """Say where the one file for the class is, or what became of it."""
    from quizgen.handing_out import NAME

    if written.zipped:
        click.echo(f"One file for the class: {_shown(folder / NAME)}")
    elif made.bundle is not None:
        click.echo(f"No {NAME} was made: there is nothing for students")
    elif NAME in written.removed:
        click.echo(f"Taken away, since it held what is no longer so: {NAME}; `quizgen build --zip` makes it anew")


def _shown(path: Path) -> str:
    """A path as short as it can be said from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


@cli.command(epilog=_example("quizgen check --strict", "quizgen check --bank ms13-not-terrorist --fix"))
@in_course
@of_banks
@click.option("--select", multiple=True, metavar="RULE", help="Only findings of this rule (repeatable).")
@click.option("--ignore", multiple=True, metavar="RULE", help="No findings of this rule (repeatable).")
@click.option("--fix", is_flag=True, help="First mend what can be mended safely, and show what changes.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@in_style
def check(
    course: Path | None, strict: bool, banks: tuple[str, ...], fix: bool, diff: bool, style: str, **rules: Any
) -> None:
    """Print every finding about banks and briefs."""
    from quizgen import building, locks

    selection = asking.selection(rules["select"], rules["ignore"])
    loaded = _load(course)
    asking.known_banks(banks, loaded)
    if fix or diff:
        _mend(loaded.only(banks) if banks else loaded, selection, write=not diff, err=style != "text" and not diff)
        loaded = loaded if diff else _load(loaded.root)
    report = building.check_banks(selection.switched(loaded), banks)
    report = selection.of(report.with_findings(locks.in_future(loaded.released, _now())))
    if not diff:
        click.echo(_printed(report, loaded, style))
    sys.exit(0 if report.passes(strict=strict) else FOUND)


def _mend(course: Course, selection: Selection, *, write: bool, err: bool) -> None:
    """Make the edits that findings carry, or only show them."""
    from quizgen import fixing, writing

    found = fixing.mendable(course, selection)
    paths = fixing.by_file(found)
    fixes = fixing.fixes(found, course.sources, {path: (course.root / path).read_bytes() for path in paths})
    for file in fixes.files:
        for line in fixing.diff(file):
            click.echo(_paint(line, line[:1]), err=err)
    if write:
        writing.replace({course.root / file.path: file.data for file in fixes.files})
    for finding, reason in fixes.left:
        click.echo(f"{finding.where}: {finding.rule} was not mended: {reason}", err=True)
    click.echo(fixing.summary(fixes, written=write), err=err or not write)


@cli.command("import", epilog=_example("quizgen import midterm.zip --brief ms13-not-terrorist --name midterm-2019"))
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

    loaded = _load(course)
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
    click.echo(f"Read {imported.said}: {_shown(path)}")
    click.echo(f"Next: `quizgen check --bank {id}` names what each still needs; a comment beside it names a passage")
    sys.exit(FOUND if imported.unread else 0)


@cli.group(epilog=_example("quizgen corpus verify ../originals"))
def corpus() -> None:
    """Restated briefs and their originals."""


@corpus.command(epilog=_example("quizgen corpus verify ../originals"))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@in_course
@in_style
def verify(folder: Path, course: Path | None, strict: bool, style: str) -> None:
    """Hold restated briefs against their originals.

    FOLDER has a file for each brief, of its name and form. Figures, names, order and words taken over are compared.
    """
    from quizgen import verifying
    from quizgen.course import originals

    loaded, held = _load(course), originals(folder)
    unread = [finding for finding in loaded.findings if finding.where.path.startswith("corpus")]
    report = verifying.verify(loaded.briefs, held.by_id, (*unread, *held.findings))
    click.echo(_printed(report, loaded.beside(held.sources), style))
    sys.exit(0 if report.passes(strict=strict) else FOUND)


@cli.command("list", epilog=_example("quizgen list", "quizgen list --bank ms13-not-terrorist --kind definition"))
@in_course
@filters
def list_(course: Path | None, strict: bool, banks: tuple[str, ...], **asked: Any) -> None:
    """List banks and quizzes or, with a filter, items."""
    from quizgen import listing

    wanted, loaded = asking.wanted(asked), _load(course)
    asking.known_banks(banks, loaded)
    if not banks and not wanted:
        click.echo(listing.banks(loaded))
        if loaded.blueprints:
            click.echo(f"\n{listing.quizzes(loaded)}")
        return
    scoped = loaded.only(banks) if banks else loaded
    click.echo(listing.questions(question for question in scoped.questions if wanted.takes(question)))


@cli.command(epilog=_example("quizgen show ms13-not-terrorist", "quizgen show what-sets-terrorists-apart --key"))
@click.argument("id")
@in_course
@click.option("--key", is_flag=True, help="With the answer, the rationale and the evidence.")
def show(id: str, course: Path | None, strict: bool, key: bool) -> None:
    """Show a brief, a bank, a quiz or an item.

    A brief is shown with its passages and the items on each, a quiz with its items, an item as students see it.
    """
    from quizgen import listing

    loaded = _load(course)
    text = listing.anything(id, loaded, key=key)
    if text is None:
        raise asking.WrongUsageError(f"there is no brief, bank, quiz or item `{id}`{asking.meant(id, loaded.ids)}")
    click.echo(text)


@cli.command(epilog=_example("quizgen explain quote-in-passage", "quizgen explain cloze"))
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
    asking.known_banks(banks, loaded)
    asking.known_items(ids, loaded)
    if broken := reviewing.unreadable(loaded):
        click.echo(_printed(Report(broken), loaded, "text"), err=True)
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


@cli.command(epilog=_example("quizgen release && quizgen build --locked"))
@in_course
def release(course: Path | None, strict: bool) -> None:
    """Stamp what students are to get, before decks are given out.

    An item that is new or has changed since the last release counts from now on as modified, so that Anki updates it;
    all others stay as students have them, with their own tags. What is gone is retired, and its id never used again.
    `questions/released.lock` remembers it: commit it. The time is that of the clock, or SOURCE_DATE_EPOCH. Nothing is
    released from a course with errors.
    """
    from quizgen import building, locks, releasing, writing

    now = _now()
    loaded = _load(course)
    report = building.check_banks(loaded, ()).with_findings(locks.in_future(loaded.released, now))
    if report.findings:
        click.echo(_printed(report, loaded, "text"), err=True)
    if not report.passes(strict=strict):
        click.echo("Nothing was released.", err=True)
        sys.exit(FOUND)
    released = releasing.release(loaded, now)
    text = locks.write_released(released)
    if text != loaded.sources.get(locks.RELEASED):
        writing.replace({loaded.root / locks.RELEASED: text.encode()})
    for line in releasing.said(loaded.released, released):
        click.echo(line)


@cli.command(epilog=_example("quizgen init demo && cd demo && quizgen build"))
@click.argument("folder", type=folder)
def init(folder: Path) -> None:
    """Make a new course that builds.

    FOLDER gets a sample brief and a bank with an item of every type.
    """
    from quizgen import starting
    from quizgen.writing import write_new

    if folder.exists() and any(folder.iterdir()):
        raise asking.WrongUsageError(f"{folder} is there already and not empty: name a new folder")
    files = starting.course(folder.resolve().name)
    write_new(files, folder)
    click.echo(f"Made a course in {folder}: its bank is {folder / 'questions' / 'storm-savings.yaml'}")
    click.echo(f"Next: cd {folder} && quizgen build")


@cli.command(epilog=_example("quizgen schema > bank.schema.json", "quizgen schema quiz > quiz.schema.json"))
@click.argument("file", type=click.Choice(("bank", "quiz")), default="bank")
def schema(file: str) -> None:
    """Print the JSON Schema of a bank or of a quiz's blueprint.

    Editors use it to complete and check YAML.
    """
    import json

    from quizgen import schema as schemas

    described = schemas.quiz() if file == "quiz" else schemas.bank()
    click.echo(json.dumps(described, indent=2, ensure_ascii=False))


def _load(folder: Path | None) -> Course:
    """The course in the folder given, or in the nearest one upward from here."""
    from quizgen import course

    root = course.find(Path.cwd()) if folder is None else folder
    if root is None or not (root / "questions").is_dir():
        where = "here or above" if folder is None else f"in {folder}"
        raise asking.WrongUsageError(
            f"there is no course {where}: it has the folders `corpus` and `questions`; `quizgen init demo` makes one"
        )
    # nothing that is read is garbage, and little of what checks find: to look for some takes a third of the time
    gc.disable()
    loaded = course.load(root)
    gc.freeze()
    gc.set_threshold(100_000)
    gc.enable()
    return loaded


_COLOURS = {
    "error": "red",
    "warning": "yellow",
    "note": "blue",
    "place": "cyan",
    "mark": "green",
    "+": "green",
    "-": "red",
    "@": "cyan",
}


def _paint(text: str, role: str) -> str:
    """The text in the colour of its role; click.echo takes it out again where the output is no terminal."""
    if os.environ.get("NO_COLOR"):
        return text
    return click.style(text, fg=_COLOURS.get(role), bold=role in ("error", "warning"))


def _printed(report: Report, course: Course, style: str) -> str:
    from quizgen import reporting

    checkout = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    return reporting.printed(report, course, style, _paint, reporting.folder_in(checkout, course.root))


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
