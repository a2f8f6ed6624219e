"""Kahoot: for each quiz the spreadsheet that Kahoot imports, with the choices and selections that it has room for.

Kahoot asks questions of at most 120 characters with two to four options of at most 75, as plain text: items of other
shapes, or too long, are left out; the build counts them, and says of each that is too long by how much. Seconds to
answer in go by the length and the difficulty of an item, up to the next of those that Kahoot has. Options stand in an
order that does not tell, where the bank lets them be shuffled. Of several right options Kahoot takes each for right.
Rationale, reasons, sources and points have no place there.

The columns stand where Kahoot's own template has them, below seven rows that are its own there. They follow what is
public of it; no test here can show that Kahoot takes the file. It holds the key and is for the instructor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen import stable
from quizgen.findings import Location, Remark, Severity
from quizgen.jobs import Job, made_by
from quizgen.markup import plain
from quizgen.model import Choices, Difficulty, Option, Output, Question, Quiz, Settings
from quizgen.presenting.losses import of_course

NAME = "kahoot"

_STEM, _OPTION, _OPTIONS = 120, 75, 4
"""The most that Kahoot has room for: characters, characters, options."""
_TIMES = (5, 10, 20, 30, 60, 90, 120, 240)
"""The seconds that Kahoot can give."""
_READ = 18
"""As many characters are read in a second."""
_THINK: dict[Difficulty, int] = {"easy": 6, "medium": 12, "hard": 20}
"""The seconds to think for, besides reading."""
_HEADER = (
    "", "Question - max 120 characters", *(f"Answer {n} - max 75 characters" for n in range(1, _OPTIONS + 1)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one",
)  # fmt: skip
_ABOVE = 7
"""The rows above the names of the columns."""
_WIDTHS = (5, 60, 30, 30, 30, 30, 16, 16)


def jobs(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Job]:
    """A spreadsheet for each quiz that has an item with room in it; the manifest names the item of each row."""
    for quiz in (quiz.drawn_once for quiz in quizzes):
        yield Job(_file, (quiz, settings.time), len(quiz.questions))


export = made_by(jobs)


def _file(quiz: Quiz, time: int) -> Output | None:
    # imported here, since whoever asks for limits alone need not pay for making workbooks
    from quizgen.presenting.workbooks import Sheet, workbook

    fitting = [question for question in quiz.questions if not _is_left_out(question)]
    if not fitting:
        return None
    title = plain(quiz.title)
    above: list[list[str | float]] = [[], ["", title], *([[]] * (_ABOVE - 2))]
    rows = [*above, _HEADER, *(_row(number, question) for number, question in enumerate(fitting, 1))]
    data = workbook(Sheet("Sheet1", title, rows, _WIDTHS, header=_ABOVE), time)
    about = {"items": [question.id for question in fitting]}
    return Output(f"instructor/{NAME}/{quiz.id}.xlsx", data, quiz.id, about)


def _row(number: int, question: Question) -> list[str | float]:
    options = _shown(question)
    texts = [plain(option.text) for option in options]
    right = [f"{place}" for place, option in enumerate(options, 1) if option.correct]
    blank = [""] * (_OPTIONS - len(texts))
    return [number, plain(question.stem), *texts, *blank, seconds(question), ", ".join(right)]


def _shown(question: Question) -> Sequence[Option]:
    """The options, in an order that does not tell where they may be shuffled."""
    assert isinstance(question.answer, Choices)
    options = question.answer.options
    if question.answer.pinned:
        return options
    return [options[index] for index in stable.scattered([option.text for option in options], question.id)]


def seconds(question: Question) -> int:
    """How long Kahoot waits for an answer: the least of its times in which it can be read and thought of."""
    options = question.answer.options if isinstance(question.answer, Choices) else ()
    read = sum(len(plain(text)) for text in (question.stem, *(option.text for option in options))) / _READ
    needed = read + _THINK[question.difficulty]
    return next((time for time in _TIMES if time >= needed), _TIMES[-1])


def left_out(quizzes: Sequence[Quiz]) -> tuple[Question, ...]:
    """The items that Kahoot has no place or no room for."""
    return tuple(question for quiz in quizzes for question in quiz.questions if _is_left_out(question))


def _is_left_out(question: Question) -> bool:
    return not isinstance(question.answer, Choices) or any(True for _ in _too_much(question, question.answer))


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What is too long of the items that Kahoot could ask, and what becomes of the others there."""
    asked = {question.id: question for quiz in quizzes for question in quiz.questions}
    if asked:
        yield of_course(
            "Kahoot has no place for rationale, reasons, sources, points and emphasis: they stay in the bank"
        )
    for question in asked.values():
        if isinstance(question.answer, Choices):
            too_much = [*_too_much(question, question.answer)]
            for where, lost, here in too_much:
                said = f"left out of Kahoot: {lost}"
                yield Remark(where, said, item=question.id, severity=Severity.NOTE, here=here)
            if question.answer.multiple and not too_much:
                lost = "Kahoot takes whoever chooses one of several right options to be right, whatever else is chosen"
                yield Remark(question.where, lost, item=question.id, severity=Severity.NOTE)


def _too_much(question: Question, choices: Choices) -> Iterator[tuple[Location, str, str]]:
    """What of a choice Kahoot has no room for, where that stands, and how much of it there is."""
    length = len(plain(question.stem))
    if length > _STEM:
        yield question.at("stem"), f"a question has room for {_STEM} characters there", str(length)
    if len(choices.options) > _OPTIONS:
        yield question.where, f"a question has room for {_OPTIONS} options there", str(len(choices.options))
    for option in choices.options:
        length = len(plain(option.text))
        if length > _OPTION:
            yield option.where, f"an option has room for {_OPTION} characters there", str(length)
