"""A rationale says more than the key, the stem and the quote.

Students read it after they have answered: “The fund is money set aside” tells those who picked something else nothing
new. Say why the key is right, or why the others are not. A rationale is named where none of its content words is new,
or one among five and more; words are compared by their stems, and a single one is too little to go by. That a rationale
says something new does not make it a reason, which no rule can tell.

Items to match, to sort, to put in order and to argue say so much themselves that they are not meant.

Source: no guideline, but feedback is what a rationale is for. Of the items that it named in a public bank of 2,026,
nine in ten were rightly named.

Bad:

    rationale: A storm fund is money that is set aside before a storm.

Good:

    rationale: The money is there before it is needed, so nobody has to lend it.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen import markup
from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import is_statement
from quizgen.model import Choices, Essay, Pairs, Question, Sequence
from quizgen.text import content

NAME = "rationale-repeats-key"
SEVERITY = Severity.WARNING

_ENOUGH_TO_REPEAT = 2
_ENOUGH_FOR_ONE = 5


def check(course: Course) -> Iterator[Remark]:
    """Complain of each rationale that repeats what is said already."""
    language = course.settings.language
    for question in course.current:
        if isinstance(question.answer, Pairs | Sequence | Essay):
            continue  # they say so much themselves that a sound rationale may find its words there
        said_before = _said_before(question)
        if content.says_more(question.rationale, said_before, 2, language):
            continue
        said = set(content.stems(markup.plain(question.rationale), language))
        new = said.difference(content.stems(markup.plain(said_before), language))
        if len(said) >= _ENOUGH_TO_REPEAT and (not new or (len(new) == 1 and len(said) >= _ENOUGH_FOR_ONE)):
            message = "the rationale says no more than the key, the stem and the quote: say why the key is right"
            yield Remark(question.at("rationale"), message, item=question.id)


def _said_before(question: Question) -> str:
    match question.answer:
        case Choices(options=options) if not is_statement(question):  # claims are the distractors of a negative stem
            keys = [option.text for option in options if option.correct]
        case _:
            keys = [claim.text for claim in question.claims]
    return "\n".join([question.stem, *keys, *(evidence.quote for evidence in question.evidence)])
