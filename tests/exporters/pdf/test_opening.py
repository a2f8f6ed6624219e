"""How a paper begins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import wording
from quizgen.exporters.pdf.frame import Frame
from quizgen.exporters.pdf.opening import opening
from quizgen.exporters.pdf.page import type_width
from quizgen.exporters.pdf.sheet import sheet
from quizgen.exporters.pdf.styles import STANDARD, VARIANTS, Look
from quizgen.model import Choices, Printing
from quizgen.wording import Wording
from tests.exporters.pdf.printing import paper_of, quiz_of
from tests.exporters.pdf.reading import pages, whole
from tests.exporters.pdf.samples import EXAM, Built
from tests.quizzes import SETTINGS, question


def test_the_first_page_has_titles_fields_form_and_worth(built: Built, tmp_path: Path) -> None:
    exam = replace(EXAM, questions=EXAM.questions[:1], forms=quiz_of(EXAM.questions[0]).forms)
    first = pages(paper_of(exam), tmp_path)[0]
    for said in ("Islands", "Storms <& funds>", "Form A", "Name", "ID", "Date", "Section", wording.EN.how_to_mark):
        assert said in first
    assert "1 question · Total: 1 point · Time: 50 minutes" in first
    assert "Time:" not in whole(built["letter/storms/quiz-A.pdf"], tmp_path)


def test_how_to_mark_is_told_where_there_is_something_to_mark(tmp_path: Path) -> None:
    for id, told in (("what-it-pays", 1), ("fund-is-loan", 1), ("who-governs", 0), ("argue-for-it", 0)):
        text = whole(paper_of(quiz_of(question(id))), tmp_path)
        assert text.count(wording.EN.how_to_mark) == text.count(wording.EN.how_to_correct) == told


def test_that_wrong_choices_take_points_is_told_where_they_do(tmp_path: Path) -> None:
    several = next(one for one in EXAM.questions if isinstance(one.answer, Choices) and one.answer.multiple)
    in_parts, whole_or_none = replace(several, scoring="each"), replace(several, scoring="all")
    for asked, told in ((in_parts, 1), (whole_or_none, 0), (question("why-a-fund"), 0)):
        assert whole(paper_of(quiz_of(asked)), tmp_path).count(wording.EN.wrong_takes) == told


@pytest.mark.parametrize(
    ("ids", "told"), [(["what-it-pays"], 1), (["what-it-pays", "argue-for-it"], 2), (["argue-for-it"], 0)]
)
def test_with_an_answer_sheet_a_paper_says_what_goes_where(ids: list[str], told: int, tmp_path: Path) -> None:
    quiz = quiz_of(*map(question, ids))
    text = whole(sheet(quiz, quiz.forms[0], replace(SETTINGS, printing=Printing(answer_sheet=True))), tmp_path)
    assert wording.EN.how_to_mark not in text
    assert (wording.EN.mark_on_sheet in text) + (wording.EN.write_here in text) == told


@pytest.mark.parametrize("look", [STANDARD, *VARIANTS.values()], ids=lambda look: look.name)
@pytest.mark.parametrize("words", wording.ALL, ids=lambda words: words.code)
@pytest.mark.parametrize("letter", ["A", "M", "AA"])
def test_labels_stay_in_their_boxes(look: Look, words: Wording, letter: str) -> None:
    quiz = replace(EXAM, title="Storms", language=words.code)
    form = replace(quiz.forms[0], letter=letter)
    block = opening(quiz, form, Frame.of(look, words, type_width("a4"), form))
    cells = [cell for row in block.rows for cell in row.cells]
    labels = {words.name, words.student_id, words.date, words.section}
    found = [cell for cell in cells if cell.lines[0].text in labels]
    assert len(found) == 4
    for cell in found:
        assert len(cell.lines) == 1
        assert cell.lines[0].width <= cell.width
