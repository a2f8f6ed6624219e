"""Flashcards to print on both sides and cut: for each quiz that is for study a file of its terms and short answers.

Eight cards to a sheet of A4 or Letter, each 88 by 63 millimetres on either, so that decks mix and go into the sleeves
of playing cards. Fronts and backs take turns, page by page, and lie on one another whichever edge the printer turns
sheets over on. A front asks; its back has the answer, what is also right and the passage that it rests on.

A card has room for a word or a phrase: items of other answer shapes are left out, and the build says how many. Of
what is also right there is what four lines hold, in the bank's order, and how much more there is; a variant in the same
words (`the fund` beside `fund`) is not repeated. The key of the paper has them all. What is asked is set in 14 points
and what is right in 16; both shrink down to 9, and an item that needs more room still is said, and left out. Exams have
no cards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.findings import Remark
from quizgen.jobs import Job, made_by
from quizgen.model import Output, Question, Quiz, Settings, Words

NAME = "cards"


def jobs(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Job]:
    """A file of cards for each quiz that has some; the manifest names the item of each, in order."""
    for quiz in (quiz.drawn_once for quiz in _studied(quizzes)):
        yield Job(_file, (quiz, settings.of_one_quiz), len(quiz.questions))


export = made_by(jobs)


def _file(quiz: Quiz, settings: Settings) -> Output | None:
    # imported here, since whoever asks what is left out need not pay for setting type
    from quizgen.exporters.pdf.cutting.faces import cards
    from quizgen.exporters.pdf.cutting.file import pdf

    made = cards(quiz)
    if not made:
        return None
    about = {"cards": [card.item for card in made], "flip": settings.printing.flip}
    return Output(f"students/{NAME}/{quiz.id}.pdf", pdf(quiz, made, settings), quiz.id, about)


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """The characters that cannot be printed, and the items whose text is too long for a card."""
    from quizgen.exporters.pdf.cutting.limits import of_quiz

    for quiz in _studied(quizzes):
        yield from of_quiz(quiz)


def left_out(quizzes: Sequence[Quiz]) -> tuple[Question, ...]:
    """The items that are no cards, since their answer is not a word or a phrase."""
    asked = (question for quiz in _studied(quizzes) for question in quiz.questions)
    return tuple(question for question in asked if not isinstance(question.answer, Words))


def _studied(quizzes: Sequence[Quiz]) -> Iterator[Quiz]:
    return (quiz for quiz in quizzes if quiz.audience == "study")
