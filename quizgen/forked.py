"""What a forked process does with the works that it has inherited: a piece at a time, until it is to end."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

ENDING = (signal.SIGINT, signal.SIGTERM)
"""The signals by which a process is asked to end."""

# How often a process looks whether its parent is still there, in seconds.
_EVERY = 0.5

# After a piece that has left so many objects more, a process looks for garbage among them.
_GARBAGE = 100_000

works: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""Functions and their pieces, put here before processes are forked: inherited, and so never pickled."""


class CalledOffError(BaseException):
    """A piece is not wanted any more; no code that makes something is to take it for an error of its own."""


class _State:
    """What this process is about: whether it is at a piece, and whether it is to take no more."""

    working = ended = False


def do(work: int, index: int) -> Any:
    """What the function of a work makes of one of its pieces, both by their numbers."""
    _State.working = True
    try:
        if _State.ended:
            raise CalledOffError
        function, pieces = works[work]
        return function(pieces[index])
    finally:
        _State.working = False
        if gc.get_count()[0] > _GARBAGE:
            gc.collect()


def begin(parent: int) -> None:
    """Leave Ctrl-C to the process that waits for this one, give up a piece where this is asked, and do not outlive it.

    A process that were ended at once could leave half a result in the pipe, for the rest of which all would wait.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _give_up)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    # to look for garbage in the middle of a piece takes a tenth of the time
    gc.freeze()
    gc.disable()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _give_up(*_: object) -> None:
    _State.ended = True
    if _State.working:
        raise CalledOffError


def _end_with(parent: int) -> None:
    """End this process once its parent is gone, killed perhaps: it would wait for more work for ever.

    Or once it has given up, and its last result has had time to be sent: newer Pythons wait for it then without a word.
    """
    while os.getppid() == parent and not _State.ended:
        time.sleep(_EVERY)
    if _State.ended:
        time.sleep(_EVERY)
    os._exit(1)
