"""Which files there are, and that each is the same whatever is made with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.exporters import pdf
from quizgen.exporters.pdf.key import key
from quizgen.exporters.pdf.sheet import sheet
from quizgen.exporters.pdf.visible import mark
from quizgen.model import Quiz
from tests.exporters.pdf.reading import pages
from tests.exporters.pdf.rekeyed import with_another_key
from tests.exporters.pdf.samples import EXAM, LONG, SHAPES, SPANISH, Built
from tests.quizzes import SETTINGS


def test_each_form_has_a_paper_and_a_key_and_an_exams_paper_stays_with_the_keys(built: Built) -> None:
    made = {output.name: output.data for output in pdf.export([SHAPES, EXAM], SETTINGS)}
    assert list(made) == [
        "students/pdf/storms/quiz-A.pdf",
        "instructor/pdf/storms/key-A.pdf",
        "students/pdf/storms/quiz-B.pdf",
        "instructor/pdf/storms/key-B.pdf",
        "instructor/pdf/storms/keys.pdf",
        "instructor/pdf/midterm/quiz-A.pdf",
        "instructor/pdf/midterm/key-A.pdf",
        "instructor/pdf/midterm/keys.pdf",
    ]
    for name, data in made.items():
        _, _, rest = name.split("/", 2)
        assert data == built[f"letter/{rest}"], name  # which was made by itself


def test_paper_and_key_carry_the_mark_of_what_students_see(built: Built, tmp_path: Path) -> None:
    *outputs, keys = pdf.export([SHAPES], SETTINGS)
    assert len(outputs) == 4
    (page,) = pages(keys.data, tmp_path)
    assert keys.about == {"marks": {form.letter: mark(SHAPES, form) for form in SHAPES.forms}}
    assert all(page.count(mark(SHAPES, form)) == 1 for form in SHAPES.forms)
    for output in outputs:
        letter = output.name[-5]
        (form,) = (form for form in SHAPES.forms if form.letter == letter)
        assert output.about == {"form": letter, "mark": mark(SHAPES, form)}
        for page in pages(output.data, tmp_path):
            assert page.count(mark(SHAPES, form)) == 1


@pytest.mark.parametrize("quiz", [LONG, SHAPES, SPANISH, EXAM], ids=lambda quiz: quiz.id)
def test_what_students_get_tells_nothing_of_the_key(quiz: Quiz) -> None:
    other = with_another_key(quiz)
    for form, changed in zip(quiz.forms, other.forms, strict=True):
        assert sheet(quiz, form, SETTINGS) == sheet(other, changed, SETTINGS)
        assert key(quiz, form, SETTINGS) != key(other, changed, SETTINGS)
