from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from quizgen import at_once
from quizgen.at_once import Work


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with two, whatever this one has."""
    monkeypatch.setattr(at_once, "processors", lambda: 2)


def test_results_come_in_the_order_of_the_pieces() -> None:
    base = 10  # a function of the test's own, which cannot be pickled
    assert at_once.each(Work(lambda piece: piece + base, range(50))) == list(range(10, 60))


@pytest.mark.skipif(not at_once._forks(), reason="processes are not forked here")
def test_work_that_is_worth_it_is_done_by_other_processes() -> None:
    assert os.getpid() not in at_once.each(Work(lambda _: os.getpid(), range(4)))
    assert set(at_once.each(Work(lambda _: os.getpid(), range(4)), worth=False)) == {os.getpid()}


def test_an_error_in_a_piece_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        at_once.each(Work(lambda piece: 1 // piece, [1, 0, 1]))


def test_a_process_that_was_killed_leaves_its_work_to_this_one() -> None:
    here = os.getpid()

    def killed_elsewhere(piece: int) -> int:
        if os.getpid() != here:
            os._exit(1)
        return piece

    assert at_once.each(Work(killed_elsewhere, [1, 2, 3])) == [1, 2, 3]


def test_works_are_asked_for_in_any_order_and_one_that_fails_leaves_the_others() -> None:
    sums, fails = Work(lambda piece: piece + 1, range(9)), Work(lambda piece: 1 // piece, [0])
    none = Work(lambda piece: piece, range(0))
    told: list[int] = []
    for worth in (True, False):
        with at_once.begun(fails, sums, none, worth=worth) as under_way:
            assert under_way.results(sums, told.append) == list(range(1, 10))
            assert under_way.results(none) == []
            with pytest.raises(ZeroDivisionError):
                under_way.results(fails)
    assert sorted(told) == sorted([*range(1, 10)] * 2)


def test_more_pieces_than_are_sent_at_once_all_come_back() -> None:
    pieces, sent = range(3 * at_once._UNDER_WAY), list[int]()

    class Executor(ThreadPoolExecutor):
        def submit(self, *called: Any, **named: Any) -> Future[Any]:
            sent.append(called[1])
            return super().submit(*called, **named)

    with Executor(2) as executor, at_once.begun(work := Work(lambda piece: piece, pieces, (), executor)) as under_way:
        assert len(sent) == at_once._UNDER_WAY
        assert under_way.results(work) == list(pieces)
    assert sent == list(pieces)


LEAVING = """
import multiprocessing, time
from quizgen import at_once
at_once.processors = lambda: 2
for moment in (0, 0.02, 0.04, 0.06, 0.08, 0.1):
    with at_once.begun(at_once.Work(lambda _: bytes(30_000_000), range(200))):
        time.sleep(moment)
    assert not multiprocessing.active_children()
"""


@pytest.mark.skipif(not at_once._forks(), reason="processes are not forked here")
def test_work_that_nobody_asks_for_is_called_off_even_in_the_middle_of_a_result() -> None:
    subprocess.run([sys.executable, "-c", LEAVING], check=True, timeout=30)


@pytest.mark.skipif(not at_once._forks(), reason="processes are not forked here")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_wait(sent: signal.Signals) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(sent, interrupted)
    threading.Timer(0.2, os.kill, (os.getpid(), sent)).start()
    try:
        with pytest.raises(KeyboardInterrupt):
            at_once.each(Work(lambda _: time.sleep(60), range(2)))
        assert signal.getsignal(sent) is interrupted
    finally:
        signal.signal(sent, before)
    assert not multiprocessing.active_children()


LOSING = """
import os, time
from quizgen import at_once
at_once.processors = lambda: 2
here = os.getpid()
def killed_elsewhere(piece):
    if os.getpid() != here and piece == 1:
        time.sleep(0.1)
        os._exit(1)
    time.sleep({other})
    return piece
