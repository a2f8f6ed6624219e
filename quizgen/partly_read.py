"""Items of which some fields could not be read: which checks see them, so that none speaks of what is not there."""

from __future__ import annotations

import functools
from dataclasses import replace

from quizgen.course import Course
from quizgen.model import Question

_OF_WHOLE_ITEMS = frozenset(
    (
        "near-duplicates",
        "item-leaks-answer",
        "answer-position",
        "longest-is-key-rate",
        "true-false-balance",
        "kinds-balance",
        "difficulty-balance",
    )
)
_OF_ALL_OPTIONS = frozenset(
    (
        "option-count",
        "numeric-order",
        "parallel-options",
        "repeated-words-in-options",
        "longest-option",
        "specific-key",
        "clue-words",
        "grammatical-cue",
        "absolute-terms",
        "true-false-in-disguise",
        "option-names-letter",
    )
)
_OF_SUPPORT = frozenset(
    (
        "has-evidence",
        "figures-in-evidence",
        "names-in-evidence",
        "meaning-flipped",
        "answer-supported",
        "distractor-not-supported",
        "false-statement-corrected",
        "attributed",
    )
)
_OF_EVIDENCE_ALONE = frozenset(
    (
        "brief-exists",
        "passage-exists",
        "quote-in-passage",
        "quote-distinct",
        "quote-typography",
        "quote-keeps-negation",
        "passage-changed",
        "unique-ids",
        "brief-without-bank",
        "passage-coverage",
        "blueprint-names",
        "blueprint-filled",
        "blueprint-points",
    )
)
_ENTRIES = frozenset(("distractors", "answers", "pairs", "extra", "accept", "groups", "steps", "rubric"))


def sees(rule: str, question: Question) -> bool:
    """Whether a rule looks at none of what could not be read of an item."""
    unread = question.unread
    if not unread or rule in _OF_EVIDENCE_ALONE:
        return True
    if rule in _OF_WHOLE_ITEMS or (rule in _OF_SUPPORT and "evidence" in unread):
        return False
    return unread <= _ENTRIES | {"evidence"} and not (rule in _OF_ALL_OPTIONS and unread & _ENTRIES)


def seen(course: Course, rule: str) -> Course:
    """The course without the items that a rule should not look at."""
    partly = [question for question in course.questions if question.unread]
    hidden = frozenset(question.id for question in partly if not sees(rule, question))
    return _without(course, hidden) if hidden else course


@functools.lru_cache(maxsize=16)
def _without(course: Course, hidden: frozenset[str]) -> Course:
    banks = (
        replace(bank, questions=tuple(one for one in bank.questions if not (one.unread and one.id in hidden)))
        for bank in course.banks
    )
    return replace(course, banks=tuple(banks))
