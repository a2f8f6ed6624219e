"""Figures of an answer that its quotes say, but where the answer loses the unit, or adds a unit or a hedge."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.findings import Remark, Severity
from quizgen.grounding import Ground, computed, told_figures
from quizgen.model import Question, Statement
from quizgen.text import figures
from quizgen.text.amounts import Quantity


def remark(
    figure: Quantity, quoted: Sequence[Quantity], claim: Statement, ground: Ground, language: str
) -> Remark | None:
    """What is wrong with the unit or the hedge of a figure that the quotes say, if anything is."""
    alike = [one for one in quoted if figures.same(figure, one)]
    if not alike:
        return None
    lost = _lost(figure, alike, claim, ground.question) or _turned(figure, claim, ground, language)
    message, severity = lost or _added(figure, alike, ground, language)
    if not message:
        return None
    return Remark(claim.at(figure.start), message, item=ground.question.id, severity=severity)


_Fault = tuple[str, "Severity | None"]


def _lost(figure: Quantity, alike: Sequence[Quantity], claim: Statement, question: Question) -> _Fault | None:
    """A percentage that is said without its unit, which makes it another figure, or money, which makes it vague."""
    if figure.unit != "n":
        return None
    message = f"“{figure.text}” is “{alike[0].text}” in the quote: say the unit"
    if all(one.unit == "share" for one in alike) and not _says_percent(figure, claim, question):
        return message, None
    if all(computed.is_money(one) for one in alike) and not _MONEY.search(f"{question.stem} {claim.text}"):
        return message, Severity.WARNING
    return None


def _added(figure: Quantity, alike: Sequence[Quantity], ground: Ground, language: str) -> _Fault:
    """A percentage that is made of a count, or a hedge that the source does not have."""
    said = alike[0].text
    is_count = figure.unit == "share" and all(one.unit == "n" for one in alike)
    if is_count and not told_figures.say_percent(figure, ground, language):
        return f"“{figure.text}” is “{said}” in the quote, and no percentage: mend the unit", None
    if figures.is_stretched(figure, alike) and told_figures.are_stretched(figure, ground, language):
        stretched = f"the quote says “{said}”, not “{figure.text}”: leave out what the source does not say"
        return stretched, Severity.WARNING
    return "", None


def _turned(figure: Quantity, claim: Statement, ground: Ground, language: str) -> _Fault | None:
    """What is said to be more by a figure where the source says that it is less by it, or the other way round."""
    behind = _BY[language].match(claim.text, figure.end)
    if behind is None:
        return None
    carried = told_figures.carried(figure, ground, language)
    said = [(one.text, _BY[language].match(text, one.end)) for text, one in carried]
    turned = [f"{text}{by.group()}" for text, by in said if by is not None and by.lastgroup != behind.lastgroup]
    if not turned or len(turned) < len(said):
        return None
    return f"“{figure.text}{behind.group()}” is “{turned[0]}” in the quote: mend it", Severity.WARNING


_BY = {
    "en": re.compile(
        r" (?:(?P<less>less|fewer|lower|cheaper|smaller|below)|(?P<more>more|higher|greater|dearer|larger|above))\b",
        re.IGNORECASE,
    ),
    "es": re.compile(r" (?:(?P<less>menos)|(?P<more>más))\b", re.IGNORECASE),
}


def _says_percent(figure: Quantity, claim: Statement, question: Question) -> bool:
    """Whether the stem asks for a percentage, or the next figure says the unit for both."""
    with_the_next = _WITH_THE_NEXT.match(claim.text, figure.end)
    return told_figures.PERCENT.search(question.stem) is not None or with_the_next is not None


_WITH_THE_NEXT = re.compile(r"(?:,|;|-|–| and| or| to| than| y| a)* ?\d[\d.]*(?:%| percent| por ciento)")
_MONEY = re.compile(
    r"[$€£]|\b(?:dollars?|euros?|pounds?|pesos?|USD|EUR|GBP|quetzal\w*|lempiras?|colon\w*|colón|córdobas?|gourdes?"
    r"|dólar(?:es)?|cents?)\b",
    re.IGNORECASE,
)
