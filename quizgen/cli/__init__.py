"""The commands, one module each or a few that belong together.

Here alone is anything printed, the environment asked, and the process ended.

What a command needs is imported inside it, so that `quizgen --help` does not pay for reportlab.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
import threading

import click

from quizgen import __version__
from quizgen.cli.accept import release, review
from quizgen.cli.begin import init, schema
from quizgen.cli.build import build
from quizgen.cli.check import check
from quizgen.cli.commands import Commands
from quizgen.cli.corpus import corpus
from quizgen.cli.import_ import import_
from quizgen.cli.look import explain, list_, show
from quizgen.cli.options import example
from quizgen.cli.speaking import CANNOT_WRITE, FOUND, INTERRUPTED, TERMINATED


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=example("quizgen init demo && cd demo && quizgen build"),
)
@click.version_option(__version__)
def cli() -> None:
    """Compile question banks, each proven against the brief it asks about, into study material."""


ALL: tuple[click.Command, ...] = (build, check, import_, corpus, list_, show, explain, review, release, init, schema)
for command in ALL:
    cli.add_command(command)


class _TerminatedError(KeyboardInterrupt):
    """Something else than a person's Ctrl-C asks to end: a time limit, a shutdown."""


_asked_to_end: list[int] = []
"""The signals that have come."""


def _end(number: int, _: object) -> None:
    _asked_to_end.append(number)
    raise _TerminatedError if number == signal.SIGTERM else KeyboardInterrupt


def main() -> None:
    """Run a command and exit: 0 done, 1 findings, 2 wrong usage, 3 cannot write, 130 interrupted, 143 terminated."""
    _asked_to_end.clear()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _end)
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else a shell has it ignored
            signal.signal(signal.SIGINT, _end)
        atexit.register(_heed_no_more)
    sys.exit(_run())


def _heed_no_more() -> None:
    """Let nothing interrupt Python's own end: all is done, and it would say otherwise."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def _run() -> int:
    try:
        result = cli.main(prog_name="quizgen", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _ended()
    except SystemExit as exit:
        return exit.code if isinstance(exit.code, int) else FOUND
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # `quizgen list | head`
        return 0
    except OSError as error:
        click.echo(f"Error: {error}", err=True)
        return CANNOT_WRITE
    except Exception:
        if _asked_to_end:  # in the midst of a library that makes another error of it
            return _ended()
        raise
    return result if isinstance(result, int) else 0


def _ended() -> int:
    """Say why a command ends before its time."""
    if signal.SIGTERM in _asked_to_end:
        click.echo("Terminated.", err=True)
        return TERMINATED
    click.echo("Interrupted.", err=True)
    return INTERRUPTED
