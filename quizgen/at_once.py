"""Work on every processor: functions over many pieces of work, in processes that share what has been read.

The processes are forked, so that a course of thousands of items is not copied to them, and only results come back.
Where a process cannot safely be forked (Windows, macOS), or there is one processor, the work is done here in turn, with
the same results.
"""

from __future__ import annotations

import functools
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, Generic, TypeAlias, TypeVar

from quizgen import forked
from quizgen.forked import ENDING, CalledOffError

Piece = TypeVar("Piece")
Result = TypeVar("Result")

# How many pieces of a work are sent before one is back: enough for a hall of machines, and a bound on what waits in
# memory.
_UNDER_WAY = 256


@dataclass(frozen=True, eq=False)
class Work(Generic[Piece, Result]):
    """One function that is to be called for each of some pieces.

    Results must be picklable; the function itself and the pieces need not be. `weights` says how long each piece takes
    beside the others, so that the longest begin first. An `executor` of the caller's does the work, wherever it likes;
    function and pieces are then sent to it, and must be picklable.
    """

    function: Callable[[Piece], Result]
    pieces: Sequence[Piece]
    weights: Sequence[float] = ()
    executor: Executor | None = None

    @property
    def order(self) -> Sequence[int]:
        """The pieces by their index, in the order in which they begin."""
        indexes = range(len(self.pieces))
        return sorted(indexes, key=lambda index: -self.weights[index]) if self.weights else indexes


def _silent(result: object) -> None:
    """Tell nobody."""


def each(work: Work[Piece, Result], *, worth: bool = True) -> list[Result]:
    """What one work's function returns for each piece, in order; `worth` is as in `begun`."""
    with begun(work, worth=worth) as under_way:
        return under_way.results(work)


class UnderWay:
    """Works that have been begun. What nobody else does is done here, when it is asked for."""

    def __init__(self) -> None:
        self._begun: dict[Work[Any, Any], _Begun] = {}
        self._arrived: _Arrived = SimpleQueue()

    def results(self, work: Work[Piece, Result], done: Callable[[Result], object] = _silent) -> list[Result]:
        """What the work's function returns for each piece, in order; `done` is told of each as it comes.

        Raises what the function raises.
        """
        begun = self._begun.get(work)
        if begun is None:
            return [_told(work.function(piece), done) for piece in work.pieces]
        while begun.failed is None and (begun.under_way or begun.untold):
            if begun.untold:
                done(begun.results[begun.untold.popleft()])
            else:
                self._wait()
        if begun.failed is not None:
            raise begun.failed
        for index in begun.left_here:  # a process was killed, most likely for its memory: one at a time takes less
            begun.results[index] = _told(work.function(work.pieces[index]), done)
        return [begun.results[index] for index in range(len(work.pieces))]

    def begin(self, work: Work[Any, Any], submit: Callable[[int], Future[Any]]) -> None:
        """Send the first pieces of a work, each by its index."""
        self._begun[work] = _Begun(work, submit, self._arrived)
        with _undisturbed(self._arrived):
            self._begun[work].send()

    @property
    def futures(self) -> list[Future[Any]]:
        """What has been sent and is not back."""
        return [future for begun in self._begun.values() for future in begun.under_way.values()]

    def _wait(self) -> None:
        """Take in what comes back next, of whichever work; another signal may come instead."""
        with _undisturbed(self._arrived):
            arrived = self._arrived.get()
            if arrived is not None:
                begun, index = arrived
                begun.take(index)


_Arrived: TypeAlias = "SimpleQueue[tuple[_Begun, int] | None]"


