"""A question that is answered in writing does not hold its answer.

Who is to write “storm fund” and reads “storm fund” in the question copies it. Named is a stem, or the text around a
blank, with the whole answer in it; other forms that are accepted may be wider words and do not count. Where the
question offers several answers (“the fund or the loan?”) it has to hold the right one, and nothing is said; nor of
figures, which may stand there for something else. Of options `clue-words` speaks, and of a term and its definition
`definition-repeats-term`.

Source: Haladyna, Downing & Rodriguez 2002, guideline 28, no clues to the right answer.

Bad:

    type: short
    stem: What does the brief call a storm fund that pays for public roofs?
    answer: storm fund

Good:

    type: short
    stem: What does the brief call money that is set aside before a storm?
    answer: storm fund
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import markup
from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import asking
from quizgen.model import Gaps, Question, Words
from quizgen.text import content, folding, sentences

NAME = "stem-names-answer"
SEVERITY = Severity.WARNING

_OFFERING = {"en": re.compile(r"\b(?:or|between)\b"), "es": re.compile(r"\b(?:o|u|entre)\b")}


def check(course: Course) -> Iterator[Remark]:
    """Complain of the first answer that stands in the question."""
    language = course.settings.language
    for question in course.current:
        asked = asking(question)
        stems = content.stems(markup.plain(asked.text), language)
        words = f" {folding.words(markup.plain(asked.text))} "
        for answer in _written(question, language):
            if _stands(answer, words, stems, language):
                message = f"the question holds its answer, “{answer}”: ask it in other words"
                yield Remark(asked.where, message, item=question.id)
                break


def _written(question: Question, language: str) -> Iterator[str]:
    """The answers that are to be written, but for one that the question offers to choose."""
    match question.answer:
        case Words(accepted=accepted, reverse=False):
            if not _OFFERING[language].search(sentences.last(question.stem)):
                yield accepted[0]
        case Gaps(blanks=blanks):
            yield from (blank.accepted[0] for blank in blanks)
        case _:
            return


def _stands(answer: str, words: str, stems: tuple[str, ...], language: str) -> bool:
    """Whether the answer stands in the question: several words of content by their stems, one as it is written."""
    own = content.stems(answer, language)
    if not own or not re.search(r"[^\W\d_]", answer):
        return False
    if len(own) == 1:
        return f" {folding.words(answer)} " in words
    return any(stems[place : place + len(own)] == own for place in range(len(stems)))
