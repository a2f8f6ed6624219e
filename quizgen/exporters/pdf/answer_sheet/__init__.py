"""The answer sheet of a form: bubbles to fill instead of marking the paper, to be read by a machine or with the key.

A page holds a hundred items, in up to four columns of 25 rows with their numbers before them; within a column no two
items share a row. It says which sheet it is in a QR code and in plain boxes, has a marker in each corner, and nothing
of the key. Items with options have bubbles, with the letters of the paper; the others are named as written on the
paper. What stands where goes to the manifest, so that a program that reads scans needs no template.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen import markup, wording
from quizgen.exporters.pdf.answer_sheet.limits import of_quiz
from quizgen.model import Form, Paper, Quiz, Settings

if TYPE_CHECKING:
    from quizgen.exporters.pdf.answer_sheet.layout import Page
    from quizgen.exporters.pdf.drawing import Drawing
    from quizgen.findings import Remark


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The sheet of a form, laid out."""

    quiz: Quiz
    form: Form
    paper: Paper
    time: int
    pages: tuple[Page, ...]

    def draw(self, drawing: Drawing) -> None:
        """Draw every page, and end each, in a file that is at the start of a page of this paper."""
        from quizgen.exporters.pdf.answer_sheet import drawing as page_drawing

        words = wording.for_language(self.quiz.language)
        for page in self.pages:
            page_drawing.draw(drawing, page, self.quiz, self.form, words, len(self.pages))
            drawing.end_page()

    def pdf(self) -> bytes:
        """The sheet as a file of its own."""
        from quizgen.exporters.pdf.answer_sheet import layout
        from quizgen.exporters.pdf.drawing import Drawing, Properties

        words = wording.for_language(self.quiz.language)
        title = f"{words.answer_sheet} · {markup.plain(self.quiz.title)} ({words.form} {self.form.letter})"
        course = markup.plain(self.quiz.course_title)
        drawing = Drawing(Properties(title, course, course, self.quiz.language, self.time), layout.points(self.paper))
        self.draw(drawing)
        return drawing.data()

    def about(self) -> Mapping[str, object]:
        """What the manifest says of the sheet: where everything stands that is read."""
        from quizgen.exporters.pdf.answer_sheet import geometry

        return geometry.of_sheet(self.form, self.pages)


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What the sheets have no bubbles for."""
    for quiz in quizzes:
        yield from of_quiz(quiz)


def answer_sheet(quiz: Quiz, form: Form, settings: Settings) -> AnswerSheet:
    """The sheet that goes with the paper of a form."""
    from quizgen.exporters.pdf.answer_sheet import layout

    return AnswerSheet(quiz, form, settings.paper, settings.time, layout.pages(quiz, form, settings.paper))
