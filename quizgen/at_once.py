"""Work on every processor: one function over many pieces of work, in processes that share what has been read.

The processes are forked, so that a course of thousands of items is not copied to them, and only results come back.
Where a process cannot safely be forked (Windows, macOS), or there is one processor, the work is done here in turn, with
the same results.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")

# How often a process looks whether its parent is still there, in seconds.
_EVERY = 0.5

# How many pieces are sent before one is back: enough for a hall of machines, and a bound on what waits in memory.
_UNDER_WAY = 256

# What the forked processes are to do: they inherit it, so that it is never pickled.
_work: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


def _silent(result: object) -> None:
    """Tell nobody."""


def each(
    function: Callable[[Piece], Result],
    pieces: Sequence[Piece],
    *,
    worth: bool = True,
    weights: Sequence[float] = (),
    done: Callable[[Result], None] = _silent,
    executor: Executor | None = None,
) -> list[Result]:
    """What the function returns for each piece, in order.

    It must be picklable; the function itself and the pieces need not be. `worth` says whether there is so much to do
    that it outweighs starting processes, which takes some hundredths of a second; `weights` how long each piece takes
    beside the others, so that the longest begin first. `done` is told of each result as it comes. An `executor` of the
    caller's does the work instead, wherever it likes; function and pieces are then sent to it, and must be picklable.
    """
    order = sorted(range(len(pieces)), key=lambda index: -weights[index]) if weights else range(len(pieces))
    if executor is not None:
        return _gathered(lambda index: executor.submit(function, pieces[index]), order, done)
    workers = min(processors(), len(pieces))
    if not worth or workers < 2 or not _forks():
        return [_told(function(piece), done) for piece in pieces]
    _work.append((function, pieces))
    try:
        return _forked(workers, order, done)
    except BrokenProcessPool:  # one was killed, most likely for its memory: one at a time takes less
        return [_told(function(piece), done) for piece in pieces]
    finally:
        _work.pop()


def _forked(workers: int, order: Iterable[int], done: Callable[[Any], None]) -> list[Any]:
    before = set(multiprocessing.active_children())
    executor = ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), _begin, (os.getpid(),))
    try:
        return _gathered(lambda index: _submitted(executor, index), order, done)
    except BaseException:  # interrupted, or one has failed: what is still under way is of no use
        for child in set(multiprocessing.active_children()) - before:
            child.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def _submitted(executor: Executor, index: int) -> Future[Any]:
    """A piece of work under way; the processes that are begun for it do not hear Ctrl-C, from their first moment on."""
    if not hasattr(signal, "pthread_sigmask"):
        return executor.submit(_do, index)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    try:
        return executor.submit(_do, index)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _gathered(
    submit: Callable[[int], Future[Result]], order: Iterable[int], done: Callable[[Result], None]
) -> list[Result]:
    """The results by index; where one fails, or the wait is interrupted, the rest is called off."""
    under_way: dict[Future[Result], int] = {}
    results: dict[int, Result] = {}

    def collect(at_most: int) -> None:
        while len(under_way) > at_most:
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                results[under_way.pop(future)] = _told(future.result(), done)

    try:
        for index in order:
            under_way[submit(index)] = index
            collect(_UNDER_WAY)
        collect(0)
    except BaseException:
        for future in under_way:
            future.cancel()
        raise
    return [results[index] for index in sorted(results)]


def _told(result: Result, done: Callable[[Result], None]) -> Result:
    done(result)
    return result


def _do(index: int) -> Any:
    function, pieces = _work[-1]
    return function(pieces[index])


def _begin(parent: int) -> None:
    """Leave Ctrl-C to the process that waits for this one, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM))
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process once its parent is gone, killed perhaps: it would wait for more work for ever."""
    while os.getppid() == parent:
        time.sleep(_EVERY)
    os._exit(1)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _forks() -> bool:
    """Whether a process can be forked without harm; on macOS system libraries may not survive it."""
    return sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()
