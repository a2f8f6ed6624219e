"""Canvas: a package a quiz in QTI 1.2, which an instructor imports into a course site as “QTI .zip file”.

Every item comes with its key, its points and its feedback: the rationale and the evidence for all who have answered,
and why an option is right or wrong for those who chose it. What a blueprint draws becomes a question group, so that
Canvas draws anew for each student, from all that the entry could have taken. A quiz for study arrives as a practice
quiz; an exam as an assignment, unpublished, with results hidden until the instructor shows them. Items keep their ids.

Canvas has types of its own for one choice, several, true and false, a word, a figure, blanks, pairs and essays. Its
neighbours stand in for the rest: an order is matched with numbers, headings with what stands under them, and true and
false are a choice of two where they are not in English. It compares what is typed letter by letter, but for case, so
accepted answers are also written as a keyboard writes them, without accents.

The package carries its key and is for the instructor alone. It is made by the rules of the importer of Classic Quizzes,
as its public source has them; no test here can show what a Canvas of today makes of it, nor New Quizzes, whose importer
is not public. Look an imported quiz through before it is published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.exporters.canvas import losses, package
from quizgen.findings import Remark
from quizgen.jobs import Job, made_by
from quizgen.model import Output, Quiz, Settings

NAME = "canvas"


def jobs(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Job]:
    """A package for each quiz, exams too."""
    for quiz in quizzes:
        if quiz.questions:
            yield Job(_file, (quiz,), len(quiz.questions))


export = made_by(jobs)


def _file(quiz: Quiz) -> Output:
    return Output(f"instructor/canvas/{quiz.id}.zip", package.package(quiz), quiz.id)


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What of these quizzes Canvas cannot hold, or holds as something else."""
    return losses.of_quizzes(quizzes)
