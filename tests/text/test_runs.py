from __future__ import annotations

import pytest

from quizgen.text import runs
from quizgen.text.runs import Runs


def test_each_run_between_spaces_is_looked_at_once() -> None:
    asked: list[str] = []

    def length(run: str) -> int:
        asked.append(run)
        return len(run)

    lengths = Runs(length)
    assert list(lengths.of("the fund,\n the\tfund")) == [3, 5, 3, 4]
    assert list(lengths.of("fund, the")) == [5, 3]
    assert asked == ["the", "fund,", "fund"]
    assert list(lengths.of(" \n ")) == []


def test_what_is_remembered_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_MOST", 3)
    lengths = Runs(len)
    assert list(lengths.of("a bb ccc dddd eeeee bb")) == [1, 2, 3, 4, 5, 2]
    assert len(lengths) == 3
