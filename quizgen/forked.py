"""Forked processes: they inherit the works that they are to do, so that only what comes of each piece is sent.

Each has a pipe of its own. When one is lost, killed for its memory perhaps, its pipe ends, in the middle of a result if
need be: nobody waits for the rest, nor for a lock that it held, as all would with the pool of Python's own library.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeAlias

ENDING = (signal.SIGINT, signal.SIGTERM)
"""The signals by which a process is asked to end."""

# How often a process looks whether its parent is still there, in seconds.
_EVERY = 0.5

# After pieces that have left so many objects more, a process looks for garbage among them: most of them are not.
_GARBAGE = 1_000_000

Works: TypeAlias = Sequence[tuple[Callable[[Any], Any], Sequence[Any]]]
"""Functions, each with the pieces that it is called for."""

Task: TypeAlias = tuple[int, int]
"""A piece, by the number of its work and its own."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a piece: its result, or the error that was raised; it was lost where its process was."""

    result: Any = None
    error: BaseException | None = None
    lost: bool = False


LOST = Outcome(lost=True)


class ElsewhereError(Exception):
    """The cause of an error that was raised in another process: what its traceback said there."""

    def __str__(self) -> str:
        return f"\n{self.args[0]}"


class Processes:
    """Forked processes that do tasks, each one at a time, in the order of the tasks.

    `arrived` is told what came of each, in a thread of its own.
    """

    def __init__(
        self, count: int, works: Works, tasks: Iterable[Task], arrived: Callable[[Task, Outcome], object]
    ) -> None:
        self._unsent = deque(tasks)
        self._arrived = arrived
        self._at_work: dict[Connection, Task | None] = {}
        self._processes: list[BaseProcess] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        with _held_back():  # so that they reach neither a process before it can heed them, nor the listener ever
            for _ in range(count):
                with suppress(OSError):  # there may be no more processes than there are
                    self._fork(works)
            self._listener.start()

    def _fork(self, works: Works) -> None:
        context = multiprocessing.get_context("fork")
        here, there = context.Pipe()
        with there:  # closed before the next process is forked: a pipe ends with the one process that has its end
            process = context.Process(target=_work, args=(there, works, os.getpid()), daemon=True)
            process.start()
        self._processes.append(process)
        self._at_work[here] = None

    def end(self) -> None:
        """End the processes, whatever they are at."""
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.join()
        self._listener.join()

    def _listen(self) -> None:
        """Send tasks and take in what comes of them, for as long as there are processes."""
        for connection in self._at_work:
            self._send(connection)
        while self._at_work:
            ready = wait([*self._at_work])
            for connection in [one for one in self._at_work if one in ready]:
                self._receive(connection)
        while self._unsent:
            self._arrived(self._unsent.popleft(), LOST)

    def _send(self, connection: Connection) -> None:
        self._at_work[connection] = task = self._unsent.popleft() if self._unsent else None
        if task is not None:
            with suppress(OSError):  # when a process is lost, its pipe says so to who listens
                connection.send(task)

    def _receive(self, connection: Connection) -> None:
        task = self._at_work[connection]
        try:
            outcome = _received(connection)
        except (EOFError, OSError):
            connection.close()
            del self._at_work[connection]
            outcome = LOST
        else:
            self._send(connection)
        if task is not None:
            self._arrived(task, outcome)


def _received(connection: Connection) -> Outcome:
    """What came of a piece, as its process says; raise EOFError or OSError where that is lost."""
    try:
        outcome, told = connection.recv()
    except (EOFError, OSError):
        raise
    except Exception as error:  # whatever a class of results or errors may do as it is unpacked
        return Outcome(error=error)
    assert isinstance(outcome, Outcome)
    if outcome.error is not None:
        outcome.error.__cause__ = ElsewhereError(told)
    return outcome


@contextmanager
def _held_back() -> Iterator[None]:
    """Let the signals that are to end this process wait until here is out."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(connection: Connection, works: Works, parent: int) -> None:
    """Do the tasks that are sent, until no more can be; leave Ctrl-C to the process that sends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    # to look for garbage in the middle of a piece takes a tenth of the time
    gc.freeze()
    gc.disable()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            work, index = connection.recv()
            function, pieces = works[work]
            _say(_done(function, pieces[index]), connection)
            if gc.get_count()[0] > _GARBAGE:
                gc.collect()


def _done(function: Callable[[Any], Any], piece: Any) -> tuple[Outcome, str]:
    """What came of a piece, and the traceback where that is an error."""
    try:
        return Outcome(function(piece)), ""
    except Exception as error:
        return Outcome(error=error), traceback.format_exc()


def _say(done: tuple[Outcome, str], connection: Connection) -> None:
    """Send what came of a piece; where that cannot be packed, why."""
    outcome, told = done
    try:
        connection.send(done)
    except OSError:
        raise
    except Exception as error:
        why = error if outcome.error is None else RuntimeError(repr(outcome.error))
        connection.send((Outcome(error=why), told))


def _end_with(parent: int) -> None:
    """End this process once its parent is gone, killed perhaps, in the middle of a piece that nobody waits for."""
    while os.getppid() == parent:
        time.sleep(_EVERY)
    os._exit(1)
