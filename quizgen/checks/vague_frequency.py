"""No option is a vague word for how often: “often”, “sometimes”, “rarely”.

One reader's “often” is another's “sometimes”; where the brief gives a figure or a case, let the options do so. Only
options that are such a word and nothing more are meant: within a sentence it is the authors' hedge and belongs there.

Off until a course switches it on, since too few items have such options to say how often the rule is right.

Source: Haladyna, Downing and Rodriguez (2002), guideline 28a, and the rubric of SAQUET (vague terms).

Bad:

    stem: How often does a storm take the pier of Isla Clara?
    answer: Sometimes
    distractors:
      - text: Each winter
        why: The brief says every few years.
      - text: Every full moon
        why: The brief says every few years.
    evidence:
      - passage: p1
        quote: every few years a storm takes the pier away

Good:

    stem: How often does a storm take the pier of Isla Clara?
    answer: Once in a few years
    distractors:
      - text: Each winter
        why: The brief says every few years.
      - text: Every full moon
        why: The brief says every few years.
    evidence:
      - passage: p1
        quote: every few years a storm takes the pier away
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.options import offers

NAME = "vague-frequency"
SEVERITY: Severity | None = None

_VAGUE = {
    "en": re.compile(
        r"(?:it |they )?(?:very |quite |rather |fairly |only |almost |hardly )?(?:often|sometimes|usually|rarely|"
        r"seldom|frequently|infrequently|occasionally|generally|normally|regularly|ever|from time to time|now and then|"
        r"once in a while|(?:most|some|much) of the time|at times)\.?",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(?:muy |bastante |casi |solo |sólo )?(?:a menudo|a veces|algunas veces|muchas veces|raramente|rara vez|"
        r"pocas veces|normalmente|generalmente|usualmente|frecuentemente|con frecuencia|de vez en cuando|en ocasiones|"
        r"ocasionalmente|habitualmente)\.?",
        re.IGNORECASE,
    ),
}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each option that is such a word."""
    vague = _VAGUE[course.settings.language]
    for offer in offers(course):
        for option in offer.options:
            if vague.fullmatch(option.text):
                message = f"“{option.text}” means something else to each reader: say how often, as the brief does"
                yield Remark(option.where, message, item=offer.question.id)
