"""PDF quizzes for paper: for each form of a quiz a paper to hand out, and its key for the instructor.

Letter or A4, black and white, ready to print, its typefaces embedded. A paper has room to write on and nothing of the
key; a key has the answers in a grid, then each with its reasons and the passage that it rests on. An item stands on one
page wherever it fits on one. The paper of an exam is kept with the keys. Paper holds every answer shape. It cannot hold
characters that its typefaces lack: Latin, Greek, Cyrillic and common signs are there, Chinese and Arabic are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.exporters.pdf.limits import of_quiz
from quizgen.findings import Remark
from quizgen.model import Output, Quiz, Settings

NAME = "pdf"


def export(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Output]:
    """The paper of every form, and its key."""
    # imported here, since `quizgen check` asks for limits alone and need not pay for setting type
    from quizgen.exporters.pdf.key import key
    from quizgen.exporters.pdf.keys import keys
    from quizgen.exporters.pdf.sheet import sheet
    from quizgen.exporters.pdf.visible import mark

    for quiz in quizzes:
        readers = "instructor" if quiz.audience == "exam" else "students"
        for form in quiz.forms:
            about = {"form": form.letter, "mark": mark(quiz, form)}
            name = f"pdf/{quiz.id}"
            yield Output(f"{readers}/{name}/quiz-{form.letter}.pdf", sheet(quiz, form, settings), quiz.id, about)
            yield Output(f"instructor/{name}/key-{form.letter}.pdf", key(quiz, form, settings), quiz.id, about)
        if quiz.forms:
            marks = {form.letter: mark(quiz, form) for form in quiz.forms}
            yield Output(f"instructor/pdf/{quiz.id}/keys.pdf", keys(quiz, settings), quiz.id, {"marks": marks})


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """The characters of each item that cannot be printed."""
    for quiz in quizzes:
        yield from of_quiz(quiz)
