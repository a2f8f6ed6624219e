"""Every figure in an answer stands in the evidence.

Figures are compared as values, with their unit and their hedge: 40 percent is 40% and two-fifths, $1 trillion is one
trillion dollars and not $1 billion, “more than 100” is not “fewer than 100”. A year carries its decade, a range its
two ends; 33 percent passes for one-third. MS-13, COP 27 and Title 42 are names, and `one of the two` counts nothing.

A figure of the answer that stands in no passage of the evidence is an error; one that stands in a passage but outside
the quote is a warning: widen the quote, so that a reader sees the figure in it. In a cloze this goes for the blanks, in
an essay for the passages alone. What the stem gives need not be in the quote. Figures in the stem, the rationale, the
rubric and the explanations of options are held against the whole brief, as a warning; there they may also follow from
two of its figures by a sum (from 1999 to 2007 it is eight years). A stem that says “suppose” or “imagine” may invent
figures.

Other forms that are accepted for an answer (`accept`, `{{1980s|the eighties}}`) say the same figure.

A numeric answer that is computed says how in `derived`: `1.25% * 4 billion`. The sum is done, and its figures are
looked up in place of the answer's.

Number words up to four count what the item itself lists as often as what the brief says (“the two grounds”), so they
are questioned only where the brief counts the same thing otherwise. Words cannot tell which of two figures in a quote
belongs to what: “$45 billion” may stand in the quote and be another fund's.

Bad:

    type: short
    stem: How long did Isla Clara wait for its loan?
    answer: Seven weeks
    evidence: [{passage: p3, quote: the island waited eleven weeks for a loan}]

Good:

    type: short
    stem: How long did Isla Clara wait for its loan?
    answer: 11 weeks
    evidence: [{passage: p3, quote: the island waited eleven weeks for a loan}]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.grounding import Ground, grounds
from quizgen.model import Brief, Choices, Essay, Gaps, Number, Passage, Question, Sequence, Statement, Words
from quizgen.prose import REASON, Written, around
from quizgen.text import arithmetic, figures, locate
from quizgen.text.amounts import Quantity
from quizgen.text.quantities import quantities

NAME = "figures-in-evidence"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain of each figure that the source does not carry."""
    language = course.settings.language
    said = {brief.id: _said(brief) for brief in course.briefs}
    for ground in grounds(course):
        yield from _of_answer(ground, language)
        yield from _of_accepted(ground.question, language)
        yield from _of_context(ground, language, said)


def _said(brief: Brief) -> tuple[Quantity, ...]:
    """Every figure of a brief, its front matter included."""
    passages = (figure for passage in brief.passages for figure in quantities(passage.text, brief.language))
    return (*_front(brief), *passages)


def _front(brief: Brief) -> tuple[Quantity, ...]:
    """The figures of a brief's title and of the day it was published, which hold for every passage."""
    published = quantities(brief.published.isoformat()) if brief.published else ()
    return (*quantities(brief.title, brief.language), *published)


# The answer against its evidence


def _of_answer(ground: Ground, language: str) -> Iterator[Remark]:
    question = ground.question
    if isinstance(question.answer, Number) and question.answer.derived is not None:
        yield from _of_sum(ground, question.answer, question.answer.derived, language)
        return
    as_written = isinstance(question.answer, Choices | Words | Sequence)
    for claim in question.claims:
        for figure in quantities(claim.text, language):
            if not _is_given(figure, claim, ground, language):
                in_quote = _belongs_in_quote(figure, question, language)
                text = claim.text if as_written else None
                yield from _unplaced(figure, ground, claim.at(figure.start), in_quote=in_quote, text=text)


def _of_accepted(question: Question, language: str) -> Iterator[Remark]:
    """The figures of other forms that are accepted for an answer, and are not the answer's."""
    match question.answer:
        case Words(accepted=accepted):
            answers, where = [accepted], question.at("accept")
        case Gaps(blanks=blanks):
            answers, where = [blank.accepted for blank in blanks], question.at("text")
        case _:
            return
    for first, *others in answers:
        meant = quantities(first, language)
        for other in others:
            for figure in quantities(other, language):
                if not figures.stands_in(figure, meant) and any(_is_alike(figure, one) for one in meant):
                    message = f"“{other}” is accepted, but the answer is “{first}”: delete it, or mend the figure"
                    yield Remark(where, message, item=question.id)
                    break


def _is_alike(figure: Quantity, other: Quantity) -> bool:
    """Whether two figures may be compared: a decade and its century, or a year and a count, may not."""
    return figure.unit == other.unit or not {figure.unit, other.unit} & _CALENDAR


_CALENDAR = frozenset({"year", "decade", "century", "ordinal", "day", "month"})


