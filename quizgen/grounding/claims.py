"""What an item claims, which words of it students are asked for, and what else is taken for right."""

from __future__ import annotations

import enum
from collections.abc import Iterator

from typing_extensions import assert_never

from quizgen.findings import Location
from quizgen.model import Choices, Essay, Gaps, Number, Pairs, Question, Sequence, Statement, Words

Span = tuple[int, int]


def claims(question: Question) -> Iterator[Statement]:
    """What the item takes to be true; a heading once, and not again with each entry below it."""
    match question.answer:
        case Pairs(lefts=lefts, rights=rights, headings=True, rights_where=places):
            yield from (Statement(heading, where) for heading, where in zip(rights, places, strict=True))
            yield from (Statement(left.text, left.where) for left in lefts)
        case _:
            yield from question.claims


class Asked(enum.Enum):
    """Whether students are asked for a name: for it alone, for more than it, or not at all."""

    WHOLE = "whole"
    PART = "part"
    NOT = "not"


def how_asked(span: Span, spans: tuple[Span, ...]) -> Asked:
    """Whether what stands there is asked for, by the spans that are."""
    touched = [(start, end) for start, end in spans if start < span[1] and span[0] < end]
    if any(end - start - (span[1] - span[0]) <= len("The .") for start, end in touched):
        return Asked.WHOLE
    return Asked.PART if touched else Asked.NOT


def asked_spans(claim: Statement, question: Question) -> tuple[Span, ...]:
    """The parts of a claim that students are asked for; the rest is there to ask for them."""
    whole = (0, len(claim.text))
    match question.answer:
        case Choices(options=options):
            return (whole,) if any(option.where == claim.where for option in options) else ()
        case Words() | Number():
            return () if claim.text == question.stem else (whole,)
        case Sequence():
            return (whole,)
        case Pairs(lefts=lefts, headings=headings):
            shown = () if headings else tuple(left.text for left in lefts)
            start = next((len(text) for text in shown if claim.text.startswith(f"{text}: ")), 0)
            is_heading = headings and not any(left.where == claim.where for left in lefts)
            return () if is_heading else ((start, len(claim.text)),)
        case Gaps() as gaps:
            return tuple(_blanks(gaps))
        case Essay():
            return ()
        case _:
            assert_never(question.answer)


def _blanks(gaps: Gaps) -> Iterator[Span]:
    """Where the blanks stand in the text that is filled with their answers."""
    end = 0
    for part in gaps.parts:
        start, end = end, end + len(part if isinstance(part, str) else part.accepted[0])
        if not isinstance(part, str):
            yield start, end


def accepted(question: Question) -> Iterator[tuple[tuple[str, ...], Location]]:
    """The answers that are taken for right in each place, the one to show first."""
    match question.answer:
        case Words(accepted=accepted):
            yield accepted, question.at("accept" if "accept" in question.fields else "answer")
        case Gaps(blanks=blanks):
            yield from ((blank.accepted, question.at("text")) for blank in blanks)
