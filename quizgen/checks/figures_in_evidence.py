"""Every figure in an answer stands in the evidence.

Figures are compared as values, with their unit and their hedge: 40 percent is 40% and two-fifths, $1 trillion is one
trillion dollars and not $1 billion, “more than 100” is not “fewer than 100”. A year carries its decade, a range its two
ends; 33 percent passes for one-third, and a hedged figure may be rounder: “nearly a quarter” for 23 percent. “More
than”, “up to” and “nearly” are questioned where the source has no such hedge beside the figure, and so is money without
its currency. A source may say figures in words (`a decade`, `a majority`) and, in a brief with a date, reckon from its
day (`last November`). MS-13, COP 27 and Title 42 are names, and `one of the two` counts nothing. An answer's `for a
decade` and `once a day` are figures where its passages say how long anything took.

A figure of the answer that stands in no passage of the evidence is an error; one that stands in a passage but outside
the quote is a warning: widen the quote, so that a reader sees the figure in it. In a cloze this goes for the blanks, in
an essay only for figures that its passages say of something else. What the stem gives need not be in the quote, nor
what the title says or the day of the brief; but a bare year from there is questioned where the quotes tell only years
that the item leaves out. What follows from two figures of the quotes by a sum is a warning. Figures in the stem, the
rationale, the rubric and the explanations of options are held against the whole brief, as a warning; there they may
follow from two of its figures or the item's (from 1999 to 2007 it is eight years). A stem that says “suppose”,
“imagine” or “if a country …” may invent figures.

Other forms that are accepted for an answer (`accept`, `{{1980s|the eighties}}`) say the same figure.

A numeric answer that is computed says how in `derived`: `1.25% * 4 billion`. The sum is done, and its figures are
looked up in place of the answer's; a sum of dollars is no answer in euros. A tolerance that lets another figure of the
quote pass is questioned.

Number words up to four count what the item itself lists as often as what the brief says (“the two grounds”), so they
are questioned only where a passage counts the same thing otherwise. Words cannot tell which of two figures in a quote
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

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import Ground, computed, is_statement, otherwise_told, prose_figures, quotes_stand, told_figures
from quizgen.grounding.prose import around_each
from quizgen.model import Choices, Essay, Gaps, Number, Question, Sequence, Statement, Words
from quizgen.text import figures
from quizgen.text.amounts import Quantity
from quizgen.text.quantities import of_each, quantities
from quizgen.text.told import told

NAME = "figures-in-evidence"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain of each figure that the source does not carry."""
    language = course.settings.language
    said = {brief.id: told_figures.of_brief(brief) for brief in course.briefs}
    for ground, around in around_each(course):
        yield from _of_answer(ground, language)
        yield from _of_accepted(ground.question, language)
        yield from prose_figures.unsaid(ground, around, language, said)


# The answer against its evidence


def _of_answer(ground: Ground, language: str) -> Iterator[Remark]:
    question = ground.question
    if isinstance(question.answer, Number) and question.answer.derived is not None:
        yield from _of_sum(ground, question.answer, question.answer.derived, language)
        return
    complained = (-1, 0)
    for index, figure in told_figures.claimed(ground, language):
        if (index, figure.start) < complained:  # the year of a date that was complained of
            continue
        remark = _of_figure(figure, question.claims[index], ground, language)
        if remark is not None:
            complained = (index, figure.end)
            yield remark
    if isinstance(question.answer, Number) and question.answer.tolerance:
        yield from _of_tolerance(ground, question.answer, language)


def _of_figure(figure: Quantity, claim: Statement, ground: Ground, language: str) -> Remark | None:
    """What is wrong with a figure of a claim, if anything is."""
    quoted = told_figures.of_quotes(ground)
    is_said = figures.is_said(figure, quoted)
    otherwise = otherwise_told.remark(figure, quoted, claim, ground, language) if is_said else None
    if (is_said and otherwise is None) or told_figures.is_of_title(figure, ground):
        return None
    if _is_in_stem(figure, claim, ground.question, language):
        return None if is_said else _another_date(figure, "is the stem's", claim, ground, language)
    if otherwise is not None:
        return otherwise
    if told_figures.is_of_day(figure, ground):
        return _another_date(figure, "is when the brief was published", claim, ground, language)
    if _may_be_own_count(figure, ground) and not figures.counted_otherwise(figure, quoted):
        return _counted_otherwise(figure, claim, ground)
    return _unplaced(figure, claim, ground, language)