assert at_once.each(at_once.Work(killed_elsewhere, [1, 2, 3])) == [1, 2, 3]
"""


@pytest.mark.parametrize("other", [0, 0.3], ids=["idle", "at work"])
def test_the_loss_of_one_process_is_not_waited_for_by_the_others(other: float) -> None:
    subprocess.run([sys.executable, "-c", LOSING.format(other=other)], check=True, timeout=30)


HALFWAY = """
import multiprocessing.connection, os, signal
from quizgen import at_once
at_once.processors = lambda: 2
here = os.getpid()
def killed_halfway(piece):
    if os.getpid() != here and piece == {lost}:
        def send(self, data, write=os.write):
            write(self.fileno(), data[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        multiprocessing.connection.Connection._send = send
    return bytes({size})
assert at_once.each(at_once.Work(killed_halfway, range(20))) == [bytes({size})] * 20
"""


@pytest.mark.skipif(not at_once._forks(), reason="processes are not forked here")
@pytest.mark.parametrize("size", [10, 1_000_000])
@pytest.mark.parametrize("lost", [0, 7, 19])
def test_half_a_result_is_not_waited_for(size: int, lost: int) -> None:
    subprocess.run([sys.executable, "-c", HALFWAY.format(size=size, lost=lost)], check=True, timeout=30)


class Packed:
    """What is packed without a part that is asked for when it is unpacked."""

    def __init__(self, part: str) -> None:
        self.part = part

    def __reduce__(self) -> tuple[type[Packed], tuple[str, ...]]:
        return Packed, ()


@pytest.mark.skipif(not at_once._forks(), reason="processes are not forked here")
def test_an_error_says_where_it_was_raised() -> None:
    def fails(piece: int) -> int:
        return 1 // piece

    with pytest.raises(ZeroDivisionError) as raised:
        at_once.each(Work(fails, [0, 1]))
    assert "return 1 // piece" in str(raised.value.__cause__)


@pytest.mark.skipif(not at_once._forks(), reason="processes are not forked here")
@pytest.mark.parametrize("made", [lambda: threading.Lock(), lambda: Packed("part")], ids=["to pack", "to unpack"])
def test_what_cannot_be_sent_is_an_error_and_no_wait(made: Callable[[], object]) -> None:
    with pytest.raises(TypeError):
        at_once.each(Work(lambda _: made(), range(4)))


@pytest.mark.skipif(not at_once._forks(), reason="processes are not forked here")
def test_an_error_that_cannot_be_sent_is_named() -> None:
    class LocalError(Exception):
        pass

    def fails(piece: int) -> int:
        raise LocalError(piece)

    with pytest.raises(RuntimeError, match="LocalError"):
        at_once.each(Work(fails, range(4)))


@pytest.mark.skipif(not at_once._forks(), reason="processes are not forked here")
@pytest.mark.parametrize("fork", [0, 1, 2])
def test_where_there_can_be_no_more_processes_those_there_are_do_it(fork: int, monkeypatch: pytest.MonkeyPatch) -> None:
    real, forks = os.fork, list[int]()

    def few() -> int:
        if len(forks) == fork:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        forks.append(1)
        return real()

    monkeypatch.setattr(os, "fork", few)
    assert at_once.each(Work(lambda piece: piece, range(9))) == list(range(9))
    assert len(forks) == fork


WAITING = """
import os, sys, time
from quizgen import at_once
at_once.processors = lambda: 2
def show_and_wait(piece):
    os.write(1, f"{os.getpid()}\\n".encode())  # in one piece, for two write at once
    time.sleep(60)
at_once.each(at_once.Work(show_and_wait, [1, 2]))
"""


@pytest.mark.skipif(not at_once._forks(), reason="processes are not forked here")
def test_no_process_outlives_one_that_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", WAITING], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    workers = [int(parent.stdout.readline()) for _ in range(2)]
    parent.kill()
    parent.wait()
    until = time.monotonic() + 20
    while any(map(is_there, workers)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(is_there, workers))


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return (
        Path(f"/proc/{process}/stat").read_text(encoding="utf-8").split()[2] != "Z" if Path("/proc").is_dir() else True
    )
