"""PDF quizzes for paper: for each form of a quiz a paper to hand out, and its key for the instructor; with
`--answer-sheet` also a sheet of bubbles to fill.

Letter or A4, black and white, ready to print, its typefaces embedded and its texts tagged, so that it can be read aloud
in order. A paper has room to write on and nothing of the key; a key has the answers in a grid, then each with its
reasons and the passage that it rests on. An item stands on one page wherever it fits on one, but for the lines of an
essay. The paper of an exam is kept with the keys. Variants of a paper ask the same in the same order and have the same
key: `large-print` in letters of 18 points, `readable` in letters that none mistakes for another, with wide lines and
without italics. On each form items and options stand elsewhere; the keys of all forms stand side by side on a page. The
mark in the footer tells which key goes with which paper. `--copies 30` makes one more file, to print on both sides: the
forms in turn, each copy on sheets of its own. Paper holds every answer shape. It cannot hold characters that its
typefaces lack: Latin, Greek, Cyrillic and common signs are there, Chinese and Arabic are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.exporters.pdf.limits import of_quiz
from quizgen.findings import Remark
from quizgen.model import Output, Quiz, Settings

NAME = "pdf"


def export(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Output]:
    """The paper of every form, its answer sheet where one is asked for, and its key."""
    # imported here, since `quizgen check` asks for limits alone and need not pay for setting type
    from quizgen.exporters.pdf.answer_sheet import answer_sheet
    from quizgen.exporters.pdf.copies import copies
    from quizgen.exporters.pdf.key import key
    from quizgen.exporters.pdf.keys import keys
    from quizgen.exporters.pdf.sheet import sheet
    from quizgen.exporters.pdf.styles import VARIANTS
    from quizgen.presenting.visible import mark

    for quiz in quizzes:
        readers = "instructor" if quiz.audience == "exam" else "students"
        marks = {form.letter: mark(quiz, form) for form in quiz.forms}
        for form in quiz.forms:
            about = {"form": form.letter, "mark": marks[form.letter]}
            name = f"{readers}/pdf/{quiz.id}/quiz-{form.letter}"
            yield Output(f"{name}.pdf", sheet(quiz, form, settings), quiz.id, about)
            for variant in settings.printing.variants:
                data = sheet(quiz, form, settings, VARIANTS[variant])
                yield Output(f"{name}-{variant}.pdf", data, quiz.id, {**about, "variant": variant})
            if settings.printing.answer_sheet:
                bubbles = answer_sheet(quiz, form, settings)
                sheet_name = f"{readers}/pdf/{quiz.id}/answer-sheet-{form.letter}.pdf"
                yield Output(sheet_name, bubbles.pdf(), quiz.id, bubbles.about())
            key_name = f"instructor/pdf/{quiz.id}/key-{form.letter}.pdf"
            yield Output(key_name, key(quiz, form, settings), quiz.id, about)
        if quiz.forms:
            yield Output(f"instructor/pdf/{quiz.id}/keys.pdf", keys(quiz, settings), quiz.id, {"marks": marks})
        if quiz.forms and settings.printing.copies:
            made = copies(quiz, settings)
            yield Output(f"{readers}/pdf/{quiz.id}/copies.pdf", made.data, quiz.id, made.about)


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """The characters of each item that cannot be printed."""
    for quiz in quizzes:
        yield from of_quiz(quiz)