def _is_in_stem(figure: Quantity, claim: Statement, question: Question, language: str) -> bool:
    """Whether the stem gives the figure, and is not itself what is true or false."""
    judged = claim.where == question.at("definition") or is_statement(question)
    return not judged and _stands_in(figure, question.stem, language)


def _another_date(figure: Quantity, whose: str, claim: Statement, ground: Ground, language: str) -> Remark | None:
    """A year or a month that the item may tell by itself, where the quotes tell only others, which it leaves out."""
    units = _KINDS_OF_DATE.get(figure.unit, ())
    if not units or told_figures.speaks_of_day(claim.text, claim.text[: figure.start]):
        return None
    if any(one.of_year == figure.low for one in quantities(claim.text, language)):
        return None
    others = [one for one in told_figures.of_quotes(ground) if one.unit in units]
    text = f"{ground.question.stem} {claim.text}"
    if not others or any(_stands_in(one, text, language) for one in others):
        return None
    message = f"“{figure.text}” {whose}, while the quotes say “{others[0].text}”, which the item leaves out: mend it"
    return Remark(claim.at(figure.start), message, item=ground.question.id, severity=Severity.WARNING)


_KINDS_OF_DATE = {"year": ("year",), "month": ("month", "day"), "day": ("month", "day")}


def _stands_in(figure: Quantity, text: str, language: str) -> bool:
    return any(figures.same(figure, one) for one in told(text, language))


def _may_be_own_count(figure: Quantity, ground: Ground) -> bool:
    """Whether the item may count what it lists itself, as an essay does its reasons."""
    is_essays = isinstance(ground.question.answer, Essay) and figure.words and prose_figures.is_own_count(figure)
    return is_essays or figures.is_counting(figure)


def _counted_otherwise(figure: Quantity, claim: Statement, ground: Ground) -> Remark | None:
    """A small number that counts what a passage counts otherwise, where no passage says it too."""
    near = told_figures.of_passages(ground)
    other = None if figures.is_said(figure, near) else figures.counted_otherwise(figure, near)
    if other is None:
        return None
    if other.unit == "ordinal" and figure.low < other.low:  # where there is a third, there is a first
        return None
    message = f"“{figure.text}” counts what the evidence counts as “{other.text}”: mend it, or say what else it counts"
    return Remark(claim.at(figure.start), message, item=ground.question.id, severity=Severity.WARNING)


def _unplaced(figure: Quantity, claim: Statement, ground: Ground, language: str) -> Remark | None:
    """What is wrong with the place of a figure that no quote says, if anything is."""
    where, item = claim.at(figure.start), ground.question.id
    if place := told_figures.in_evidence(figure, ground):
        if _belongs_in_quote(figure, claim, ground, language) and quotes_stand(ground):
            message = f"“{figure.text}” stands in passage {place.passage.id} but outside the quote: widen the quote"
            return Remark(where, message, item=item, see=place.where, severity=Severity.WARNING)
        return None
    if place := told_figures.elsewhere(figure, ground):
        return Remark(where, _elsewhere(figure, place, ground), item=item, see=place.where)
    return _nowhere(figure, claim, ground)


def _belongs_in_quote(figure: Quantity, claim: Statement, ground: Ground, language: str) -> bool:
    """Whether the figure must stand in a quote.

    In a cloze it must only if it is asked for, in an essay only if its passages say it of something else.
    """
    answer = ground.question.answer
    if isinstance(answer, Gaps):
        return any(_stands_in(figure, blank.accepted[0], language) for blank in answer.blanks)
    return not isinstance(answer, Essay) or not told_figures.speak_of_the_same(figure, claim.text, ground, language)