def _is_given(figure: Quantity, claim: Statement, ground: Ground, language: str) -> bool:
    """Whether the stem or a brief's front matter gives the figure, or an essay counts its own reasons with it."""
    question = ground.question
    if isinstance(question.answer, Essay) and figure.words and _is_own_count(figure):
        return True
    is_stem = claim.where in (question.at("stem"), question.at("definition"))
    if not is_stem and _stands_in(figure, question.stem, language):
        return True
    return _is_in_front(figure, ground)


def _is_in_front(figure: Quantity, ground: Ground) -> bool:
    """Whether the title of a brief or the day it was published gives the figure."""
    return any(figures.same(figure, one) for brief in ground.briefs for one in _front(brief))


def _stands_in(figure: Quantity, text: str, language: str) -> bool:
    return any(figures.same(figure, one) for one in quantities(text, language))


def _belongs_in_quote(figure: Quantity, question: Question, language: str) -> bool:
    """Whether the figure must stand in a quote: not in an essay, and in a cloze only if it is asked for."""
    if isinstance(question.answer, Gaps):
        return any(_stands_in(figure, blank.accepted[0], language) for blank in question.answer.blanks)
    return not isinstance(question.answer, Essay)


def _unplaced(
    figure: Quantity, ground: Ground, where: Location, *, in_quote: bool, text: str | None = None
) -> Iterator[Remark]:
    """What is wrong with the place of a figure in the evidence, if anything is; `text` is the value as written."""
    item = ground.question.id
    quoted = _quoted(ground)
    if figures.stands_in(figure, quoted):
        return
    if in_passage := _place(figure, ground.passages, ground):
        if in_quote and _quotes_stand(ground):
            passage, found = in_passage
            message = f"“{figure.text}” stands in passage {passage.id} but outside the quote: widen the quote"
            yield Remark(where, message, item=item, see=passage.at(found.start), severity=Severity.WARNING)
    elif elsewhere := _place(figure, [passage for brief in ground.briefs for passage in brief.passages], ground):
        passage, found = elsewhere
        message = f"“{figure.text}” stands in passage {passage.id}, which the item does not name: add it as evidence"
        yield Remark(where, message, item=item, see=passage.at(found.start))
    else:
        yield _nowhere(figure, ground, where, quoted, text)


def _quoted(ground: Ground) -> list[Quantity]:
    """The figures of the quotes."""
    languages = {brief.id: brief.language for brief in ground.briefs}
    quotes = zip(ground.question.evidence, ground.quotes, strict=True)
    return [figure for evidence, quote in quotes for figure in quantities(quote, languages[evidence.brief])]


def _quotes_stand(ground: Ground) -> bool:
    """Whether every quote is in its passage; else quote-in-passage speaks, and it is open what the quote carries."""
    texts = {(brief.id, passage.id): passage.text for brief in ground.briefs for passage in brief.passages}
    return all(locate.tier(one.quote, texts[one.brief, one.passage]) for one in ground.question.evidence)


def _language(passage: Passage, ground: Ground) -> str:
    return next(brief.language for brief in ground.briefs if brief.where.path == passage.where.path)


def _place(figure: Quantity, passages: Iterable[Passage], ground: Ground) -> tuple[Passage, Quantity] | None:
    """The first of the passages that says a figure, and what it says."""
    for passage in passages:
        for found in quantities(passage.text, _language(passage, ground)):
            if figures.same(figure, found):
                return passage, found
    return None


def _nowhere(figure: Quantity, ground: Ground, where: Location, quoted: list[Quantity], text: str | None) -> Remark:
    """A figure that the briefs do not have, with the one that may have been meant."""
    message, item = f"“{figure.text}” stands nowhere in the evidence", ground.question.id
    meant = _nearest(figure, ground)
    if meant is None:
        return Remark(where, message, item=item, see=ground.passages[0].where)
    passage, found = meant
    suggestion = None
    if text is not None and {one.text for one in quoted if one.unit == found.unit} == {found.text}:
        suggestion = f"{text[: figure.start]}{found.text}{text[figure.end :]}"
    message = f"{message}; passage {passage.id} says “{found.text}”"
    return Remark(where, message, suggestion, item, passage.at(found.start))


def _nearest(figure: Quantity, ground: Ground) -> tuple[Passage, Quantity] | None:
    """The figure of the evidence that was most likely meant, with its passage."""
    alike = [
        (passage, found)
        for passage in ground.passages
        if (found := figures.nearest(figure, [passage.text], _language(passage, ground)))
    ]
    return min(alike, key=lambda pair: figures.distance(pair[1], figure), default=None)


# A computed answer


_WHOLES = frozenset({(Fraction(1), "n"), (Fraction(100), "n"), (Fraction(1), "share")})
"""What a sum may hold besides figures of the source: the whole that a share is taken of."""


