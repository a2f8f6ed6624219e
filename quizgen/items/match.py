"""Pair the columns: each entry on the left has its partner on the right. `extra` adds partners that match nothing.

The right column is always shuffled. Each pair earns its share of the points, unless `scoring: all`.

Example:

    - id: storms-and-their-years
      kind: fact
      type: match
      stem: Match each year with what happened in it on Isla Clara.
      pairs:
        - left: "1998"
          right: A storm took the pier
        - left: "1999"
          right: The council set up the fund
        - left: "2007"
          right: The island waited for a loan
      extra: [The ferry was sold]
      rationale: The fund came a year after the storm that took the pier.
      evidence:
        - passage: p1
          quote: every few years a storm takes the pier away, as in 1998
        - passage: p2
          quote: In 1999, a year after a storm had taken the pier
        - passage: p3
          quote: In 2007 the island waited eleven weeks for a loan
      difficulty: medium
      thinking: remember

"""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, ValidationInfo, field_validator

from quizgen.items.fields import MOST, AlwaysShuffled, ItemFields, Reading, Source, paired
from quizgen.model import Left, Pairs, Scoring
from quizgen.validation import Strict, Text

NAME = "match"


class Pair(Strict):
    """An entry and its partner."""

    left: Text
    right: Text


class Fields(ItemFields):
    """What a curator writes."""

    scoring_unless_said: ClassVar[Scoring] = "each"

    stem: Text
    shuffle: AlwaysShuffled = True
    pairs: list[Pair] = Field(min_length=2, max_length=MOST)
    extra: list[Text] = Field(default_factory=list, max_length=MOST)

    @field_validator("extra")
    @classmethod
    def _match_nothing(cls, extra: list[str], info: ValidationInfo) -> list[str]:
        partners = {pair.right for pair in info.data.get("pairs", ())}
        for index, text in enumerate(extra):
            if text in partners:
                raise ValueError(f"has `{text}`, which is a partner: an extra matches nothing; delete it")
            if text in extra[:index]:
                raise ValueError(f"has `{text}` twice: keep one of the two")
        return extra

    def reading(self, source: Source) -> Reading:
        """Left entries that point at their partners; a partner that stands twice is one, for both."""
        rights = tuple(dict.fromkeys((*(pair.right for pair in self.pairs), *self.extra)))
        lefts = tuple(
            Left(pair.left, rights.index(pair.right), source.at("pairs", index, "left"))
            for index, pair in enumerate(self.pairs)
        )
        partners = [source.at("pairs", index, "right") for index in range(len(self.pairs))]
        extras = [source.at("extra", index) for index in range(len(self.extra))]
        claims = tuple(
            paired(pair.left, pair.right, left.where, where, where)
            for pair, left, where in zip(self.pairs, lefts, partners, strict=True)
        )
        written = zip((*(pair.right for pair in self.pairs), *self.extra), (*partners, *extras), strict=True)
        places = dict(reversed(tuple(written)))
        return Reading(Pairs(lefts, rights, rights_where=tuple(places[right] for right in rights)), self.stem, claims)
