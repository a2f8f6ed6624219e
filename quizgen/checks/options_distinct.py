"""No two options of an item say the same.

Options are compared without regard to case, accents, spaces and punctuation. The same holds for the entries of a sort,
the left entries of a match, its partners among each other, the steps of an order, and the criteria of a rubric.

Bad:

    distractors:
      - text: A loan agreed before a storm
        why: A loan must be paid back.
      - text: A Loan, agreed before a storm
        why: The fund is the island's own.

Good:

    distractors:
      - text: A loan agreed before a storm
        why: A loan must be paid back.
      - text: A gift agreed after a storm
        why: The fund is the island's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from typing_extensions import assert_never

from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.model import Answer, Choices, Essay, Gaps, Number, Pairs, Sequence, Words
from quizgen.text import folding

NAME = "options-distinct"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain of the second of two options that are the same."""
    for question in course.questions:
        for texts in _lists(question.answer, question.where):
            yield from _repeated(texts, question.id)


def _lists(answer: Answer, where: Location) -> Iterator[list[tuple[str, Location]]]:
    """The texts of an answer that must differ from each other."""
    match answer:
        case Choices(options=options):
            yield [(option.text, option.where) for option in options]
        case Pairs(lefts=lefts, rights=rights):
            yield [(left.text, left.where) for left in lefts]
            yield [(right, where) for right in rights]
        case Sequence(steps=steps):
            yield [(step.text, step.where) for step in steps]
        case Essay(rubric=rubric):
            yield [(criterion.text, where) for criterion in rubric]
        case Words() | Number() | Gaps():
            return
        case _:
            assert_never(answer)


_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")


def _repeated(texts: Iterable[tuple[str, Location]], item: str) -> Iterator[Remark]:
    first: dict[str, str] = {}
    for text, where in texts:
        # an option of signs alone, such as “+” or “€”, folds to nothing and is compared as it is
        folded = folding.words(_BETWEEN_LETTERS.sub(" ", folding.typography(text))) or text.strip()
        if folded in first:
            yield Remark(where, f"“{text}” says the same as “{first[folded]}”: keep one of the two", item=item)
        first.setdefault(folded, text)