class _Begun:
    """A work whose pieces are sent, a number of them at a time, with what has come back."""

    def __init__(self, work: Work[Any, Any], submit: Callable[[int], Future[Any]], arrived: _Arrived) -> None:
        self.submit, self.arrived = submit, arrived
        self.unsent = deque(work.order)
        self.under_way: dict[int, Future[Any]] = {}
        self.results: dict[int, Any] = {}
        self.untold: deque[int] = deque()
        self.left_here: list[int] = []
        self.failed: BaseException | None = None

    def send(self) -> None:
        while self.unsent and len(self.under_way) < _UNDER_WAY:
            index = self.unsent.popleft()
            try:
                future = self.under_way[index] = self.submit(index)
            except BrokenProcessPool:
                self.left_here.append(index)
            else:
                future.add_done_callback(functools.partial(self._tell, index))

    def _tell(self, index: int, _: Future[Any]) -> None:
        self.arrived.put((self, index))

    def take(self, index: int) -> None:
        """Keep what came of a piece."""
        future = self.under_way.pop(index)
        error = future.exception()
        if error is None:
            self.results[index] = future.result()
            self.untold.append(index)
        elif isinstance(error, (BrokenProcessPool, CalledOffError)):
            self.left_here.append(index)
        else:
            self.failed = error
        self.send()


@contextmanager
def begun(*works: Work[Any, Any], worth: bool = True) -> Iterator[UnderWay]:
    """Begin works, in this order, and call off at the end what nobody has asked for.

    `worth` says whether there is so much to do that it outweighs starting processes, which takes some hundredths of a
    second.
    """
    here = [work for work in works if work.executor is None and work.pieces]
    workers = min(processors(), sum(len(work.pieces) for work in here))
    under_way = UnderWay()
    with ExitStack() as stack:
        stack.callback(_call_off, under_way)
        for work in works:
            if work.executor is not None:
                under_way.begin(work, _sender(work, work.executor))
        if worth and workers > 1 and _forks():
            executor = stack.enter_context(_forked(workers, here, under_way))
            for number, work in enumerate(here):
                under_way.begin(work, _index_sender(number, executor))
        yield under_way


def _sender(work: Work[Any, Any], executor: Executor) -> Callable[[int], Future[Any]]:
    return lambda index: executor.submit(work.function, work.pieces[index])


def _index_sender(work: int, executor: Executor) -> Callable[[int], Future[Any]]:
    """What sends pieces to processes that are begun for the first; signals reach these when they can heed them."""

    def send(index: int) -> Future[Any]:
        if not hasattr(signal, "pthread_sigmask"):
            return executor.submit(forked.do, work, index)
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
        try:
            return executor.submit(forked.do, work, index)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    return send


def _call_off(under_way: UnderWay) -> None:
    with _undisturbed(SimpleQueue()):
        for future in under_way.futures:
            future.cancel()


@contextmanager
def _forked(workers: int, works: Sequence[Work[Any, Any]], under_way: UnderWay) -> Iterator[Executor]:
    """Processes that inherit these works; where these are left behind unfinished, the processes are ended."""
    before = set(multiprocessing.active_children())
    executor = ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), forked.begin, (os.getpid(),))
    forked.works[:] = [(work.function, work.pieces) for work in works]
    try:
        yield executor
    finally:
        with _undisturbed(SimpleQueue()):
            if under_way.futures:  # interrupted, or a piece has failed, or nobody asks for them any more
                for child in set(multiprocessing.active_children()) - before:
                    child.terminate()
            forked.works.clear()
            executor.shutdown(cancel_futures=True)


@contextmanager
def _undisturbed(arrived: _Arrived) -> Iterator[None]:
    """Let a signal that is to end this process wait until here is out, and wake up what waits here meanwhile.

    Raised within, it could leave a lock of the futures held, and what ends them would wait for it for ever.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []

    def later(number: int, _: object) -> None:
        came.append(number)
        arrived.put(None)

    before = {number: signal.signal(number, later) for number in ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)
        if came:
            signal.raise_signal(came[0])


def _told(result: Result, done: Callable[[Result], object]) -> Result:
    done(result)
    return result


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _forks() -> bool:
    """Whether a process can be forked without harm; on macOS system libraries may not survive it."""
    return sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()
