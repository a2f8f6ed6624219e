"""Whatever stands in a file, quizgen has findings or builds: files by the hundred, good ones spoilt and ones made up.

In the tests the files are the same every time and take about a minute. `make fuzz` draws others, many more of them,
and remembers what failed.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.database import DirectoryBasedExampleDatabase

from tests.conftest import REPOSITORY
from tests.fuzz.strategies import STRATEGIES
from tests.fuzz.targets import TARGETS

FEWEST = {"bank": 600, "every-format": 40}
"""How many files of a kind are tried in the tests; 200 of all others."""
TIMES = int(os.environ.get("QUIZGEN_FUZZ", "1"))
"""As many times more are tried; other ones then."""


def test_every_target_has_something_put_before_it() -> None:
    assert set(STRATEGIES) == set(TARGETS)
    assert len(TARGETS) >= 12


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_stands_in_a_file_there_are_findings_or_a_build(name: str) -> None:
    @settings(
        max_examples=TIMES * FEWEST.get(name, 200),
        derandomize=TIMES == 1,
        database=None if TIMES == 1 else DirectoryBasedExampleDatabase(REPOSITORY / "build" / "fuzz"),
        deadline=5_000 if name != "every-format" else None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        TARGETS[name](data.draw(STRATEGIES[name]))

    holds()
