"""The brief that a bank or an evidence names is in `corpus/`.

A bank names its brief once, at the top: `brief: storm-savings` is the file `corpus/storm-savings.md`. A bank across
briefs names none, and each evidence says `brief:` for itself.

Bad:

    evidence:
      - brief: storm-saving
        passage: p2
        quote: a storm fund, money that is set aside before a storm

Good:

    evidence:
      - brief: storm-savings
        passage: p2
        quote: a storm fund, money that is set aside before a storm
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.validation import nearest_name

NAME = "brief-exists"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain once for the bank, then for each evidence that names another brief than the bank's."""
    for bank in course.banks:
        if bank.brief is not None and bank.brief not in course.brief_ids:
            yield _remark(course, bank.brief_where or bank.where, bank.brief, None)
        for question in bank.questions:
            for evidence in question.evidence:
                if evidence.open:
                    continue  # said by has-evidence
                if not evidence.brief:
                    message = "the bank names no brief, so the evidence must: add `brief:`"
                    yield Remark(evidence.where, message, item=question.id)
                elif evidence.brief != bank.brief and evidence.brief not in course.brief_ids:
                    yield _remark(course, evidence.brief_where or evidence.where, evidence.brief, question.id)


def _remark(course: Course, where: Location, brief: str, item: str | None) -> Remark:
    return Remark(where, f"there is no brief `{brief}` in corpus/", nearest_name(brief, course.brief_ids), item)
