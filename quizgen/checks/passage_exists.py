"""The passage that an evidence names is in its brief.

Passages number themselves in order: p1, p2 …. `quizgen show storm-savings` lists them.

Bad:

    evidence:
      - passage: p9
        quote: a storm fund, money that is set aside before a storm

Good:

    evidence:
      - passage: p2
        quote: a storm fund, money that is set aside before a storm
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Rewrite, Severity
from quizgen.grounding import passages_by_key
from quizgen.text import locate

NAME = "passage-exists"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain of each evidence whose passage is not there; suggest the one that its quote stands in."""
    briefs = {brief.id: brief for brief in course.briefs}
    passages = passages_by_key(course)
    for question in course.questions:
        for evidence in question.evidence:
            brief = briefs.get(evidence.brief)
            if brief is None or evidence.open or (evidence.brief, evidence.passage) in passages:
                continue
            message = f"there is no passage `{evidence.passage}` in {brief.id}, which has p1 to p{len(brief.passages)}"
            holding = [passage.id for passage in brief.passages if locate.find(evidence.quote, passage.text)]
            # a few words can stand in a passage by chance
            sure = len(holding) == 1 and len(evidence.quote.split()) >= locate.FEWEST_WORDS
            edit = Rewrite(evidence.where, holding[0]) if sure else None
            suggestion = holding[0] if sure else None
            yield Remark(evidence.where, message, suggestion, question.id, see=brief.where, edit=edit)
