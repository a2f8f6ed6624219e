"""Moodle: a file a quiz in Moodle XML, which an instructor imports into the question bank of a course.

Items of a bank lie in a category for each brief, those of a blueprint in one for each section; what a blueprint draws
from lies in a category of its own, named for how many to draw, since Moodle adds random questions to a quiz from a
category. Items keep their ids as ID numbers, and are tagged with their kind, difficulty, thinking and tags. Each has
its points, the rationale and the evidence as general feedback, why an option is right or wrong as its feedback, and as
a hint for a second try where to read again. Model answer and rubric are information for graders; students of a quiz for
study are shown them too.

Moodle has a type for every answer: multichoice, truefalse, shortanswer, numerical, matching, cloze, essay, and from
Moodle 4.4 on ordering, which earlier ones have as a plugin. It shows true and false in the language of the site. It
compares what is typed letter by letter, but for case, so accepted answers are also written without accents. To tick all
options earns nothing.

A file fills the question bank and holds no quiz: its order, time and attempts are set in Moodle. It carries its key and
is for the instructor alone. To import it again makes new questions beside the old ones. It is made by the rules of
Moodle's importer as its public source has them; no Moodle was at hand, so look through what you have imported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.exporters.moodle import losses
from quizgen.exporters.moodle.file import root
from quizgen.findings import Remark
from quizgen.jobs import Job, made_by
from quizgen.model import Output, Quiz, Settings
from quizgen.presenting.elements import document

NAME = "moodle"


def jobs(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Job]:
    """A file for each quiz, exams too."""
    for quiz in quizzes:
        if quiz.questions:
            yield Job(_file, (quiz,), len(quiz.questions))


export = made_by(jobs)


def _file(quiz: Quiz) -> Output:
    return Output(f"instructor/moodle/{quiz.id}.xml", document(root(quiz), lines=True), quiz.id)


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What of these quizzes Moodle cannot hold, or holds as something else."""
    return losses.of_quizzes(quizzes)
