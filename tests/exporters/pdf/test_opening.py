"""How a paper begins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quizgen import wording
from tests.exporters.pdf.printing import paper_of, quiz_of
from tests.exporters.pdf.reading import pages, whole
from tests.exporters.pdf.samples import EXAM, Built


def test_the_first_page_has_titles_fields_form_and_worth(built: Built, tmp_path: Path) -> None:
    exam = replace(EXAM, questions=EXAM.questions[:1], forms=quiz_of(EXAM.questions[0]).forms)
    first = pages(paper_of(exam), tmp_path)[0]
    for said in ("Islands", "Storms <& funds>", "Form A", "Name", "Date", "Section", wording.EN.how_to_mark):
        assert said in first
    assert "Total: 1 point · 1 question · Time: 50 minutes" in first
    assert "Time:" not in whole(built["letter/storms/quiz-A.pdf"], tmp_path)
