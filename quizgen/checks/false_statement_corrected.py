"""A false statement has a correction, and the correction, not the statement, is what the evidence carries.

Whoever takes a false statement for true has to learn what is true; `correction` says it, and it is what quizgen holds
against the source. It is written like the statement, with what is false in it set right.

Words can show that a statement and its correction have changed places: what the statement alone says stands in the
sentences of the quotes, what the correction alone says does not. They cannot show more: of 29 pairs in the banks that
were swapped for a trial, 10 were noticed, and no pair as it stands. Where the sentences deny or
contrast something (“not the loan but the fund”) nothing is said, since both sides stand there; whether the correction
turns its source round is for `meaning-flipped`.

Bad:

    type: true-false
    stem: A storm fund, as the brief uses the term, is a loan that is agreed before a storm.
    answer: false

Good:

    type: true-false
    stem: A storm fund, as the brief uses the term, is a loan that is agreed before a storm.
    answer: false
    correction: A storm fund is money that is set aside before a storm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import Ground, grounds
from quizgen.model import Choices, Question, Statement
from quizgen.text import content, folding, sentences

NAME = "false-statement-corrected"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain of a false statement without a correction, with itself for one, or one that the evidence bears out."""
    language = course.settings.language
    for question in course.current:
        statement = _false_statement(question)
        if statement is not None and not question.claims:
            message = "the statement is false, and nothing says what is true: add `correction:`"
            yield Remark(statement.where, message, item=question.id)
    for ground in grounds(course):
        statement = _false_statement(ground.question)
        if statement is not None and ground.question.claims:
            yield from _in_its_place(statement, ground.question.claims[0], ground, language)


def _false_statement(question: Question) -> Statement | None:
    """What the item states and holds to be false: a falsehood that is no option but the stem itself."""
    match question.answer:
        case Choices():
            stem = question.at("stem")
            return next((falsehood for falsehood in question.falsehoods if falsehood.where == stem), None)
        case _:
            return None


_ARTICLES = {"en": frozenset(("a", "an", "the")), "es": frozenset(("el", "la", "los", "las", "un", "una"))}
_CONTRASTS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "not no nor neither never but than instead rather unlike whereas while without only",
        "es": "no ni nunca sino pero contrario mientras sin solo aunque",
    }.items()
}
# Of the repository's seven false statements none comes nearer to its evidence than its correction does; four of the
# seven do so by this much when the two change places, and two of the others stand beside a contrast.
_MARGIN = 0.5


def _in_its_place(statement: Statement, correction: Statement, ground: Ground, language: str) -> Iterator[Remark]:
    item = ground.question.id
    if _bare(statement.text, language) == _bare(correction.text, language):
        message = "the correction says the same as the statement that it corrects: one of the two is wrong"
        yield Remark(correction.where, message, item=item)
        return
    written = " ".join(_sentences(ground))
    if _CONTRASTS[language] & set(folding.words(written).split()):
        return
    carried = _words(written, language)
    false, true = (_words(each.text, language) for each in (statement, correction))
    if false - true and true - false and _share(false - true, carried) - _share(true - false, carried) >= _MARGIN:
        message = (
            "the quotes carry what the statement says, not what the correction says: "
            "have the two changed places, or is the statement true?"
        )
        yield Remark(correction.where, message, item=item, see=ground.passages[0].where, severity=Severity.WARNING)


def _bare(text: str, language: str) -> list[str]:
    return [word for word in folding.words(text).split() if word not in _ARTICLES[language]]


_NUMBER = re.compile(r"(?<=[^\W\d_])[-‐‑]\d+$")


def _words(text: str, language: str) -> set[str]:
    """The stems of a text; of an identifier its letters, since COVID may be said for COVID-19."""
    return {_NUMBER.sub("", stem) for stem in content.stems(text, language)}


def _sentences(ground: Ground) -> Iterator[str]:
    """The sentences that carry the quotes of an item."""
    for passage in ground.passages:
        for quote in ground.quotes:
            yield sentences.carrying(quote, passage.text)


def _share(words: set[str], carried: set[str]) -> float:
    """How much of some words the evidence has."""
    return len(words & carried) / len(words)
