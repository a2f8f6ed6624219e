"""The quote of an evidence stands in its passage, word for word.

Quotation marks, dashes, spaces and ellipses may have another form than in the brief; a difference in case or accents is
a warning; anything else is an error. What a quote leaves out is marked with an ellipsis (`…`, `...`, `[…]`): its parts
stand in the passage in their order, each of at least four words.

A quote that has drifted is shown what the passage says: copy that, or write the item anew if the passage no longer
carries it. A quote that stands in another passage, or in another brief, is told where.

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
from quizgen.findings import Remark, Rewrite, Severity
from quizgen.grounding import passages_by_key
from quizgen.model import Brief, Evidence, Passage
from quizgen.text import locate
from quizgen.text.nearest import Difference, differences, nearest

NAME = "quote-in-passage"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain of each quote that its passage does not hold."""
    briefs = {brief.id: brief for brief in course.briefs}
    passages = passages_by_key(course)
    for question in course.current:
        for evidence in question.evidence:
            passage = passages.get((evidence.brief, evidence.passage))
            if passage is None:
                continue  # said by brief-exists or passage-exists
            found = locate.located(evidence.quote, passage.text)
            if found is None:
                yield _missing(evidence, briefs[evidence.brief], passage, course, question.id)
            elif found.tier is locate.Tier.LETTERS:
                yield _in_other_letters(evidence, passage, found, question.id)


def _in_other_letters(evidence: Evidence, passage: Passage, found: locate.Found, item: str) -> Remark:
    written = locate.written(found, passage.text)
    return Remark(
        evidence.quote_where,
        f"the quote differs from passage {passage.id} in case or accents",
        written,
        item,
        passage.at(found.span[0]),
        Severity.WARNING,
        Rewrite(evidence.quote_where, written),
    )


def _missing(evidence: Evidence, brief: Brief, passage: Passage, course: Course, item: str) -> Remark:
    """The most that can be said of a quote that its passage does not hold."""
    return (
        _with_short_part(evidence, passage, item)
        or _elsewhere_in_brief(evidence, brief, passage, item)
        or _in_parts(evidence, passage, item)
        or _drifted(evidence, passage, evidence.quote, item)
        or _in_other_brief(evidence, brief, course, item)
        or _drifted_elsewhere(evidence, brief, item)
        or Remark(evidence.quote_where, f"the quote is not in passage {passage.id}", item=item, see=passage.where)
    )


def _with_short_part(evidence: Evidence, passage: Passage, item: str) -> Remark | None:
    """A quote with an ellipsis of which a part is too short to be looked for."""
    quoted = locate.parts(evidence.quote)
    short = locate.short_parts(quoted)
    if len(quoted) < 2 or not short:
        return None
    message = (
        f"the part “{short[0]}” of the quote has fewer than {locate.FEWEST_WORDS} words: "
        "leave less out, or quote one run of words"
    )
    return Remark(evidence.quote_where, message, item=item, see=passage.where)


def _elsewhere_in_brief(evidence: Evidence, brief: Brief, passage: Passage, item: str) -> Remark | None:
    others = [(other, found) for other in brief.passages if (found := locate.located(evidence.quote, other.text))]
    if not others:
        return None
    names = " and ".join(other.id for other, _ in others)
    message = f"the quote is not in passage {passage.id} but in {names}: write `passage: {others[0][0].id}`"
    # a few words can stand in a passage by chance
    sure = len(others) == 1 and len(evidence.quote.split()) >= locate.FEWEST_WORDS
    edit = Rewrite(evidence.where, others[0][0].id) if sure else None
    see = others[0][0].at(others[0][1].span[0])
    return Remark(evidence.quote_where, message, item=item, see=see, edit=edit)


def _in_parts(evidence: Evidence, passage: Passage, item: str) -> Remark | None:
    """A quote with an ellipsis of which a part is missing, or stands before the one that it should follow."""
    quoted = locate.parts(evidence.quote)
    if len(quoted) < 2:
        return None
    for part in quoted:
        if locate.find(part, passage.text) is None:
            message = f"the part “{part}” of the quote is not in passage {passage.id}"
            return _drifted(evidence, passage, part, item) or Remark(
                evidence.quote_where, message, item=item, see=passage.where
            )
    message = f"the parts of the quote stand in another order in passage {passage.id}"
    return Remark(evidence.quote_where, message, item=item, see=passage.where)


def _drifted(evidence: Evidence, passage: Passage, words: str, item: str) -> Remark | None:
    """A quote, or a part of one, that is near to something in the passage."""
    span = nearest(words, passage.text)
    if span is None:
        return None
    written = passage.text[slice(*span)]
    changes = differences(words, written)
    subject = "the quote" if words == evidence.quote else "a part of the quote"
    message = f"{subject} is not in passage {passage.id}{_said(changes)}"
    suggestion = evidence.quote.replace(words, written)
    # where every word is the same, the passage's commas and full stops can be taken over unseen
    edit = None if changes else Rewrite(evidence.quote_where, suggestion)
    return Remark(evidence.quote_where, message, suggestion, item, passage.at(span[0]), edit=edit)


_MOST_DIFFERENCES = 3


def _said(changes: tuple[Difference, ...]) -> str:
    """In which words a quote has drifted, where these are few."""
    if not changes:
        return ": they differ in punctuation"
    quoted, written = (sorted(words.split()) for words in _both(changes))
    if quoted == written:
        return ": its words stand in another order there"
    if len(changes) > _MOST_DIFFERENCES:
        return ""
    said = [_difference(change) for change in changes]
    return ": it " + (f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0])


def _both(changes: tuple[Difference, ...]) -> tuple[str, str]:
    return " ".join(change.quoted for change in changes), " ".join(change.written for change in changes)


def _difference(change: Difference) -> str:
    if not change.written:
        return f"adds “{change.quoted}”"
    if not change.quoted:
        return f"leaves out “{change.written}”"
    return f"says “{change.quoted}” where the passage says “{change.written}”"


def _in_other_brief(evidence: Evidence, brief: Brief, course: Course, item: str) -> Remark | None:
    if len(evidence.quote.split()) < locate.FEWEST_WORDS:
        return None
    for other in course.briefs:
        for passage in other.passages if other.id != brief.id else ():
            if found := locate.located(evidence.quote, passage.text):
                message = (
                    f"the quote is not in brief {brief.id} but in {other.id}: "
                    f"write `brief: {other.id}` and `passage: {passage.id}`"
                )
                return Remark(evidence.quote_where, message, item=item, see=passage.at(found.span[0]))
    return None


def _drifted_elsewhere(evidence: Evidence, brief: Brief, item: str) -> Remark | None:
    """A quote whose nearest words stand in another passage than the one named."""
    for passage in brief.passages:
        span = nearest(evidence.quote, passage.text)
        if span is not None:
            written = passage.text[slice(*span)]
            message = f"the quote is not in passage {evidence.passage}; {passage.id} has words like it"
            return Remark(evidence.quote_where, message, written, item, passage.at(span[0]))
    return None
