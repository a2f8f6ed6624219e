"""Which items have been found sound, so that a build need not look at each of them again.

What the checks of items and their sources say of an item depends on nothing but the item, its bank's heading, the
briefs that it names, the rules of the course, what was reviewed, and quizgen itself. A mark of all that stands in the
manifest for every item of which nothing was said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from quizgen import checks
from quizgen.course import Course
from quizgen.findings import Report
from quizgen.fingerprints import Fingerprints
from quizgen.model import Bank, Question

_RULES = frozenset(check.NAME for check in checks.OF_ITEMS)


def marks(course: Course, made_by: str, fingerprints: Fingerprints) -> Mapping[str, str]:
    """The mark of each item of the course, by its id, for a quizgen of these versions."""
    return {
        question.id: fingerprints.of(made_by, course.settings.rules, *_around(course, bank, question), question)
        for bank in course.banks
        for question in bank.questions
    }


def _around(course: Course, bank: Bank, question: Question) -> Iterator[object]:
    """What is looked at beside an item."""
    yield from (bank.id, bank.title, bank.brief, course.settings.language)
    reviewed = course.reviewed
    yield None if reviewed is None else reviewed.get(question.id, ())
    named = dict.fromkeys(evidence.brief for evidence in question.evidence)
    yield from (course.brief(id) for id in ((bank.brief, *named) if bank.brief else named))


def known(marks: Mapping[str, str], sound: Collection[str]) -> frozenset[str]:
    """The ids of the items whose marks are among those of sound ones."""
    return frozenset(id for id, mark in marks.items() if mark in sound)


def sound(course: Course, report: Report, marks: Mapping[str, str]) -> frozenset[str]:
    """The marks of the items of which the checks of items say nothing, in a report of all checks.

    There are none where these say something that is of no one item: it may be of a bank, to be seen again as a whole.
    """
    named = {finding.item for finding in report.findings if finding.rule in _RULES}
    if None in named:
        return frozenset()
    quiet = (question for question in course.questions if not (question.allow or question.unread))
    return frozenset(marks[question.id] for question in quiet if question.id not in named)
