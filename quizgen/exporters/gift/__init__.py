"""GIFT: a text file a quiz in Moodle's readable format, which Moodle and many other course sites import.

A bank can be read and mended in it without a tool. It has a choice of one or several, true and false, a word or phrase,
a figure, pairs and essays, each with general feedback (the rationale and the evidence) and, for options, with why they
are right or wrong. Items lie in the categories that `moodle` puts them in, and carry their ids and tags in a comment
that Moodle has read since version 3.8.

What it has no type for is asked as its neighbour: a blank as a word to write, several blanks and an order as pairs. It
holds no points, no units and no order of options, and model answers stand in the feedback; take `moodle` where Moodle
XML can be imported. The file carries its key and is for the instructor alone. It is made by the rules of Moodle's
importer as its public source has them, and the tests read it with another reader where that is at hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.exporters.gift import losses
from quizgen.exporters.gift.file import written
from quizgen.findings import Remark
from quizgen.jobs import Job, made_by
from quizgen.model import Output, Quiz, Settings

NAME = "gift"


def jobs(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Job]:
    """A file for each quiz, exams too."""
    for quiz in quizzes:
        if quiz.questions:
            yield Job(_file, (quiz,), len(quiz.questions))


export = made_by(jobs)


def _file(quiz: Quiz) -> Output:
    return Output(f"instructor/gift/{quiz.id}.gift.txt", written(quiz).encode(), quiz.id)


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What of these quizzes GIFT cannot hold, or holds as something else."""
    return losses.of_quizzes(quizzes)
