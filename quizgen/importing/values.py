"""What a reader of a format gives back: drafts of items as it found them, and what it could not read, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from quizgen.banks import MOST_ITEMS
from quizgen.findings import Location
from quizgen.model import Choices, Essay, Gaps, Left, Number, Option, Pairs, Sequence, Step, Words

NOWHERE = Location("")
"""The place of what does not stand in a bank yet."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement that is true or false, what is said to those who judge it rightly, and to those who do not."""

    true: bool
    right: str = ""
    wrong: str = ""


Asked: TypeAlias = Choices | Judged | Words | Number | Gaps | Pairs | Sequence | Essay


@dataclass(frozen=True, slots=True)
class Draft:
    """An item as a file has it, in our own markup, before it has an id of ours and before it rests on anything.

    `place` says where in the file it stands. `labels` are what the file says of its kind, difficulty and thinking;
    `told` is what it says of its evidence, `correction`
    what it says under that name. `notes` are what has no field in an item and is kept beside it; `lost` is
    what is not kept.
    """

    place: str
    stem: str
    asked: Asked
    id: str = ""
    title: str = ""
    rationale: str = ""
    points: str = "1"
    tags: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    told: str = ""
    correction: str = ""
    notes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


T = TypeVar("T")


def bounded(questions: Iterable[T]) -> Iterator[T]:
    """What of a file becomes questions; raises UnreadableError where they are more than a bank has room for."""
    for count, question in enumerate(questions):
        if count == MOST_ITEMS:
            raise UnreadableError(
                f"the file holds more than {MOST_ITEMS:,} questions, and a bank has no more: split it"
            )
        yield question


@dataclass(frozen=True, slots=True)
class Unread:
    """Something of a file that is in no draft: where it stands, what it is, and why."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}" if self.place else self.reason


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a file; `title` is what it calls itself, empty where it does not."""

    drafts: tuple[Draft, ...] = ()
    unread: tuple[Unread, ...] = ()
    title: str = ""


class UnreadableError(Exception):
    """A question, or a whole file, that cannot be read; the message says why."""


def option(text: str, correct: bool, why: str = "") -> Option:
    """What may be picked."""
    return Option(text, correct, NOWHERE, why or None)


def left(text: str, right: int, why: str = "") -> Left:
    """An entry that belongs to one on the right, by its index."""
    return Left(text, right, NOWHERE, why or None)


def sequence(steps: list[str]) -> Sequence:
    """Steps in their right order; raises UnreadableError where there are too few to put in order."""
    if len(steps) < _FEWEST_STEPS:
        raise UnreadableError(f"an order of {len(steps)} steps: it needs {_FEWEST_STEPS}")
    return Sequence(tuple(Step(text, NOWHERE) for text in steps), tuple(range(len(steps))))


_FEWEST_STEPS, _FEWEST_PAIRS = 3, 2


def pairs(matched: list[tuple[str, str]], extras: list[str]) -> Pairs:
    """Entries with their partners, each partner once; raises UnreadableError where there are too few."""
    if len(matched) < _FEWEST_PAIRS:
        raise UnreadableError(f"{len(matched)} pairs to match: it needs {_FEWEST_PAIRS}")
    if any(not one.strip() or not other.strip() for one, other in matched):
        raise UnreadableError("a pair to match of which one side is empty")
    rights = tuple(dict.fromkeys((*(right for _, right in matched), *filter(None, extras))))
    return Pairs(tuple(left(text, rights.index(right)) for text, right in matched), rights)
