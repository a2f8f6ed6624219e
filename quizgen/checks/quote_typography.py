"""The quote of an evidence has the very characters of its passage.

Off until the course switches it on: a straight quotation mark for a curly one, a hyphen for a dash, a plain space for
one that does not break change no word, and `quote-in-passage` lets them be. `quizgen check --fix` writes the passage's
own characters into the bank in any case.

Bad:

    evidence:
      - passage: p2
        quote: a storm fund,  money that is set aside before a storm

Good:

    evidence:
      - passage: p2
        quote: a storm fund, money that is set aside before a storm
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Rewrite
from quizgen.grounding import passages_by_key
from quizgen.text import locate

NAME = "quote-typography"
SEVERITY = None


def check(course: Course) -> Iterator[Remark]:
    """Offer the passage's own characters for each quote that has others."""
    passages = passages_by_key(course)
    for question in course.current:
        for evidence in question.evidence:
            passage = passages.get((evidence.brief, evidence.passage))
            found = locate.located(evidence.quote, passage.text) if passage else None
            if passage is None or found is None or found.tier is not locate.Tier.TYPOGRAPHY:
                continue
            written = locate.written(found, passage.text)
            message = f"the quote differs from passage {passage.id} in typography alone"
            edit = Rewrite(evidence.quote_where, written)
            yield Remark(evidence.quote_where, message, written, question.id, passage.at(found.span[0]), edit=edit)
