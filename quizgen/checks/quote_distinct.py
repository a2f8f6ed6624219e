"""The quote of an evidence has four words or more, and stands once in its brief.

A quote is what everything else is held against: figures, names and the sense of an answer are looked for in it and in
its sentence. “the fund” says nothing of where the answer stands. Quote on to the end of the phrase; a passage that is
itself shorter may be quoted whole. Words that stand twice are let be where the whole sentence does.

Of two-word runs in ten policy briefs 16% stand more than once in their brief, of four-word runs 1%, of six-word runs
0.1%.

Bad:

    evidence:
      - passage: p2
        quote: a storm fund

Good:

    evidence:
      - passage: p2
        quote: a storm fund, money that is set aside before a storm
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.grounding import passages_by_key
from quizgen.model import Brief, Evidence, Passage
from quizgen.text import folding, locate, sentences

NAME = "quote-distinct"
SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Remark]:
    """Complain of each quote that is too short, or stands in more than one place."""
    briefs = {brief.id: brief for brief in course.briefs}
    passages = passages_by_key(course)
    whole = {brief.id: "\n".join(passage.text for passage in brief.passages) for brief in course.briefs}
    for question in course.current:
        for evidence in question.evidence:
            passage = passages.get((evidence.brief, evidence.passage))
            found = locate.located(evidence.quote, passage.text) if passage else None
            if passage is None or found is None:
                continue  # said by passage-exists or quote-in-passage
            if _is_short(evidence.quote, passage):
                yield _short(evidence, passage.at(found.span[0]), question.id)
            elif len(found.spans) == 1 and whole[evidence.brief].count(evidence.quote) > 1:
                yield from _repeated(evidence, briefs[evidence.brief], question.id)


def _is_short(quote: str, passage: Passage) -> bool:
    words = len(quote.split())
    return words < locate.FEWEST_WORDS and words < len(passage.text.split())


def _short(evidence: Evidence, see: Location, item: str) -> Remark:
    count = len(evidence.quote.split())
    said = "one word" if count == 1 else f"{count} words"
    message = f"the quote has {said}: quote at least {locate.FEWEST_WORDS}, so that it says where the answer stands"
    return Remark(evidence.quote_where, message, item=item, see=see)


def _repeated(evidence: Evidence, brief: Brief, item: str) -> Iterator[Remark]:
    """Complain of a quote that stands twice at whole words, in sentences that differ."""
    places = [
        (passage, start, folding.typography(sentences.around(passage.text, start, end)))
        for passage in brief.passages
        for start, end in locate.every(evidence.quote, passage.text)
    ]
    if len({sentence for _, _, sentence in places}) > 1:
        passage, start, _ = next(place for place in places if place[0].id != evidence.passage or place is places[1])
        names = list(dict.fromkeys(place[0].id for place in places))
        where = f"in {', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else f"twice in {names[0]}"
        message = f"the quote stands {where}: quote more words, so that it says which sentence is meant"
        yield Remark(evidence.quote_where, message, item=item, see=passage.at(start))
