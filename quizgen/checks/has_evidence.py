"""Every item rests on a passage.

This is what quizgen is for: nothing is built that cannot be traced. An item whose answer is in no brief does not belong
in a bank; find the passage, or delete the item.

An item that was imported comes with `passage: TODO`, and with a comment that names the passage which is most like it.
That is a guess: read the passage, write its id, and quote the words in it that carry the answer.

Bad:

    evidence: []

Good:

    evidence:
      - passage: p2
        quote: a storm fund, money that is set aside before a storm
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity

NAME = "has-evidence"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain of each item without evidence."""
    for question in course.questions:
        if not question.evidence:
            message = "the item rests on no passage: add `evidence:` with `passage` and `quote`"
            yield Remark(question.at("evidence"), message, item=question.id)
        for evidence in question.evidence:
            if evidence.open:
                named = "" if evidence.brief else "`brief`, "
                message = (
                    f"the item is not grounded yet: find the passage that carries its answer, and write {named}"
                    "`passage` and `quote`, or delete the item"
                )
                yield Remark(evidence.where, message, item=question.id)
