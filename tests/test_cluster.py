"""Files made on a cluster, a real one of two workers on this machine, are those that this machine makes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen import cli, cluster, versions

pytest.importorskip("distributed", reason="needs quizgen[cluster]")


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster's scheduler; its workers are processes of their own."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local:  # type: ignore[no-untyped-call]  # its types are in part
        yield local.scheduler_address


def build(monkeypatch: pytest.MonkeyPatch, course: Path, *options: str) -> int:
    monkeypatch.setattr(sys, "argv", ["quizgen", "build", "anki", "pdf", "html", "--course", str(course), *options])
    with pytest.raises(SystemExit) as exit:
        cli.main()
    return int(exit.value.code or 0)


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != ".quizgen-lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_cluster_makes_the_same_bytes(
    scheduler: str, starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    assert build(monkeypatch, starter, "--output", str(here)) == 0
    monkeypatch.setattr("quizgen.making._make", _never)  # so that nothing of it is made by this process
    assert build(monkeypatch, starter, "--output", str(there), "--scheduler", scheduler) == 0
    assert len(files(here)) >= 7
    assert files(there) == files(here)


def _never(due: object) -> None:
    raise AssertionError("made here")


def test_a_worker_of_another_version_refuses(
    scheduler: str, starter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(versions, "fingerprint", lambda: "another")
    assert build(monkeypatch, starter, "--scheduler", scheduler) == 2
    assert "has another quizgen, library or Python" in " ".join(capsys.readouterr().err.split())
    assert not (starter / "output").exists()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense://here", "nowhere"])
def test_where_no_scheduler_answers_it_is_said(
    address: str, starter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    assert build(monkeypatch, starter, "--scheduler", address) == 2
    assert f"no scheduler answers at {address}" in " ".join(capsys.readouterr().err.split())


def test_without_the_extra_it_is_said_how_to_get_it(
    starter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert build(monkeypatch, starter, "--scheduler", "tcp://127.0.0.1:9") == 2
    assert "pip install quizgen[cluster]" in " ".join(capsys.readouterr().err.split())
