"""Word: for each form of a quiz a paper and its key as documents to edit, for Word, LibreOffice or Google Docs.

They say what the PDF says, with the same mark in the footer, and can be changed: titles, items, options and lines to
write on have styles of their own, so that a look is changed in one place; numbers and letters are Word's, so that an
item put in between renumbers those behind it, and letters begin at A under each. An item stays on one page with what
stands under it, but for the lines of an essay. Header and footer take the title and the form from the document's
properties. Letter or A4, in the language of the quiz, so that spelling is checked in it.

Papers of quizzes for study go to students, those of exams and all keys to the instructor. What is changed by hand is no
longer what the bank says: mend the bank too, or the next build brings the old words back. Typefaces are Cambria and
Calibri, or what stands for them where they are missing; nothing is embedded. Word letters a 28th option BB, where other
formats say AB.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.findings import Remark, Severity
from quizgen.jobs import Job, made_by
from quizgen.model import Choices, Form, Output, Pairs, Question, Quiz, Settings
from quizgen.model import Sequence as Steps
from quizgen.presenting.visible import mark

NAME = "docx"

_SAME = 27
"""As many letters are the same everywhere: A to Z, then AA."""


def jobs(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Job]:
    """The paper of every form, and its key."""
    for quiz in (quiz.drawn_once for quiz in quizzes):
        for form in quiz.forms:
            given = (quiz, form, settings.of_one_quiz)
            yield Job(_paper, given, len(quiz.questions))
            yield Job(_key, given, len(quiz.questions))


export = made_by(jobs)


# the documents are imported in the functions, since whoever asks for limits alone need not pay for making them


def _paper(quiz: Quiz, form: Form, settings: Settings) -> Output:
    from quizgen.exporters.docx.sheet import sheet

    readers = "instructor" if quiz.audience == "exam" else "students"
    name = f"{readers}/{NAME}/{quiz.id}/quiz-{form.letter}.docx"
    return Output(name, sheet(quiz, form, settings), quiz.id, _about(quiz, form))


def _key(quiz: Quiz, form: Form, settings: Settings) -> Output:
    from quizgen.exporters.docx.key import key

    name = f"instructor/{NAME}/{quiz.id}/key-{form.letter}.docx"
    return Output(name, key(quiz, form, settings), quiz.id, _about(quiz, form))


def _about(quiz: Quiz, form: Form) -> dict[str, str]:
    return {"form": form.letter, "mark": mark(quiz, form)}


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """The items with more options or entries than letters that are the same in Word."""
    asked = {question.id: question for quiz in quizzes for question in quiz.questions}
    for question in asked.values():
        if _lettered(question) > _SAME:
            lost = "Word names what comes after AA otherwise than other formats do: BB, where they have AB"
            yield Remark(question.where, lost, item=question.id, severity=Severity.NOTE)


def _lettered(question: Question) -> int:
    """How many things of an item have letters."""
    match question.answer:
        case Choices(options=options):
            return len(options)
        case Pairs(rights=rights):
            return len(rights)
        case Steps(steps=steps):
            return len(steps)
        case _:
            return 0