def _elsewhere(figure: Quantity, place: told_figures.Place, ground: Ground) -> str:
    """What to do about a figure that another passage says: the quote may have the one that is meant."""
    stands = f"“{figure.text}” stands in passage {place.passage.id}, which the item does not name"
    alike = figures.nearest(figure, told_figures.of_quotes(ground))
    if alike is None:
        return f"{stands}: add it as evidence"
    return f"{stands}, while the quote says “{alike.text}”: mend the figure, or add that passage as evidence"


def _nowhere(figure: Quantity, claim: Statement, ground: Ground) -> Remark:
    """A figure that the briefs do not have, with the one that may have been meant."""
    question, quoted = ground.question, told_figures.of_quotes(ground)
    message = f"“{figure.text}” stands nowhere in the evidence"
    if figures.follows_from(figure, quoted):
        by = "say how in `derived`" if isinstance(question.answer, Number) else "ask for it as `numeric` with `derived`"
        message = f"{message}, though it follows from the quotes' figures: {by}, or `allow` it"
        return Remark(claim.at(figure.start), message, item=question.id, severity=Severity.WARNING)
    meant = told_figures.meant(figure, ground)
    if meant is None:
        return Remark(claim.at(figure.start), message, item=question.id)
    suggestion = None
    as_written = isinstance(question.answer, Choices | Words | Sequence)
    if as_written and {one.text for one in quoted if one.unit == meant.figure.unit} == {meant.figure.text}:
        suggestion = f"{claim.text[: figure.start]}{meant.figure.text}{claim.text[figure.end :]}"
    message = f"{message}; passage {meant.passage.id} says “{meant.figure.text}”"
    return Remark(claim.at(figure.start), message, suggestion, question.id, meant.where)


# A computed answer, and what else is taken as right


def _of_sum(ground: Ground, answer: Number, derived: str, language: str) -> Iterator[Remark]:
    """What is wrong with the sum that an answer comes from: its figures, or what it comes to."""
    question = ground.question
    where = question.at("derived")
    for text, figure in computed.operands(derived, language):
        if figure is None:
            yield Remark(where, f"“{text}” is not one figure: write the sum of single figures", item=question.id)
            return
        if not _is_operand_given(figure, ground, language):
            remark = _unplaced(figure, Statement(derived, where), ground, language)
            if remark is not None:
                yield replace(remark, suggestion=None)
    told_of = (*told_figures.of_quotes(ground), *quantities(question.stem, language))
    fault = computed.fault(question, answer, derived, language)
    fault = fault or computed.fault_of_unit(question, derived, told_of, language)
    if fault is not None:
        yield Remark(where, fault, item=question.id)


def _is_operand_given(figure: Quantity, ground: Ground, language: str) -> bool:
    """Whether a figure of a sum stands in the quotes or the front matter, is supposed, or is the whole of shares."""
    front = [one for brief in ground.briefs for one in (*told_figures.of_title(brief), *told_figures.of_day(brief))]
    told = (*told_figures.of_quotes(ground), *front)
    if computed.is_whole(figure) or figures.stands_in(figure, told):
        return True
    if computed.begins_decade(figure, told):
        return True
    return prose_figures.is_supposed(ground.question) and _stands_in(figure, ground.question.stem, language)


def _of_tolerance(ground: Ground, answer: Number, language: str) -> Iterator[Remark]:
    """A tolerance that lets another figure of the quotes pass for the answer."""
    question = ground.question
    (claim,) = question.claims
    said = quantities(claim.text, language)
    if len(said) != 1 or not answer.value:
        return
    reach = abs(said[0].low / Fraction(answer.value)) * Fraction(answer.tolerance)
    for other in told_figures.of_quotes(ground):
        single = other.unit == said[0].unit and other.low == other.high and not other.hedge
        if single and not figures.same_value(said[0], other) and abs(other.low - said[0].low) <= reach:
            message = f"the tolerance lets “{other.text}” pass, another figure of the quote: make it smaller"
            yield Remark(question.at("tolerance"), message, item=question.id, severity=Severity.WARNING)
            return


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
        meant = told(first, language) if others else ()
        for index, figure in of_each(others, language) if meant else ():
            if not figures.stands_in(figure, meant) and any(figures.is_alike(figure, one) for one in meant):
                message = f"“{others[index]}” is accepted, but the answer is “{first}”: delete it, or mend the figure"
                yield Remark(where, message, item=question.id)
