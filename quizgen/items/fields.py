"""The fields that every item may have, and what an item is read into."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

from quizgen.documents import Step
from quizgen.findings import Location
from quizgen.model import Answer, Difficulty, Kind, Option, Scoring, Statement, Thinking
from quizgen.validation import Date, Flag, Slug, Strict, Text

_FIGURE = re.compile(r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")


def _figure(value: object) -> object:
    if isinstance(value, str):
        if not _FIGURE.fullmatch(value.strip()) or len(value) > 30:
            raise ValueError(f"must be a figure such as 12, 1,250 or 0.5, not `{value[:40]}`")
        return Decimal(value.strip().replace(",", "").replace("−", "-"))
    return value


def _always(shuffle: bool) -> bool:
    if not shuffle:
        raise ValueError(
            "cannot be false here: the order written is the right one, so it is always shuffled; delete it"
        )
    return shuffle


Figure = Annotated[Decimal, BeforeValidator(_figure), WithJsonSchema({"type": ["string", "number"]})]
AlwaysShuffled = Annotated[Flag, AfterValidator(_always)]
"""`shuffle` where the order that a curator writes is the right one, so that to keep it would ask nothing."""

MOST = 50
"""As many entries a list of an item may have: far more than anyone asks of."""

Points = Annotated[float, Field(gt=0, le=100, multiple_of=0.5)]
Tag = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[\w][\w-]*$", max_length=60)]


class Explained(Strict):
    """An option with the reason why it is right or wrong."""

    text: Text
    why: Text


class EvidenceFields(Strict):
    """The passage that an item rests on, and the words in it that carry the answer."""

    brief: Slug | None = None
    passage: Text
    quote: Text


@dataclass(frozen=True, slots=True)
class Source:
    """What an item needs to know of the file it stands in: the place of each of its values, and the bank's language."""

    at: Callable[..., Location]
    language: str


def explained(option: Explained, correct: bool, source: Source, *path: Step) -> Option:
    """An option with its reason, each at its place."""
    return Option(option.text, correct, source.at(*path, "text"), option.why, source.at(*path, "why"))


def paired(left: str, right: str, left_where: Location, right_where: Location, where: Location) -> Statement:
    """What a pair says: that its two sides belong together."""
    return Statement(f"{left}: {right}", where, ((0, left_where), (len(left) + len(": "), right_where)))


@dataclass(frozen=True, slots=True)
class Reading:
    """What an item reads into: the answer's shape, the stem, and what the item takes to be true and to be false."""

    answer: Answer
    stem: str
    claims: tuple[Statement, ...]
    falsehoods: tuple[Statement, ...] = ()


class ItemFields(Strict):
    """The fields that items of every type may have."""

    scoring_unless_said: ClassVar[Scoring] = "all"

    id: Slug
    kind: Kind
    type: Text
    rationale: Text
    evidence: list[EvidenceFields] = Field(default_factory=list, max_length=MOST)
    difficulty: Difficulty
    thinking: Thinking
    tags: list[Tag] = Field(default_factory=list, max_length=MOST)
    points: Points = 1
    scoring: Scoring | None = None
    shuffle: Flag = True
    exam_only: Flag = False
    retired: Date | None = None
    allow: dict[str, Text] = Field(default_factory=dict)

    def reading(self, source: Source) -> Reading:
        """The answer, the stem, the claims and the falsehoods of the item."""
        raise NotImplementedError
