"""What a person at a terminal sees of work that takes longer than a second: a bar, and what was done last."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""Seconds after which work that goes on is shown."""


@contextmanager
def progress() -> Iterator[Callable[[str], object]]:
    """A function to be told the name of each thing done; shown on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console  # which nobody waits for who does not see it
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task("Building", total=None)
    # a thread of its own, so that a first thing that takes long is seen to be at work
    timer = threading.Timer(PATIENCE, bar.start)
    timer.start()
    try:
        yield lambda name: bar.update(task, description=f"Built {name}")
    finally:
        timer.cancel()
        timer.join()
        if bar.live.is_started:
            bar.stop()
