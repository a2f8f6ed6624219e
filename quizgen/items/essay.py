"""Argue at length: a model answer, and a rubric whose points add up to the item's.

`lines` is how many are left on paper (15 unless said). On a screen students mark themselves by the rubric.

Example:

    - id: argue-for-the-fund
      kind: argument
      type: essay
      stem: Explain why Ibarra prefers saving before a storm to borrowing after it, and weigh her reasons.
      model_answer: >-
        Ibarra argues from time: with a fund repairs can begin the next morning, while in 2007 a loan took eleven weeks.
        She admits what it costs, since fees that are saved cannot mend roads in a calm year. The argument is strong
        where storms come often; where they are rare, the price of money that lies idle weighs more.
      rubric:
        - criterion: Gives the argument from time with the example of 2007
          points: 2
        - criterion: Weighs it against what the fund costs in calm years
          points: 1
      points: 3
      lines: 12
      rationale: The brief names both the gain in time and the price in calm years.
      evidence:
        - passage: p3
          quote: repairs can begin the next morning instead of waiting for a lender
        - passage: p4
          quote: money that is saved cannot mend the coast road in a calm year
        - passage: p1
          quote: every few years a storm takes the pier away
      difficulty: hard
      thinking: evaluate

"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from quizgen import wording
from quizgen.items.fields import MOST, ItemFields, Points, Reading, Source
from quizgen.model import Criterion, Essay, Statement
from quizgen.validation import Strict, Text

NAME = "essay"


class CriterionFields(Strict):
    """What earns points, and how many."""

    criterion: Text
    points: Points


class Fields(ItemFields):
    """What a curator writes."""

    stem: Text
    model_answer: Text
    rubric: list[CriterionFields] = Field(min_length=1, max_length=MOST)
    lines: Annotated[int, Field(ge=1, le=120)] = 15

    @field_validator("rubric")
    @classmethod
    def _adds_up(cls, rubric: list[CriterionFields], info: ValidationInfo) -> list[CriterionFields]:
        points, total = info.data.get("points"), sum(criterion.points for criterion in rubric)
        if points is not None and total != points:
            raise ValueError(
                f"adds up to {wording.amount(total)}, but the item's `points` are {wording.amount(points)}: "
                f"write `points: {wording.amount(total)}`, or give the criteria other points"
            )
        return rubric

    def reading(self, source: Source) -> Reading:
        """The model answer with its rubric."""
        rubric = tuple(Criterion(criterion.criterion, criterion.points) for criterion in self.rubric)
        essay = Essay(self.model_answer, rubric, self.lines)
        return Reading(essay, self.stem, (Statement(self.model_answer, source.at("model_answer")),))
