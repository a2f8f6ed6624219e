"""QTI 2.1: a package a quiz in the standard that Blackboard, ILIAS, OpenOlat and others import.

Every item is a file of its own with its key, its points, partial credit where the bank gives it, and feedback: the
rationale and the evidence, and why an option is right or wrong for those who chose it. The test joins them, with its
sections and its time; what a blueprint draws becomes a section that selects, from all that the entry could have taken.
Kind, difficulty, thinking and tags are keywords of the item. Model answer and rubric are for those who score alone.

What is typed is compared letter by letter, but for case, so accepted answers are also written as a keyboard writes
them, without accents. The package carries its key and is for the instructor. It is held against the standard's schema
where a copy is at hand; no test here can show what a course site makes of it, and they differ in what they take.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.exporters.qti.package import package
from quizgen.findings import Remark
from quizgen.jobs import Job, made_by
from quizgen.model import Output, Quiz, Settings
from quizgen.presenting import losses
from quizgen.presenting.losses import Loss

NAME = "qti"


def jobs(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Job]:
    """A package for each quiz, exams too."""
    for quiz in quizzes:
        if quiz.questions:
            yield Job(_file, (quiz,), len(quiz.questions))


export = made_by(jobs)


def _file(quiz: Quiz) -> Output:
    return Output(f"instructor/qti/{quiz.id}.zip", package(quiz), quiz.id)


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What of these quizzes QTI 2.1 cannot hold, or holds as something else."""
    return losses.of_quizzes(quizzes, LOSSES)


LOSSES = (
    Loss(
        "QTI shows the definition and asks for the term, and does not ask the other way round",
        losses.is_asked_both_ways,
    ),
    Loss(
        "QTI takes no unit: students type the figure alone, and the unit stands beside the question",
        losses.has_unit,
    ),
)
