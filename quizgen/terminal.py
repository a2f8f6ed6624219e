"""What a person at a terminal sees beyond plain text: colour, and a bar for work that takes longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from rich.console import Console
from rich.progress import Progress

PATIENCE = 1.0
"""Seconds after which work that goes on is shown."""


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """A function to be told the name of each thing done; it draws on standard error where that is a terminal."""
    start = time.monotonic()
    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task("Building", total=None)
    with ExitStack() as stack:

        def tick(name: str) -> None:
            late = time.monotonic() - start >= PATIENCE
            if late and sys.stderr.isatty():
                if not bar.live.is_started:
                    stack.enter_context(bar)
                bar.update(task, description=f"Building {name}")

        yield tick
