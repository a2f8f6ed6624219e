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
from quizgen.jobs import Job, made_by
from quizgen.model import Form, Output, Quiz, Settings, Variant
from quizgen.presenting.visible import mark

NAME = "pdf"


def jobs(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Job]:
    """The paper of every form, its answer sheet where one is asked for, and its key."""
    own, printing = settings.of_one_quiz, settings.printing
    for quiz in (quiz.drawn_once for quiz in quizzes):
        items = len(quiz.questions)
        for form in quiz.forms:
            for variant in (None, *printing.variants):
                yield Job(_paper, (quiz, form, own, variant), items)
            if printing.answer_sheet:
                yield Job(_answer_sheet, (quiz, form, own), items)
            yield Job(_key, (quiz, form, own), items)
        if quiz.forms:
            yield Job(_keys, (quiz, own), items)
        if quiz.forms and printing.copies:
            yield Job(_copies, (quiz, own), items)


export = made_by(jobs)


# what sets type is imported in the functions, since `quizgen check` asks for limits alone and need not pay for it


def _paper(quiz: Quiz, form: Form, settings: Settings, variant: Variant | None) -> Output:
    from quizgen.exporters.pdf.sheet import sheet
    from quizgen.exporters.pdf.styles import STANDARD, VARIANTS

    data = sheet(quiz, form, settings, VARIANTS[variant] if variant else STANDARD)
    name, about = f"quiz-{form.letter}", _about(quiz, form)
    if variant is not None:
        name, about = f"{name}-{variant}", {**about, "variant": variant}
    return Output(_beside(quiz, f"{name}.pdf"), data, quiz.id, about)


def _answer_sheet(quiz: Quiz, form: Form, settings: Settings) -> Output:
    from quizgen.exporters.pdf.answer_sheet import answer_sheet

    bubbles = answer_sheet(quiz, form, settings)
    return Output(_beside(quiz, f"answer-sheet-{form.letter}.pdf"), bubbles.pdf(), quiz.id, bubbles.about())


def _key(quiz: Quiz, form: Form, settings: Settings) -> Output:
    from quizgen.exporters.pdf.key import key

    name = f"instructor/pdf/{quiz.id}/key-{form.letter}.pdf"
    return Output(name, key(quiz, form, settings), quiz.id, _about(quiz, form))


def _keys(quiz: Quiz, settings: Settings) -> Output:
    from quizgen.exporters.pdf.keys import keys

    marks = {form.letter: mark(quiz, form) for form in quiz.forms}
    return Output(f"instructor/pdf/{quiz.id}/keys.pdf", keys(quiz, settings), quiz.id, {"marks": marks})


def _copies(quiz: Quiz, settings: Settings) -> Output:
    from quizgen.exporters.pdf.copies import copies

    made = copies(quiz, settings)
    return Output(_beside(quiz, "copies.pdf"), made.data, quiz.id, made.about)


def _about(quiz: Quiz, form: Form) -> dict[str, str]:
    return {"form": form.letter, "mark": mark(quiz, form)}


def _beside(quiz: Quiz, name: str) -> str:
    """The name of a file that lies with the papers of a quiz: with students, or with the keys where it is an exam."""
    return f"{'instructor' if quiz.audience == 'exam' else 'students'}/pdf/{quiz.id}/{name}"


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """The characters of each item that cannot be printed."""
    for quiz in quizzes:
        yield from of_quiz(quiz)
