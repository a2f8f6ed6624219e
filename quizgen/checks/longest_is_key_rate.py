"""In a bank the key is the longest option, or the shortest, no more often than chance would have it.

Writers qualify the right option until nobody can object, and the wrong ones stay short; whoever has seen that needs no
brief. One item tells nothing, so the bank is counted: the items with one best answer in which the key alone is the
longest (or the shortest, which comes of mending that too hard), against one in two for two options, one in four for
four. It speaks of ten items or more, where the count is a quarter above chance, and chance would give as many once in
a hundred banks at most (a one-sided binomial test). The items named are those whose key sticks out most: mend them
first.

Length is in letters, as it shows on the page. Options that are figures in order and true-or-false are left out.
Source: Haladyna, Downing and Rodriguez 2002, guideline 24.

Bad, ten of each:

    stem: What does the brief name first to pay for the {this}?
    answer: Money that is set aside before a storm
    distractors:
      - text: A gift that lenders make after one
        why: Lenders ask for their money back.
      - text: A tax that every shop has to pay
        why: The fees of the harbor are the source.

Good, five of each:

    - stem: What does the brief name first to pay for the {this}?
      answer: Money that is set aside before a storm
      distractors:
        - text: A gift that lenders make after one
          why: Lenders ask for their money back.
        - text: A tax that every shop has to pay
          why: The fees of the harbor are the source.
    - stem: Which way to pay for the {this} is slower?
      answer: Borrowing after a storm
      distractors:
        - text: Insuring what stands by the sea
          why: Rey would insure the pier; this is weighed in other passages.
        - text: Asking more for the ferry
          why: Fares play no part in the brief.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.balance import at_least
from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import is_statement
from quizgen.markup import plain
from quizgen.model import Bank, Choices
from quizgen.text.figures import ascending

NAME = "longest-is-key-rate"
SEVERITY = Severity.WARNING

_FEWEST = 10
_RARE = 0.01
_EXCESS = 1.25
_NAMED = 3


@dataclass(frozen=True, slots=True)
class _Lengths:
    """How long the key of an item is, and the longest and the shortest of its distractors."""

    item: str
    options: int
    key: int
    longest: int
    shortest: int


def check(course: Course) -> Iterator[Remark]:
    """Complain of each bank whose keys give themselves away by their length."""
    for bank in course.banks:
        measured = list(_lengths(bank))
        if len(measured) < _FEWEST:
            continue
        longer = {it.item: it.key / it.longest for it in measured if it.key > it.longest}
        shorter = {it.item: it.shortest / it.key for it in measured if it.key < it.shortest}
        for extreme, cure, found in (("longest", "shorten", longer), ("shortest", "add to", shorter)):
            yield from _remarks(bank, measured, extreme, cure, found)


def _lengths(bank: Bank) -> Iterator[_Lengths]:
    """The lengths of each item of a bank with one best answer among options that are words."""
    for question in bank.current:
        answer = question.answer
        if not isinstance(answer, Choices) or answer.multiple or is_statement(question):
            continue
        if answer.pinned and ascending([option.text for option in answer.options]):
            continue
        wrong = [len(plain(option.text)) for option in answer.options if not option.correct]
        key = next(len(plain(option.text)) for option in answer.options if option.correct)
        yield _Lengths(question.id, len(answer.options), key, max(wrong), min(wrong))


def _remarks(
    bank: Bank, measured: list[_Lengths], extreme: str, cure: str, excess: dict[str, float]
) -> Iterator[Remark]:
    """A remark where the key is at one extreme too often; `excess` says for these items how far it sticks out."""
    chances = [1 / it.options for it in measured]
    expected = sum(chances)
    if len(excess) < _EXCESS * expected or at_least(len(excess), chances) >= _RARE:
        return
    worst = sorted(excess, key=lambda item: -excess[item])[:_NAMED]
    message = (
        f"the key is the {extreme} option in {len(excess)} of {len(measured)} items with one best answer, where chance "
        f"gives about {expected:.0f}: {cure} the key or change its distractors, first in "
        f"{', '.join(f'`{item}`' for item in worst)}"
    )
    yield Remark(bank.where, message)
