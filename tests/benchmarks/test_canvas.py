from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from benchmarks import peers
from benchmarks.canvas import as_text, ours, quiz
from benchmarks.measuring import command, module
from tests.exporters.canvas.importing import questions


def test_our_package_has_all_the_feedback() -> None:
    taken = questions(quiz(25))
    assert len(taken) == 25
    assert all(one.neutral and all(answer.comments for answer in one.answers) for one in taken.values())


@pytest.mark.skipif("text2qti" not in peers.versions(), reason="needs text2qti: make .venv-peers/installed")
def test_both_makers_get_the_same_items_with_all_their_feedback(tmp_path: Path) -> None:
    asked = quiz(25)
    (tmp_path / "quiz.txt").write_text(as_text(asked), encoding="utf-8")
    beside: list[str | Path] = [
        peers.PYTHON,
        "-m",
        "benchmarks.beside.with_text2qti",
        tmp_path / "quiz.txt",
        tmp_path / "quiz.zip",
    ]
    command(beside)
    counts = []
    for data in (ours(asked, "canvas"), (tmp_path / "quiz.zip").read_bytes()):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            text = max((archive.read(name) for name in archive.namelist()), key=len)
        counts.append([text.count(tag) for tag in (b"<item ", b"<response_label", b"<itemfeedback")])
    assert counts == [[25, 100, 125]] * 2


def test_one_of_our_packages_is_measured_in_a_process_of_its_own() -> None:
    measured = module("benchmarks.canvas", "canvas", 5)
    assert measured.size == len(ours(quiz(5), "canvas"))
    assert 0 < measured.processor < 10
    assert measured.memory > 10
