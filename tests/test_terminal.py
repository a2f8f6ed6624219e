from __future__ import annotations

import os
import subprocess
import sys

import pytest

WORK = """
import time
from quizgen import terminal
terminal.PATIENCE = {patience}
with terminal.progress() as tick:
    time.sleep(0.3)
    tick("storms.pdf")
    time.sleep(0.3)
"""


def on_a_terminal(code: str) -> str:
    """What a program writes to its standard error when that is a terminal."""
    pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
    ours, theirs = pty.openpty()
    process = subprocess.Popen([sys.executable, "-c", code], stderr=theirs, env={**os.environ, "TERM": "xterm"})
    os.close(theirs)
    seen = b""
    try:
        while piece := os.read(ours, 4096):
            seen += piece
    except OSError:
        pass  # the terminal is closed when the program ends
    finally:
        os.close(ours)
    assert process.wait() == 0
    return seen.decode()


def test_long_work_is_shown_on_a_terminal_before_anything_is_done() -> None:
    seen = on_a_terminal(WORK.format(patience=0.1))
    assert seen.index("Building") < seen.index("Built storms.pdf")


def test_short_work_is_not() -> None:
    assert on_a_terminal(WORK.format(patience=30)) == ""


def test_nothing_is_drawn_where_there_is_no_terminal() -> None:
    command = [sys.executable, "-c", WORK.format(patience=0.1)]
    assert subprocess.run(command, capture_output=True, check=True).stderr == b""
