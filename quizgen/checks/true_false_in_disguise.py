"""No option of a choice is “true”, “false”, “yes” or “no”.

Such an item asks whether something is so, and what more it offers is there to fill up. Ask with `type: true-false`,
whose false statement has its correction, or ask what, why or which. “Yes, because …” is an answer and is not told.

Source: the rubric of SAQUET (true or false among the options).

Bad:

    stem: Does the brief call money that is set aside before a storm a storm fund?
    answer: "Yes"
    distractors:
      - text: "No"
        why: The brief does.
      - text: The brief leaves it open
        why: The brief does not.

Good:

    stem: What does the brief call a storm fund?
    answer: Money that is set aside before a storm
    distractors:
      - text: A loan that is agreed after a storm
        why: A loan comes after the storm.
      - text: A gift that the mainland sends
        why: The fund is the island's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.options import offers

NAME = "true-false-in-disguise"
SEVERITY = Severity.WARNING

_VERDICT = {
    "en": re.compile(r"(?:(?:it|this|that) is )?(?:true|false|yes|no)[.!]?", re.IGNORECASE),
    "es": re.compile(
        r"(?:(?:eso |esto )?es )?(?:verdader[oa]|fals[oa]|ciert[oa]|verdad|mentira|sí|no)[.!]?", re.IGNORECASE
    ),
}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each item that offers a bare yes or no."""
    verdict = _VERDICT[course.settings.language]
    for offer in offers(course):
        found = next((option for option in offer.options if verdict.fullmatch(option.text)), None)
        if found is not None:
            message = f"“{found.text}” makes this a true-or-false item: ask with `type: true-false`, or ask what or why"
            yield Remark(found.where, message, item=offer.question.id)
