"""The reason given with an option says more than the option.

Students read it because they picked that option, or nearly did. “That is wrong” and the option's own words tell them
nothing; say where it goes astray: what the brief says instead, or what the option mixes up. A reason is named where it
is a bare verdict, or where it repeats the content words of the option and adds none that the stem does not have.

Source: Haladyna, Downing & Rodriguez 2002, guideline 30: a distractor stands for an error that students make, so
there is something to say of it.

Bad:

    distractors:
      - text: A loan that is agreed before a storm
        why: A storm fund is not a loan that is agreed before a storm.
      - text: A gift that lenders promise after a storm
        why: Lenders want their money back.
      - text: A wage that is paid to the ferry's crew
        why: The crew plays no part in the brief.

Good:

    distractors:
      - text: A loan that is agreed before a storm
        why: A loan has to be paid back; the fund is the island's own money.
      - text: A gift that lenders promise after a storm
        why: Lenders want their money back.
      - text: A wage that is paid to the ferry's crew
        why: The crew plays no part in the brief.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import markup
from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.grounding import is_statement
from quizgen.model import Choices, Pairs, Question
from quizgen.text import content

NAME = "why-repeats-option"
SEVERITY = Severity.WARNING

_LONGEST_VERDICT = 40
_VERDICT = {
    "en": re.compile(
        r"(?:(?:this|that|it|(?:this|the) (?:option|answer|statement)) )?(?:(?:is|was) )?(?:not |simply |just )*"
        r"(?:the |an? )?(?:wrong|incorrect|false|untrue|right|correct|true)"
        r"(?: (?:option|answer|choice|statement))?[.!]?",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(?:(?:esto|eso|est[ae] (?:opción|respuesta)|la (?:opción|respuesta)) )?(?:no )?(?:es )?(?:la )?"
        r"(?:respuesta )?(?:incorrect[ao]|correct[ao]|fals[ao]|verdader[ao]|cierto)[.!]?",
        re.IGNORECASE,
    ),
}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each reason that only repeats its option."""
    language = course.settings.language
    for question in course.current:
        for text, why, where in _reasons(question):
            if not _is_verdict(why, language) and not _repeats(why, text, question.stem, language):
                continue
            message = f"the reason “{why}” tells students nothing new: say where the option goes astray"
            yield Remark(where, message, item=question.id)


def _is_verdict(why: str, language: str) -> bool:
    return len(why) <= _LONGEST_VERDICT and _VERDICT[language].fullmatch(why) is not None


def _repeats(why: str, option: str, stem: str, language: str) -> bool:
    """Whether the reason has all content words of the option, and no other that the stem does not have."""
    if content.says_more(why, f"{stem}\n{option}", 1, language):
        return False
    said, repeated = (set(content.stems(markup.plain(text), language)) for text in (why, option))
    return bool(repeated) and repeated <= said and said <= repeated.union(content.stems(markup.plain(stem), language))


def _reasons(question: Question) -> Iterator[tuple[str, str, Location]]:
    match question.answer:
        case Choices(options=options) if not is_statement(question):
            yield from ((option.text, option.why, option.why_at) for option in options if option.why)
        case Pairs(lefts=lefts):
            yield from ((left.text, left.why, left.why_at) for left in lefts if left.why)
        case _:
            pass
