"""Options do not all begin with the same words.

What every option repeats belongs into the stem, once: students then compare what differs. Four words and more count,
and names do not: four titles of one series begin alike. A verb and its subject, such as “The fund is”, may stand.

Source: Haladyna, Downing & Rodriguez 2002, guidelines 13 and 15, minimise reading and the central idea in the stem.

Bad:

    answer: It is money that is set aside before a storm
    distractors:
      - text: It is money that is lent after a storm
        why: A loan is what the fund is compared with.
      - text: It is money that is paid by an insurer
        why: Insurance is what Rey prefers.
      - text: It is money that is raised from fares
        why: The brief speaks of harbor fees.

Good:

    answer: Money set aside before a storm
    distractors:
      - text: Money lent after a storm
        why: A loan is what the fund is compared with.
      - text: Money paid by an insurer
        why: Insurance is what Rey prefers.
      - text: Money raised from fares
        why: The brief speaks of harbor fees.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import is_statement
from quizgen.model import Choices, Option

NAME = "repeated-words-in-options"
SEVERITY = Severity.WARNING

_FEWEST_OPTIONS = 3
_FEWEST_WORDS = 4


def check(course: Course) -> Iterator[Remark]:
    """Complain of options that all begin with the same four words or more."""
    for question in course.current:
        if not isinstance(question.answer, Choices) or is_statement(question):
            continue
        shared = _shared_beginning(question.answer.options)
        if shared:
            message = f"all options begin with “{shared}”: say it once, in the stem"
            yield Remark(question.answer.options[0].where, message, item=question.id)


def _shared_beginning(options: tuple[Option, ...]) -> str | None:
    """The words that all options begin with, where they are many and no name."""
    if len(options) < _FEWEST_OPTIONS or len({option.text[:3].casefold() for option in options}) > 1:
        return None
    texts = [option.text.split() for option in options]
    shared = 0
    while all(len(words) > shared + 1 for words in texts) and len({w[shared].casefold() for w in texts}) == 1:
        shared += 1
    beginning = texts[0][:shared]
    named = any(word[:1].isupper() for word in beginning[1:])
    return " ".join(beginning) if shared >= _FEWEST_WORDS and not named else None
