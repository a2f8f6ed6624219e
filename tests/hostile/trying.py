"""A process in which real commands are tried on hostile input, each in a child of its own that is held to limits.

It reads a line of JSON a try (`folder`, `commands`) from standard input, and answers with a line of what came of it.
It has imported quizgen once, so that a try costs what the command costs, and no more.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

SECONDS = 5
"""Of the processor, for each command."""
BYTES = 500 * 2**20
"""Of memory, for each try: what the process holds at most, with Python and quizgen itself."""
_PATIENCE = 60
"""Seconds by the clock, for a try that waits rather than works."""


def main() -> None:
    """Answer tries until there are no more."""
    for module in ("building", "making", "originals", "soundness", "terminal", "versions", "writing", "importing"):
        __import__(f"quizgen.{module}")
    for line in sys.stdin:
        sys.stdout.write(json.dumps(tried(json.loads(line))) + "\n")
        sys.stdout.flush()


def tried(asked: dict[str, Any]) -> dict[str, Any]:
    """What came of a try: an entry for each command, and the memory (bytes) that all took."""
    told = Path(asked["folder"], "told.json")
    child = os.fork()
    if not child:
        with contextlib.suppress(BaseException):
            told.write_text(json.dumps(_run(Path(asked["folder"]), asked["commands"])), encoding="utf-8")
        os._exit(0)
    _, status, usage = os.wait4(child, 0)
    commands = json.loads(told.read_text(encoding="utf-8")) if told.exists() else None
    told.unlink(missing_ok=True)
    return {"commands": commands, "signal": os.WTERMSIG(status), "bytes": usage.ru_maxrss * 1024}


def _run(folder: Path, commands: list[list[str]]) -> list[dict[str, Any]]:
    os.chdir(folder / "course")
    signal.alarm(_PATIENCE)
    return [_command(folder, command) for command in commands]


def _command(folder: Path, arguments: list[str]) -> dict[str, Any]:
    from quizgen import cli

    before = _used()
    resource.setrlimit(resource.RLIMIT_CPU, (int(before) + SECONDS + 2, resource.RLIM_INFINITY))
    sys.argv = ["quizgen", *arguments]
    status: int | str = "no exit"
    said = (folder / "said").open("w", encoding="utf-8", errors="surrogateescape")
    with said, contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            cli.main()
        except SystemExit as exit:
            status = exit.code if isinstance(exit.code, int) else 0
        except BaseException:
            status = traceback.format_exc()[-1500:]
    text = (folder / "said").read_text(encoding="utf-8", errors="replace")
    return {"status": status, "said": text[-1_000_000:], "seconds": _used() - before}


def _used() -> float:
    """Seconds of the processor that this process and its children have used."""
    both = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


if __name__ == "__main__":
    main()
