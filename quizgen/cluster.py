"""A cluster of machines that makes files: what a department with thousands of banks may hand in, through Dask.

Its workers need the same quizgen, libraries and Python as this machine, so that the bytes are the same; a worker that
has others refuses. Needs the extra `quizgen[cluster]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

_PATIENCE = 10
"""Seconds for which a scheduler is waited for."""


class NoClusterError(Exception):
    """There is no such cluster, or nothing here that could speak to one."""


@contextmanager
def executor(address: str) -> Iterator[Executor]:
    """What hands work to the cluster whose scheduler is at an address, such as `tcp://10.0.0.5:8786`."""
    try:
        from distributed import Client
    except ImportError:
        raise NoClusterError("to use a cluster, install it: `pip install quizgen[cluster]`") from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]  # its types are in part
    except (OSError, ValueError) as error:
        raise NoClusterError(f"no scheduler answers at {address}: {error}") from error
    with client:
        yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]  # as above
