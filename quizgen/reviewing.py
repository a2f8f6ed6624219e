"""What `quizgen review` does: items are accepted as they stand beside their passages, and the lock remembers it."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from quizgen import locks
from quizgen.checks import passage_changed
from quizgen.course import Course
from quizgen.findings import Finding, Severity
from quizgen.grounding import passages_by_key
from quizgen.model import Passage, Question
from quizgen.text import sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """What carries a quote of an item as the passage now has it, and its mark; no mark where the quote is not there."""

    brief: str
    passage: str
    text: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class Accepted:
    """An item that was accepted, with the sentences that it had not been reviewed with before."""

    item: str
    new: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What a review comes to: items accepted, why others cannot be, entries that went, and the lock as it is now."""

    accepted: tuple[Accepted, ...]
    refused: tuple[str, ...]
    dropped: tuple[str, ...]
    reviewed: locks.Reviewed


def unreadable(course: Course) -> tuple[Finding, ...]:
    """What is wrong with the lock itself: it has to be mended before it is written anew."""
    return tuple(finding for finding in course.findings if finding.where.path == locks.REVIEWED)


def items(course: Course, banks: Collection[str], *, whole: bool) -> tuple[str, ...]:
    """The items that a review takes when none is named: new ones and those that `passage-changed` names.

    With `whole` it is all of them.
    """
    scoped = course.only(banks) if banks else course
    changed = {remark.item for remark in passage_changed.check(scoped)}
    seen = course.reviewed or {}
    return tuple(q.id for q in scoped.current if whole or q.id not in seen or q.id in changed)


def review(course: Course, ids: Collection[str]) -> Review:
    """Accept the items of these ids with the sentences that now carry their quotes."""
    kept = dict(course.reviewed or {})
    passages = passages_by_key(course)
    accepted, refused = [], []
    for question in course.current:
        if question.id not in ids:
            continue
        carried = list(_sentences(question, passages))
        complaint = _complaint(question, carried)
        if complaint:
            refused.append(complaint)
            continue
        before = kept.get(question.id, frozenset())
        new = {sentence.mark: sentence for sentence in carried if sentence.mark not in before}
        accepted.append(Accepted(question.id, tuple(new.values())))
        kept[question.id] = frozenset(sentence.mark for sentence in carried if sentence.mark)
    dropped = _gone(course, kept)
    reviewed = {id: marks for id, marks in kept.items() if id not in dropped}
    return Review(tuple(accepted), tuple(refused), dropped, reviewed)


def _sentences(question: Question, passages: Mapping[tuple[str, str], Passage]) -> Iterator[Sentence]:
    for evidence in question.evidence:
        passage = passages.get((evidence.brief, evidence.passage))
        text = sentences.carrying(evidence.quote, passage.text) if passage else ""
        mark = locks.mark(evidence.quote, passage.text) if passage else None
        yield Sentence(evidence.brief, evidence.passage, text, mark)


def _complaint(question: Question, carried: list[Sentence]) -> str | None:
    """Why an item cannot be accepted; None where it can."""
    if question.unread:
        return f"{question.id}: some of it cannot be read"
    if not carried:
        return f"{question.id}: it rests on no passage"
    missing = next((sentence for sentence in carried if sentence.mark is None), None)
    return (
        f"{question.id}: its quote is not in {missing.passage} of {missing.brief or 'any brief'}" if missing else None
    )


def _gone(course: Course, kept: Collection[str]) -> tuple[str, ...]:
    """The items of the lock that are no more; none as long as something of the banks cannot be read."""
    folder = locks.REVIEWED.rpartition("/")[0]
    if any(finding.severity is Severity.ERROR and finding.where.path.startswith(folder) for finding in course.findings):
        return ()
    current = {question.id for question in course.current}
    return tuple(sorted(id for id in kept if id not in current))


def said(done: Review) -> Iterator[str]:
    """A review in lines: each item accepted with its new sentences, then how many there were."""
    for accepted in done.accepted:
        for sentence in accepted.new:
            yield f"{accepted.item}: {sentence.passage} {textwrap.shorten(sentence.text, _WIDEST, placeholder=' …')}"
    if not done.accepted and not done.dropped:
        if not done.refused:
            yield "Nothing to review: every item stands as it was reviewed."
        return
    fresh = sum(bool(accepted.new) for accepted in done.accepted)
    counts = [f"Accepted {_items(fresh)}"]
    if len(done.accepted) > fresh:
        counts.append(f"{_items(len(done.accepted) - fresh)} stood as reviewed")
    if done.dropped:
        verb = "is" if len(done.dropped) == 1 else "are"
        counts.append(f"let go of {_items(len(done.dropped))} that {verb} no more")
    yield f"{', '.join(counts)}: {locks.REVIEWED}"


_WIDEST = 100


def _items(count: int) -> str:
    return f"{count} item{'' if count == 1 else 's'}"
