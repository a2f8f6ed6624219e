"""Every passage of a brief has an item that rests on it, or a reason in the brief why it has none.

Writers ask about what catches their eye and pass over the rest. A brief's passages are gone through once its banks have
at least as many items as it has passages: before that the bank is still being written. A passage that has nothing worth
asking is excused in the brief's front matter, `no_items: {p4: a sentence that only links two lists}`; an excuse that no
passage needs, or for one that is not there, is named too.

The passage of an item is the one that its evidence names; retired items do not count. Nothing is said of passages
where only some banks are asked for (`--bank`), or where one cannot be read.

Bad, five of each:

    type: short
    stem: What does the brief say of the {this}?
    answer: it is mended from the fund
    evidence:
      - passage: p2
        quote: so that repairs can begin at once

Good, five of each:

    type: short
    stem: What does the brief say of the {this}?
    answer: it is mended from the fund
    evidence:
      - passage: p1
        quote: every few years a storm takes the pier away
      - passage: p2
        quote: so that repairs can begin at once
      - passage: p3
        quote: Borrowing after a storm is slower
      - passage: p4
        quote: money that is saved cannot mend the coast road in a calm year
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.grounding import whole
from quizgen.model import Brief

NAME = "passage-coverage"
SEVERITY = Severity.WARNING

_OPENING_WORDS = 8


def check(course: Course) -> Iterator[Remark]:
    """Complain of each passage that nothing rests on, then of each excuse that is not needed."""
    resting = _resting(course)
    written = Counter(bank.brief for bank in course.banks for _ in bank.current)
    everything = whole(course)
    for brief in course.briefs:
        if everything and written[brief.id] >= len(brief.passages):
            yield from _uncovered(brief, resting)
        yield from _needless_excuses(brief, resting)


def _resting(course: Course) -> dict[tuple[str, str], Location]:
    """Where the first evidence stands that names a passage, by brief and passage."""
    resting: dict[tuple[str, str], Location] = {}
    for question in course.current:
        for evidence in question.evidence:
            resting.setdefault((evidence.brief, evidence.passage), evidence.where)
    return resting


def _uncovered(brief: Brief, resting: Mapping[tuple[str, str], Location]) -> Iterator[Remark]:
    for passage in brief.passages:
        if (brief.id, passage.id) not in resting and passage.id not in brief.no_items:
            message = (
                f"no item rests on passage {passage.id}, “{_opening(passage.text)}”: write one, or say in the brief's "
                f"front matter why there is none, `no_items: {{{passage.id}: …}}`"
            )
            yield Remark(passage.where, message)


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:_OPENING_WORDS]) + (" …" if len(words) > _OPENING_WORDS else "")


def _needless_excuses(brief: Brief, resting: Mapping[tuple[str, str], Location]) -> Iterator[Remark]:
    for passage in brief.no_items:
        where = brief.no_items_where.get(passage, brief.where)
        if brief.passage(passage) is None:
            last = brief.passages[-1].id
            yield Remark(where, f"`no_items` names {passage}, but the brief has p1 to {last}: delete it or mend it")
        elif (brief.id, passage) in resting:
            message = (
                f"`no_items` says that nothing is asked about {passage}, but an item rests on it: delete the entry"
            )
            yield Remark(where, message, see=resting[brief.id, passage])
