"""The quizzes that are looked at, and their files."""

from __future__ import annotations

from dataclasses import replace

from quizgen.forms import placed_on
from quizgen.model import Choices, Form, Option, Part, Question, Quiz
from tests.exporters.pdf.printing import files, one_form, quiz_of
from tests.quizzes import HERE, SETTINGS, every_shape, question

A4 = replace(SETTINGS, paper="a4")
ITEMS = 60
WHY_A_FUND = question("why-a-fund")


def shuffled_forms(quiz: Quiz) -> Quiz:
    """The quiz in two forms, its items reversed on the second, their options and entries shuffled on both."""
    orders = (("A", quiz.questions), ("B", quiz.questions[::-1]))
    return replace(
        quiz,
        forms=tuple(
            Form(letter, (Part(tuple(placed_on(q, n, 7, quiz.id, letter) for n, q in enumerate(order, 1))),))
            for letter, order in orders
        ),
    )


def numbered_item(number: int) -> Question:
    """An item whose texts all tell its number; some stems and options are long."""
    filler = "and so on with the fund " * (number % 4)
    texts = (f"right {number}", f"first {number}", f"second {number} {filler}".strip(), f"third {number}")
    return replace(
        WHY_A_FUND,
        id=f"item-{number}",
        stem=f"Item {number} asks: what of the storms {filler}?",
        answer=Choices(tuple(Option(text, not index, HERE, None) for index, text in enumerate(texts))),
    )


LONG = shuffled_forms(quiz_of(*(numbered_item(number) for number in range(ITEMS)), id="long"))
SHAPES = shuffled_forms(every_shape())
SPANISH = quiz_of(
    replace(WHY_A_FUND, stem="¿Quién gobierna la isla, señora?"), id="islas", title="¿Por qué ahorrar?", language="es"
)
EXAM = replace(every_shape(1), id="midterm", audience="exam", minutes=50)
QUIZZES = {quiz.id: quiz for quiz in (LONG, SHAPES, SPANISH, EXAM)}
PAPERS = {"letter": SETTINGS, "a4": A4}
FORMS = [
    (paper, quiz.id, form.letter)
    for paper, quizzes in (("letter", (LONG, SHAPES, SPANISH, EXAM)), ("a4", (LONG, SHAPES)))
    for quiz in quizzes
    for form in quiz.forms
]
NAMES = [
    *(f"{paper}/{id}/{which}-{letter}.pdf" for paper, id, letter in FORMS for which in ("quiz", "key")),
    *dict.fromkeys(f"{paper}/{id}/keys.pdf" for paper, id, _ in FORMS),
]


class Built(dict[str, bytes]):
    """The files of these quizzes by paper, quiz and name; those of a form are made when one of them is asked for."""

    def __missing__(self, name: str) -> bytes:
        paper, id, file = name.split("/")
        which, _, letter = file.removesuffix(".pdf").partition("-")
        quiz = one_form(QUIZZES[id], letter) if letter else QUIZZES[id]
        for path, data in files(quiz, PAPERS[paper]).items():
            made = f"{paper}/{'/'.join(path.split('/')[2:])}"
            if made.endswith("keys.pdf") == (which == "keys"):  # which is of all forms
                self[made] = data
        return self[name]
