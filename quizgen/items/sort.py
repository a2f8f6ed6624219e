"""Each under its heading: entries that belong to one of a few groups.

Entries are shuffled, unless `shuffle: false`; headings keep their order. Each entry earns its share of the points,
unless `scoring: all`.

Example:

    - id: fund-or-loan
      kind: definition
      type: sort
      stem: Does each of these belong to a storm fund or to a loan, as the brief describes them?
      groups:
        - heading: Storm fund
          entries:
            - text: Money set aside before a storm
              why: Setting aside comes first; that is what makes it a fund.
            - text: Repairs begin the next morning
              why: The money is there already.
        - heading: Loan
          entries:
            - text: Eleven weeks of waiting
              why: So long it took in 2007.
      rationale: A fund comes before the storm, a loan after it.
      evidence:
        - passage: p2
          quote: a storm fund, money that is set aside before a storm
        - passage: p3
          quote: In 2007 the island waited eleven weeks for a loan
      difficulty: medium
      thinking: understand

"""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from quizgen.documents import Step
from quizgen.items.fields import MOST, ItemFields, Reading, Source, paired
from quizgen.model import Left, Pairs, Scoring
from quizgen.validation import Strict, Text

NAME = "sort"


class Entry(Strict):
    """What belongs under a heading, and why."""

    text: Text
    why: Text | None = None


class Group(Strict):
    """A heading and what belongs under it."""

    heading: Text
    entries: list[Entry] = Field(min_length=1, max_length=MOST)


class Fields(ItemFields):
    """What a curator writes."""

    scoring_unless_said: ClassVar[Scoring] = "each"

    stem: Text
    groups: list[Group] = Field(min_length=2, max_length=MOST)

    def reading(self, source: Source) -> Reading:
        """Entries that point at their headings."""
        lefts = tuple(
            _left(entry, heading, source, "groups", heading, "entries", index)
            for heading, group in enumerate(self.groups)
            for index, entry in enumerate(group.entries)
        )
        headings = tuple(group.heading for group in self.groups)
        places = tuple(source.at("groups", index, "heading") for index in range(len(headings)))
        claims = tuple(
            paired(headings[left.right], left.text, places[left.right], left.where, left.where) for left in lefts
        )
        pairs = Pairs(lefts, headings, headings=True, pinned=not self.shuffle, rights_where=places)
        return Reading(pairs, self.stem, claims)


def _left(entry: Entry, heading: int, source: Source, *path: Step) -> Left:
    why_where = source.at(*path, "why") if entry.why else None
    return Left(entry.text, heading, source.at(*path, "text"), entry.why, why_where)