def _of_sum(ground: Ground, answer: Number, derived: str, language: str) -> Iterator[Remark]:
    """What is wrong with the sum that an answer comes from: its figures, or what it comes to."""
    where, item = ground.question.at("derived"), ground.question.id
    read = arithmetic.parse(derived)
    values: dict[str, Fraction] = {}
    for operand in arithmetic.operands(read):
        found = quantities(operand.text, language)
        if len(found) != 1 or found[0].low != found[0].high:
            yield Remark(where, f"“{operand.text}” is not one figure: write the sum of single figures", item=item)
            return
        figure, values[operand.text] = found[0], found[0].low
        known = (figure.low, figure.unit) in _WHOLES or _is_in_front(figure, ground)
        if not known and not _is_invented(figure, ground.question, language):
            yield from _unplaced(figure, ground, where, in_quote=True)
    try:
        result = arithmetic.result(read, lambda operand: values[operand.text])
    except ZeroDivisionError:
        yield Remark(where, "the sum divides by zero", item=item)
        return
    size = _size_of_unit(ground.question, answer, language)
    if abs(result - Fraction(answer.value) * size) > Fraction(answer.tolerance) * size:
        shown = f"{_decimal(result / size)} {answer.unit}" if answer.unit else _decimal(result / size)
        yield Remark(where, f"the sum comes to {shown}, not {answer.shown}: mend the sum, or the answer", item=item)


def _is_invented(figure: Quantity, question: Question, language: str) -> bool:
    """Whether a stem that supposes something gives the figure."""
    return _SUPPOSING.search(question.stem) is not None and _stands_in(figure, question.stem, language)


def _size_of_unit(question: Question, answer: Number, language: str) -> Fraction:
    """What one of the answer's unit is: a million dollars, a hundredth."""
    found = quantities(question.claims[0].text, language)
    return found[0].low / Fraction(answer.value) if len(found) == 1 and answer.value else Fraction(1)


def _decimal(value: Fraction) -> str:
    return f"{float(value):,.6g}"


# Stem, rationale and explanations against the whole brief


_SUPPOSING = re.compile(
    r"\b(?:suppos(?:e|ing)|imagin(?:e|ary)|assum(?:e|ing) that|hypothetical(?:ly)?|invented|fictional"
    r"|supong(?:a|amos)|imagin(?:a|e|emos)|hipotétic[oa])\b",
    re.IGNORECASE,
)
_SMALL = 12


def _of_context(ground: Ground, language: str, said: Mapping[str, tuple[Quantity, ...]]) -> Iterator[Remark]:
    question = ground.question
    for written in _context(question):
        for figure in quantities(written.text, language):
            if not _is_own_count(figure) and not _is_carried(figure, ground, language, said):
                yield _unsaid(figure, ground, written)


def _context(question: Question) -> Iterator[Written]:
    """What students read around the answer and is not held to be true or false itself."""
    stated = {statement.text for statement in (*question.claims, *question.falsehoods)}
    for written in around(question):
        supposed = written.part == "the stem" and _SUPPOSING.search(written.text)
        if written.text not in stated and not supposed:
            yield written


def _is_own_count(figure: Quantity) -> bool:
    """Whether a figure in the item's prose is likely its own: three sources to name, the first of two halves."""
    if figure.unit == "n":
        return figure.high <= _SMALL
    return figure.words and (figure.unit == "ordinal" or figure.low == Fraction(1, 2))


def _is_carried(figure: Quantity, ground: Ground, language: str, said: Mapping[str, tuple[Quantity, ...]]) -> bool:
    """Whether the briefs, or the item's own answers and stem, say the figure, or two figures of a brief give it."""
    question = ground.question
    if any(figures.stands_in(figure, said[brief.id]) for brief in ground.briefs):
        return True
    texts = [statement.text for statement in (*question.claims, *question.falsehoods)]
    if any(_stands_in(figure, text, language) for text in (*texts, *_supposed(question))):
        return True
    return any(figures.follows_from(figure, said[brief.id]) for brief in ground.briefs)


def _supposed(question: Question) -> tuple[str, ...]:
    return (question.stem,) if _SUPPOSING.search(question.stem) else ()


def _unsaid(figure: Quantity, ground: Ground, written: Written) -> Remark:
    _, _, where = written
    part = " in the reason given here" if written.part == REASON else ""
    message, item = f"“{figure.text}”{part} stands nowhere in the brief", ground.question.id
    meant = _nearest(figure, ground)
    if meant is None:
        return Remark(where, message, None, item, ground.passages[0].where, Severity.WARNING)
    passage, found = meant
    message = f"{message}; passage {passage.id} says “{found.text}”"
    return Remark(where, message, None, item, passage.at(found.start), Severity.WARNING)
