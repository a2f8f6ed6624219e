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
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any, Generic, TypeAlias, TypeVar

from quizgen.forked import ENDING, LOST, Outcome, Processes, Task

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
        self._handed: dict[Work[Any, Any], _Handed] = {}
        self._arrived: _Arrived = SimpleQueue()

    def results(self, work: Work[Piece, Result], done: Callable[[Result], object] = _silent) -> list[Result]:
        """What the work's function returns for each piece, in order; `done` is told of each as it comes.

        Raises what the function raises.
        """
        begun = self._begun.get(work)
        if begun is None:
            return [_told(work.function(piece), done) for piece in work.pieces]
        while begun.failed is None and (begun.awaited or begun.untold):
            if begun.untold:
                done(begun.results[begun.untold.popleft()])
            else:
                self._wait()
        if begun.failed is not None:
            raise begun.failed
        for index in begun.left_here:  # a process was killed, most likely for its memory: one at a time takes less
            begun.results[index] = _told(work.function(work.pieces[index]), done)
        return [begun.results[index] for index in range(len(work.pieces))]

    def _wait(self) -> None:
        """Take in what comes back next, of whichever work."""
        work, index, outcome = self._arrived.get()
        self._begun[work].take(index, outcome)
        if work in self._handed:
            with _undisturbed():
                self._handed[work].came_back(index)

    @contextmanager
    def handed(self, work: Work[Any, Any], executor: Executor) -> Iterator[None]:
        """Hand a work to an executor, some pieces of it at a time, and call off in the end what is left."""
        self._begun[work] = _Begun(awaited=len(work.pieces))
        self._handed[work] = _Handed(work, executor, self._arrived)
        try:
            with _undisturbed():
                self._handed[work].send()
            yield
        finally:
            with _undisturbed():
                self._handed[work].call_off()

    @contextmanager
    def forked(self, works: Sequence[Work[Any, Any]], count: int) -> Iterator[None]:
        """Let so many processes do these works, in this order; end them in the end, whatever they are at."""
        self._begun |= {work: _Begun(awaited=len(work.pieces)) for work in works}
        tasks = [(number, index) for number, work in enumerate(works) for index in work.order]

        def arrived(task: Task, outcome: Outcome) -> None:
            self._arrived.put((works[task[0]], task[1], outcome))

        with ExitStack() as stack:
            with _undisturbed():
                processes = Processes(count, [(work.function, work.pieces) for work in works], tasks, arrived)
                stack.callback(_end, processes)
            yield


def _end(processes: Processes) -> None:
    with _undisturbed():
        processes.end()


_Arrived: TypeAlias = "SimpleQueue[tuple[Work[Any, Any], int, Outcome]]"


@dataclass
class _Begun:
    """What has come back of a work that others do."""

    awaited: int
    results: dict[int, Any] = field(default_factory=dict)
    untold: deque[int] = field(default_factory=deque)
    left_here: list[int] = field(default_factory=list)
    failed: BaseException | None = None

    def take(self, index: int, outcome: Outcome) -> None:
        """Keep what came of a piece."""
        self.awaited -= 1
        if outcome.lost:
            self.left_here.append(index)
        elif outcome.error is not None:
            self.failed = outcome.error
        else:
            self.results[index] = outcome.result
            self.untold.append(index)


class _Handed:
    """A work that an executor does, a number of pieces at a time."""

    def __init__(self, work: Work[Any, Any], executor: Executor, arrived: _Arrived) -> None:
        self.work, self.executor, self.arrived = work, executor, arrived
        self.unsent = deque(work.order)
        self.futures: dict[int, Future[Any]] = {}

    def send(self) -> None:
        """Send as many pieces as may be under way."""
        while self.unsent and len(self.futures) < _UNDER_WAY:
            index = self.unsent.popleft()
            try:
                future = self.executor.submit(self.work.function, self.work.pieces[index])
            except BrokenExecutor:
                self.arrived.put((self.work, index, LOST))
            else:
                self.futures[index] = future
                future.add_done_callback(functools.partial(self._tell, index))

    def came_back(self, index: int) -> None:
        """Send another piece in the place of one that has been taken in."""
        self.futures.pop(index, None)
        self.send()

    def _tell(self, index: int, future: Future[Any]) -> None:
        try:
            outcome = Outcome(future.result())
        except BrokenExecutor:
            outcome = LOST
        except BaseException as error:  # as it was raised there, or since nobody wants it any more
            outcome = Outcome(error=error)
        self.arrived.put((self.work, index, outcome))

    def call_off(self) -> None:
        """Call off what has not begun."""
        for future in list(self.futures.values()):
            future.cancel()


@contextmanager
def begun(*works: Work[Any, Any], worth: bool = True) -> Iterator[UnderWay]:
    """Begin works, in this order, and call off at the end what nobody has asked for.

    `worth` says whether there is so much to do that it outweighs starting processes, which takes some hundredths of a
    second.
    """
    here = [work for work in works if work.executor is None and work.pieces]
    count = min(processors(), sum(len(work.pieces) for work in here))
    under_way = UnderWay()
    with ExitStack() as stack:
        for work in works:
            if work.executor is not None:
                stack.enter_context(under_way.handed(work, work.executor))
        if worth and count > 1 and _forks():
            stack.enter_context(under_way.forked(here, count))
        yield under_way


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let a signal that is to end this process wait until here is out.

    Raised within, it could leave a lock of the futures held, and what ends them would wait for it for ever.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = {number: signal.signal(number, lambda number, _: came.append(number)) for number in ENDING}
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
