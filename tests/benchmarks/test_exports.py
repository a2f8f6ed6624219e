from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from quizgen.exporters import canvas
from tests.benchmarks.exporting import as_text, by_text2qti, ours, quiz
from tests.exporters.canvas.importing import questions


def test_both_makers_get_the_same_items_with_all_their_feedback() -> None:
    asked = quiz(25)
    taken = questions(asked)
    assert len(taken) == 25
    assert all(one.neutral and all(answer.comments for answer in one.answers) for one in taken.values())
    pytest.importorskip("text2qti", reason="needs text2qti")
    counts = []
    for data in (ours(asked, canvas), by_text2qti(as_text(asked))):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            text = max((archive.read(name) for name in archive.namelist()), key=len)
        counts.append([text.count(tag) for tag in (b"<item ", b"<response_label", b"<itemfeedback")])
    assert counts == [[25, 100, 125]] * 2
