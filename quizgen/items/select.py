"""All that apply: several right options among distractors. `shuffle: false` keeps the order written here.

Each right option earns its share of the points, and each wrong one ticked takes one away, unless `scoring: all`. Every
option says why it is right or wrong.

Example:

    - id: what-the-storm-fund-pays
      kind: fact
      type: select
      stem: Which repairs does Isla Clara's storm fund pay for?
      answers:
        - text: The school's roof
          why: Public roofs come first in the council's list.
        - text: The ferry pier
          why: The pier is on the list, since food comes in over it.
      distractors:
        - text: Private boats
          why: Owners insure their boats themselves.
      rationale: The fund is for public works; what private owners have is theirs to insure.
      evidence:
        - passage: p2
          quote: pays for public roofs, the ferry pier and the coast road, and for nothing private
      difficulty: easy
      thinking: remember

"""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from quizgen.items.fields import MOST, Explained, ItemFields, Reading, Source, explained
from quizgen.model import Choices, Option, Scoring, Statement
from quizgen.text.figures import ascending
from quizgen.validation import Text

NAME = "select"


class Fields(ItemFields):
    """What a curator writes."""

    scoring_unless_said: ClassVar[Scoring] = "each"

    stem: Text
    answers: list[Explained] = Field(min_length=1, max_length=MOST)
    distractors: list[Explained] = Field(min_length=1, max_length=MOST)

    def reading(self, source: Source) -> Reading:
        """The right options, then the wrong ones; figures in order."""
        options = (*_options(self.answers, True, source), *_options(self.distractors, False, source))
        in_order = ascending([option.text for option in options], source.language)
        if in_order and self.shuffle:
            options = tuple(options[index] for index in in_order)
        return Reading(
            Choices(options, multiple=True, pinned=bool(in_order) or not self.shuffle),
            self.stem,
            claims=tuple(Statement(option.text, option.where) for option in options if option.correct),
            falsehoods=tuple(Statement(option.text, option.where) for option in options if not option.correct),
        )


def _options(written: list[Explained], correct: bool, source: Source) -> tuple[Option, ...]:
    field = "answers" if correct else "distractors"
    return tuple(explained(option, correct, source, field, index) for index, option in enumerate(written))
