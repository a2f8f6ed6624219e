"""Which files there are, and that each is the same whatever is made with it."""

from __future__ import annotations

from quizgen.exporters import pdf
from tests.exporters.pdf.samples import EXAM, SHAPES, Built
from tests.quizzes import SETTINGS


def test_each_form_has_a_paper_and_a_key_and_an_exams_paper_stays_with_the_keys(built: Built) -> None:
    made = {output.name: output.data for output in pdf.export([SHAPES, EXAM], SETTINGS)}
    assert list(made) == [
        "students/pdf/storms/quiz-A.pdf",
        "instructor/pdf/storms/key-A.pdf",
        "students/pdf/storms/quiz-B.pdf",
        "instructor/pdf/storms/key-B.pdf",
        "instructor/pdf/midterm/quiz-A.pdf",
        "instructor/pdf/midterm/key-A.pdf",
    ]
    for name, data in made.items():
        _, _, rest = name.split("/", 2)
        assert data == built[f"letter/{rest}"], name  # which was made by itself
