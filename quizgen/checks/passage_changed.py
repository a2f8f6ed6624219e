"""The sentence that carries an item's quote is the one that the item was last reviewed with.

`quizgen review` keeps in `questions/reviewed.lock` which sentence each item was reviewed with. Where the sentence has
changed since, or the item has a quote from another, somebody should read the two side by side again: `quizgen review
ID` accepts the item as it stands. What changes elsewhere in the passage opens nothing, nor does another number of the
passage, typography, or a new wording of the item. An item that no review has seen yet is let be: `quizgen review`
takes new items in, and begins the lock where there is none.

Of two items that were reviewed with the sentence of p2 which says what a storm fund is:

Bad:

    evidence:
      - passage: p2
        quote: The island keeps a storm fund, money that is set aside before a storm
      - passage: p3
        quote: In 2007 the island waited eleven weeks for a loan

Good:

    evidence:
      - passage: p2
        quote: The island keeps a storm fund, money that is set aside before a storm
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizgen import locks
from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import passages_by_key
from quizgen.model import Evidence, Passage, Question
from quizgen.text import locate

NAME = "passage-changed"
SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Remark]:
    """Name each item whose sentences are not those that the lock remembers."""
    if course.reviewed is None:
        return
    passages = passages_by_key(course)
    for question in course.current:
        kept = course.reviewed.get(question.id)
        if kept is not None:
            yield from _changed(question, _carried(question, passages), kept)


def _carried(question: Question, passages: Mapping[tuple[str, str], Passage]) -> dict[str, tuple[Evidence, Passage]]:
    """The marks of the sentences that carry the item's quotes, each with the evidence and passage it comes from."""
    carried: dict[str, tuple[Evidence, Passage]] = {}
    for evidence in question.evidence:
        passage = passages.get((evidence.brief, evidence.passage))
        mark = locks.mark(evidence.quote, passage.text) if passage else None
        if passage is not None and mark is not None:  # else said by passage-exists or quote-in-passage
            carried.setdefault(mark, (evidence, passage))
    return carried


def _changed(
    question: Question, carried: Mapping[str, tuple[Evidence, Passage]], kept: frozenset[str]
) -> Iterator[Remark]:
    for mark, (evidence, passage) in carried.items():
        if mark not in kept:
            message = (
                "the sentence that carries this quote is not one that the item was reviewed with: "
                f"read the two side by side, then `quizgen review {question.id}`"
            )
            start, _ = locate.find(evidence.quote, passage.text) or (0, 0)
            yield Remark(evidence.quote_where, message, item=question.id, see=passage.at(start))
