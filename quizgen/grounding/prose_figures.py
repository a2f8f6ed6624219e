"""The figures of what an item tells around its answer, held against its briefs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from quizgen.findings import Remark, Severity
from quizgen.grounding import Ground, computed, told_figures
from quizgen.grounding.prose import REASON, Written
from quizgen.grounding.told_figures import Told
from quizgen.model import Number, Question
from quizgen.text import figures
from quizgen.text.amounts import Quantity
from quizgen.text.quantities import beyond_counts, of_each

_SUPPOSING = re.compile(
    r"\b(?:suppos(?:e|ing)|imagin(?:e|ary)|assum(?:e|ing) that|hypothetical(?:ly)?|invented|fictional"
    r"|if (?:an?|some|someone|one|each|every|you|we) "
    r"|supong(?:a|amos)|imagin(?:a|e|emos)|hipotétic[oa]|si (?:una?|alguien|cada) )",
    re.IGNORECASE,
)
_SMALL = 12


def is_supposed(question: Question) -> bool:
    """Whether the stem supposes something, so that it may invent figures."""
    return _SUPPOSING.search(question.stem) is not None


def is_own_count(figure: Quantity) -> bool:
    """Whether a figure in the item's prose is likely its own: three sources to name, the first of two halves."""
    if figure.unit == "n":
        return figure.high <= _SMALL
    return figure.words and (figure.unit == "ordinal" or figure.low == Fraction(1, 2))


def unsaid(ground: Ground, around: list[Written], language: str, said: Mapping[str, Told]) -> Iterator[Remark]:
    """A warning for each figure around an item's answer that nothing carries; `said` are the figures of each brief."""
    stated = {statement.text for statement in (*ground.question.claims, *ground.question.falsehoods)}
    written = [one for one in around if one.text not in stated]  # what is true or false itself is looked at elsewhere
    found = [*beyond_counts([text for _, text, _ in written], language)]
    for index, figure in found:
        if is_own_count(figure) or _is_carried(figure, ground, language, said):
            continue
        if written[index].part == "the stem" and is_supposed(ground.question):
            continue
        steps = [one for _, one in found if one is not figure]
        if not _is_step(figure, steps, ground.question, language):
            yield _remark(figure, ground, written[index])


def _is_step(figure: Quantity, steps: list[Quantity], question: Question, language: str) -> bool:
    """Whether the figure is one of the steps in which the prose does the sum of a computed answer."""
    if not isinstance(question.answer, Number) or question.answer.derived is None:
        return False
    operands = [one for _, one in computed.operands(question.answer.derived, language) if one is not None]
    return figures.is_step(figure, steps, operands)


def _is_carried(figure: Quantity, ground: Ground, language: str, said: Mapping[str, Told]) -> bool:
    """Whether the briefs, or the item's own answers and stem, say the figure, or two figures of these give it."""
    question = ground.question
    if any(said[brief.id].say(figure) for brief in ground.briefs):
        return True
    texts = [statement.text for statement in (*question.claims, *question.falsehoods)]
    own = [one for _, one in of_each([*texts, question.stem] if is_supposed(question) else texts, language)]
    if any(figures.same(figure, one) for one in own):
        return True
    return any(figures.follows_from(figure, [*said[brief.id].figures, *own]) for brief in ground.briefs)


def _remark(figure: Quantity, ground: Ground, written: Written) -> Remark:
    part = " in the reason given here" if written.part == REASON else ""
    message, item = f"“{figure.text}”{part} stands nowhere in the brief", ground.question.id
    meant = told_figures.meant(figure, ground)
    if meant is not None:
        message = f"{message}; passage {meant.passage.id} says “{meant.figure.text}”"
    elif written.part == "the stem":
        message = f"{message}: if it is made up, begin with “Suppose”"
    else:
        message = f"{message}: mend it, or `allow` it with a reason"
    return Remark(written.where, message, None, item, meant and meant.where, Severity.WARNING)
