"""HTML self-tests: one file a quiz that a student opens in any browser, offline, and one that lists them all.

Each page holds all it needs and asks nothing of any network: its script and style are named by their hashes in its
content security policy, and nothing else may run or load. Without a script, and on paper, the questions stay readable;
the answer to each is then behind a fold. It holds every answer shape in full. It is a self-test and no exam: whoever
opens the file can find the answers in it, so quizzes for exams have no page. Where a build is given the originals of
restated briefs, their passages are shown in place of ours, and the page says for whom it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.findings import Remark
from quizgen.model import Output, Quiz, Settings

NAME = "html"

FOLDER = "students/html"
INDEX = "index"


def export(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Output]:
    """A page for each study quiz, and where the quizzes are the whole course's, the page that lists them."""
    # imported here, since `quizgen check` asks for limits alone and need not pay for jinja2
    from quizgen.exporters.html.pages import index_page, selftest_page

    study = [quiz for quiz in quizzes if quiz.audience == "study"]
    for quiz in study:
        yield Output(f"{FOLDER}/{quiz.id}.html", selftest_page(quiz, settings.originals), quiz.id)
    if settings.whole and study:
        yield Output(f"{FOLDER}/{INDEX}.html", index_page(study), None)


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """A page grows with its text and shows every shape in full: there is nothing that it cannot hold."""
    return iter(())
