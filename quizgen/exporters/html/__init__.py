"""HTML self-tests: one file a quiz that a student opens in any browser, offline, and one that lists them all.

Each page holds all it needs and asks nothing of any network: its script and style are named by their hashes in its
content security policy, and nothing else may run or load. Without a script, and on paper, the questions stay readable;
the answer to each is then behind a fold. It holds every answer shape in full. It is a self-test and no exam: whoever
opens the file can find the answers in it, so quizzes for exams have no page. Where a build is given the originals of
restated briefs, their passages are shown in place of ours, and the page says for whom it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quizgen.findings import Remark
from quizgen.jobs import Job, made_by
from quizgen.model import Output, Passage, Quiz, Settings

NAME = "html"

FOLDER = "students/html"
INDEX = "index"


def jobs(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Job]:
    """A page for each study quiz, and where the quizzes are the whole course's, the page that lists them."""
    study = tuple(quiz.drawn_once for quiz in quizzes if quiz.audience == "study")
    for quiz in study:
        yield Job(_selftest, (quiz, settings.originals), len(quiz.questions))
    if settings.whole and study:
        yield Job(_index, (study,), len(study))


export = made_by(jobs)


# the pages are imported in the functions, since `quizgen check` asks for limits alone and need not pay for jinja2


def _selftest(quiz: Quiz, originals: Mapping[tuple[str, str], Passage]) -> Output:
    from quizgen.exporters.html.pages import selftest_page

    return Output(f"{FOLDER}/{quiz.id}.html", selftest_page(quiz, originals), quiz.id)


def _index(study: Sequence[Quiz]) -> Output:
    from quizgen.exporters.html.pages import index_page

    return Output(f"{FOLDER}/{INDEX}.html", index_page(study), None)


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """A page grows with its text and shows every shape in full: there is nothing that it cannot hold."""
    return iter(())
