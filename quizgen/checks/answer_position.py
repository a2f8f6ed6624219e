"""The keys of choices in fixed order are spread over the places, so that none is worth a guess.

It counts the choices whose options are not shuffled: those with `shuffle: false`, and those whose options are figures
and stand in order. (What is shuffled has its key anywhere, and true-or-false has a rule of its own.) A bank is named
where one place holds half as many keys again as chance would give it, and chance would seldom do that: a binomial
test, with as many tries as there are places, below 1 in 100. Five keys of five at A are enough, of four options each.

With figures the cure is another set of distractors: some larger than the key in one item, some smaller in another.

It does not see a place that the key never takes. Source: Haladyna, Downing and Rodriguez 2002, guideline 20.

Bad, ten of each:

    stem: What does the brief name first to pay for the {this}?
    answer: Money that is set aside before a storm
    distractors:
      - text: A gift that lenders make after a storm is over
        why: Lenders ask for their money back.
      - text: A tax that every shop has to pay
        why: The fees of the harbor are the source.
      - text: A rise in what the ferry charges
        why: Fares play no part in the brief.
    shuffle: false

Good, five of each:

    - stem: What does the brief name first to pay for the {this}?
      answer: Money that is set aside before a storm
      distractors:
        - text: A gift that lenders make after a storm is over
          why: Lenders ask for their money back.
        - text: A tax that every shop has to pay
          why: The fees of the harbor are the source.
        - text: A rise in what the ferry charges
          why: Fares play no part in the brief.
      shuffle: false
    - stem: Which way to pay for the {this} is slower?
      answer: Borrowing after a storm
      distractors:
        - text: Insuring what stands by the sea
          why: Rey would insure the pier; this is weighed in other passages.
        - text: A rise in what the ferry asks
          why: Fares play no part in the brief.
        - text: Waiting for a calm year
          why: That is when money lies idle.
      shuffle: false
      position: 3
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.balance import at_least, said
from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import is_statement
from quizgen.model import Bank, Choices, letters

NAME = "answer-position"
SEVERITY = Severity.WARNING

_RARE = 0.01
_EXCESS = 1.5


def check(course: Course) -> Iterator[Remark]:
    """Complain of each bank whose fixed keys crowd at one place."""
    for bank in course.banks:
        keys = list(_fixed_keys(bank))
        places = max((options for _, options in keys), default=0)
        if any(_crowded(place, keys, places) for place in range(places)):
            counts = {name: sum(at == place for at, _ in keys) for place, name in enumerate(letters(places))}
            message = (
                f"of {len(keys)} choices in fixed order the key stands at {said(counts)}: move some keys "
                "(`position:`), let the options be shuffled, or choose other figures as distractors"
            )
            yield Remark(bank.where, message)


def _fixed_keys(bank: Bank) -> Iterator[tuple[int, int]]:
    """The place of the key, from 0, and the number of options, of each choice that is not shuffled."""
    for question in bank.current:
        answer = question.answer
        if isinstance(answer, Choices) and answer.pinned and not answer.multiple and not is_statement(question):
            yield next(place for place, option in enumerate(answer.options) if option.correct), len(answer.options)


def _crowded(place: int, keys: list[tuple[int, int]], places: int) -> bool:
    """Whether more keys stand at a place than chance would put there, once in a hundred banks at most."""
    chances = [1 / options for _, options in keys if place < options]
    count = sum(at == place for at, _ in keys)
    return count >= _EXCESS * sum(chances) and at_least(count, chances) * places < _RARE
