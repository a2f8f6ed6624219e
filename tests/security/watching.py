"""quizgen run under Python's own audit: whatever reaches for the network, another program or another folder is told."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.conftest import REPOSITORY

FORBIDDEN = "forbidden: "

WATCH = """
import os, sys
allowed = tuple(map(os.path.realpath, (sys.argv[1], sys.argv[2])))
programs = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "webbrowser.")
network = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.")
changing = ("rename", "remove", "mkdir", "rmdir", "link", "symlink", "truncate", "chmod")
changing = ("shutil.", *(f"os.{event}" for event in changing))
writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

def inside(path):
    path = os.path.realpath(os.fspath(path))
    return path == os.devnull or any(path == one or path.startswith(one + os.sep) for one in allowed)

def is_forbidden(event, given):
    if event.startswith(programs + network):
        return True
    if event == "open":
        path, _, flags = given
        return isinstance(path, (str, bytes)) and bool(flags & writing) and not inside(os.fsdecode(path))
    if event.startswith(changing) and not any(isinstance(one, int) and one >= 0 for one in given[-1:]):
        return not all(inside(path) for path in given if isinstance(path, str))
    return False

def watch(event, given):
    if is_forbidden(event, given):
        os.write(2, f"forbidden: {event} {given}\\n".encode())

sys.addaudithook(watch)
program, sys.argv = sys.argv[3], ["quizgen", *sys.argv[4:]]
exec(program)
"""
QUIZGEN = "from quizgen.cli import main; main()"


def watched(arguments: Sequence[str], course: Path, output: Path, program: str = QUIZGEN) -> str:
    """Run a command in a course; what it did that it must not, a line each. It may write to the output folder alone."""
    with tempfile.TemporaryDirectory() as scratch:
        environment = os.environ | {"PYTHONPATH": str(REPOSITORY), "TMPDIR": scratch, "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-c", WATCH, str(output), scratch, program, *arguments]
        done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert not list(Path(scratch).iterdir()), "scratch files are gone when it ends"
    return "\n".join(line for line in done.stderr.splitlines() if line.startswith(FORBIDDEN))
