"""The reason given with an option says more than the option.

Students read it because they picked that option, or nearly did. “That is wrong” and the option's own words tell them
nothing; say where it goes astray: what the brief says instead, or what the option mixes up. A reason is named where all
its content words are the option's, the stem's, or words such as “wrong” and “correct”.

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

from collections.abc import Iterator

from quizgen import markup
from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.grounding import is_statement
from quizgen.model import Choices, Pairs, Question
from quizgen.text import content

NAME = "why-repeats-option"
SEVERITY = Severity.WARNING

_VERDICTS = {
    "en": "wrong incorrect false untrue right correct true answer option choice distractor",
    "es": "incorrecto incorrecta falso falsa correcto correcta verdadero cierto respuesta opción",
}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each reason that only repeats its option."""
    language = course.settings.language
    for question in course.current:
        for text, why, where in _reasons(question):
            said_before = f"{question.stem}\n{text}\n{_VERDICTS[language]}"
            if content.says_more(why, said_before, 1, language):
                continue
            if set(content.stems(markup.plain(why), language)).issubset(
                content.stems(markup.plain(said_before), language)
            ):
                message = f"the reason “{why}” tells students nothing new: say where the option goes astray"
                yield Remark(where, message, item=question.id)


def _reasons(question: Question) -> Iterator[tuple[str, str, Location]]:
    match question.answer:
        case Choices(options=options) if not is_statement(question):
            yield from ((option.text, option.why, option.where) for option in options if option.why)
        case Pairs(lefts=lefts):
            yield from ((left.text, left.why, left.where) for left in lefts if left.why)
        case _:
            pass
