"""Flashcards as text, for sites and programs that import two columns: Quizlet, Brainscape, Mochi and others.

For each quiz that is for study a file of lines: what is asked, a tab, what is right. Choices have their options behind
the stem, lettered; texts have blanks; pairs and steps are listed, in an order that does not tell. Open the file in any
editor, copy all of it, and paste it where the site says “import”, with a tab between the sides and a new line between
cards. Essays are no cards and are left out; the build says how many. A card has two short texts: rationale, reasons,
sources and emphasis stay behind, and Anki decks and self-tests have them. Exams have no cards. The file is for pasting
and not for spreadsheets, which may take a text for a formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from typing_extensions import assert_never

from quizgen import stable
from quizgen.findings import Remark
from quizgen.jobs import Job, made_by
from quizgen.markup import plain
from quizgen.model import Choices, Essay, Gaps, Number, Option, Output, Pairs, Question, Quiz, Settings, Words, letters
from quizgen.model import Sequence as Steps
from quizgen.presenting.elements import writable
from quizgen.presenting.item_table import stem
from quizgen.presenting.losses import of_course

NAME = "flashcards"


def jobs(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Job]:
    """A file of cards for each quiz that has some; the manifest names the item of each, in order."""
    for quiz in (quiz.drawn_once for quiz in quizzes):
        yield Job(_file, (quiz,), len(quiz.questions))


export = made_by(jobs)


def _file(quiz: Quiz) -> Output | None:
    cards = list(_cards(quiz))
    if not cards:
        return None
    text = "".join(f"{_line(front)}\t{_line(back)}\n" for _, front, back in cards)
    about = {"cards": [id for id, _, _ in cards]}
    return Output(f"students/{NAME}/{quiz.id}.txt", text.encode(), quiz.id, about)


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What no card of two texts has room for."""
    if any(True for quiz in quizzes for _ in _asked(quiz)):
        yield of_course(
            "a card is two short texts: rationale, reasons, sources, other right answers and emphasis stay in the bank"
        )


def left_out(quizzes: Sequence[Quiz]) -> tuple[Question, ...]:
    """The items that are no cards, since their answer is an essay."""
    return tuple(one for quiz in quizzes for one in _asked(quiz) if isinstance(one.answer, Essay))


def _asked(quiz: Quiz) -> Iterator[Question]:
    """The items that students may be given."""
    if quiz.audience == "study":
        yield from (question for question in quiz.questions if not question.exam_only)


def _cards(quiz: Quiz) -> Iterator[tuple[str, str, str]]:
    """Each item that is a card: its id, its front and its back."""
    for question in _asked(quiz):
        sides = _sides(question)
        if sides:
            yield question.id, *sides


def _sides(question: Question) -> tuple[str, str] | None:
    """What asks and what answers; None for an essay."""
    asked = plain(stem(question))
    match question.answer:
        case Choices() as choices:
            return _choices(choices, asked, question.id)
        case Words(accepted=accepted):
            return asked, accepted[0]
        case Number() as number:
            return asked, number.shown
        case Gaps(blanks=blanks):
            return asked, "; ".join(blank.accepted[0] for blank in blanks)
        case Pairs() as pairs:
            return _pairs(pairs, asked, question.id)
        case Steps(steps=steps):
            texts = [plain(step.text) for step in steps]
            shown = [texts[index] for index in stable.scattered(texts, question.id)]
            return f"{asked} [{'; '.join(shown)}]", "; ".join(f"{n}. {text}" for n, text in enumerate(texts, 1))
        case Essay():
            return None
        case _:
            assert_never(question.answer)


def _choices(choices: Choices, asked: str, id: str) -> tuple[str, str]:
    """The stem with its options, lettered; the key with its letter."""
    options: Sequence[Option] = choices.options
    if not choices.pinned:
        options = [options[index] for index in stable.scattered([option.text for option in options], id)]
    named = [f"{name}) {plain(option.text)}" for name, option in zip(letters(len(options)), options, strict=True)]
    right = (text for text, option in zip(named, options, strict=True) if option.correct)
    return f"{asked} {' '.join(named)}", " ".join(right)


def _pairs(pairs: Pairs, asked: str, id: str) -> tuple[str, str]:
    """The stem with the entries of both sides; each left one with its partner."""
    lefts, rights = [plain(left.text) for left in pairs.lefts], [plain(text) for text in pairs.rights]
    orders = stable.scattered(lefts, id), range(len(rights)) if pairs.headings else stable.scattered(rights, id)
    shown = ("; ".join(texts[index] for index in order) for texts, order in zip((lefts, rights), orders, strict=True))
    partners = (f"{text} → {rights[left.right]}" for text, left in zip(lefts, pairs.lefts, strict=True))
    return f"{asked} [{' | '.join(shown)}]", "; ".join(partners)


def _line(text: str) -> str:
    """A text on one line, without tabs, which part the columns."""
    return " ".join(writable(text).split())
