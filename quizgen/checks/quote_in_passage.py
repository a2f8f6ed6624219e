"""The quote of an evidence stands in its passage, word for word.

Quotation marks, dashes, spaces and ellipses may have another form than in the brief; a difference in case or accents is
a warning; anything else is an error. A quote that has drifted is shown what the passage says: copy that, or write the
item anew if the passage no longer carries it.

Bad:

    evidence:
      - passage: p2
        quote: a storm fund, money that is set aside after a storm

Good:

    evidence:
      - passage: p2
        quote: a storm fund, money that is set aside before a storm
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.model import Brief, Evidence, Passage
from quizgen.text import locate

NAME = "quote-in-passage"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain of each quote that its passage does not hold."""
    for question in course.questions:
        for evidence in question.evidence:
            brief = course.brief(evidence.brief)
            passage = brief.passage(evidence.passage) if brief else None
            if brief is None or passage is None:
                continue  # said by brief-exists or passage-exists
            found = locate.tier(evidence.quote, passage.text)
            if found is None:
                yield _missing(evidence, brief, passage, question.id)
            elif found is locate.Tier.LETTERS:
                message = f"the quote differs from passage {passage.id} in case or accents"
                nearest = locate.nearest(evidence.quote, passage.text)
                yield Remark(evidence.quote_where, message, nearest, question.id, passage.where, Severity.WARNING)


def _missing(evidence: Evidence, brief: Brief, passage: Passage, item: str) -> Remark:
    elsewhere = next((other for other in brief.passages if locate.tier(evidence.quote, other.text)), None)
    if elsewhere is not None:
        message = f"the quote is not in passage {passage.id} but in {elsewhere.id}: write `passage: {elsewhere.id}`"
        return Remark(evidence.quote_where, message, item=item, see=elsewhere.where)
    nearest = locate.nearest(evidence.quote, passage.text)
    message = f"the quote is not in passage {passage.id}"
    return Remark(evidence.quote_where, message, nearest, item, passage.where)
