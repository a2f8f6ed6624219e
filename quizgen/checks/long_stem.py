"""A stem has no more than sixty words.

Students spend the time of a quiz on reading, and what is asked drowns. Leave out what the question can be answered
without. Words in quotation marks do not count, nor do essays, which may set out a case.

Source: Haladyna, Downing & Rodriguez 2002, guidelines 13 and 16, minimise reading and no window dressing.

Bad:

    stem: >-
      Isla Clara is an island that lives by its ferry. Every road, every shop and every school that it has depends on
      the pier. Every few years a storm takes the pier away. The people of the island, who are not many, have thought
      for a long time about how repairs could begin at once. They have thought, too, about what money there is for
      them. What does the brief call a storm fund?

Good:

    stem: Isla Clara lives by its ferry, and storms take the pier away. What does the brief call a storm fund?
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.model import Essay
from quizgen.text import quotations

NAME = "long-stem"
SEVERITY = Severity.WARNING

_MOST = 60
_SHORT = _MOST * 3
"""So few characters cannot hold that many words and be worth counting."""


def check(course: Course) -> Iterator[Remark]:
    """Complain of each stem that is long beyond need."""
    for question in course.current:
        if len(question.stem) < _SHORT or isinstance(question.answer, Essay):
            continue
        words = len(quotations.outside(question.stem).split())
        if words > _MOST:
            message = (
                f"the stem has {words} words: leave out what the question can be answered without ({_MOST} at most)"
            )
            yield Remark(question.at("stem"), message, item=question.id)
