"""Put in sequence: `steps` are written in their right order and shown shuffled.

Each step in its right place earns its share of the points, unless `scoring: all`.

Example:

    - id: from-storm-to-fund
      kind: fact
      type: order
      stem: In what order did these come about on Isla Clara?
      steps:
        - A storm took the ferry pier
        - The council set up a storm fund
        - The island waited for a loan
      rationale: The fund of 1999 followed the storm by a year; the loan of 2007 came when the fund was still small.
      evidence:
        - passage: p2
          quote: In 1999, a year after a storm had taken the pier
        - passage: p3
          quote: In 2007 the island waited eleven weeks for a loan
      difficulty: medium
      thinking: understand

"""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from quizgen.items.fields import MOST, AlwaysShuffled, ItemFields, Reading, Source
from quizgen.model import Scoring, Sequence, Statement, Step
from quizgen.validation import Text

NAME = "order"


class Fields(ItemFields):
    """What a curator writes."""

    scoring_unless_said: ClassVar[Scoring] = "each"

    stem: Text
    shuffle: AlwaysShuffled = True
    steps: list[Text] = Field(min_length=3, max_length=MOST)

    def reading(self, source: Source) -> Reading:
        """The steps in their right order."""
        steps = tuple(Step(text, source.at("steps", index)) for index, text in enumerate(self.steps))
        claims = tuple(Statement(step.text, step.where) for step in steps)
        return Reading(Sequence(steps, tuple(range(len(steps)))), self.stem, claims)
