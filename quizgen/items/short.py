"""A word or phrase. What is typed counts without regard to case, accents or typography; `accept` lists other forms.

Example:

    - id: who-proposed-the-storm-fund
      kind: fact
      type: short
      stem: Who proposed Isla Clara's storm fund?
      answer: Lucía Ibarra
      accept: [Ibarra, Mayor Ibarra]
      rationale: She proposed it as mayor, a year after the storm of 1998.
      evidence:
        - passage: p2
          quote: Mayor Lucía Ibarra proposed
      difficulty: easy
      thinking: remember

"""

from __future__ import annotations

from pydantic import Field

from quizgen.items.fields import MOST, ItemFields, Reading, Source
from quizgen.model import Statement, Words
from quizgen.text.folding import distinct
from quizgen.validation import Text

NAME = "short"


class Fields(ItemFields):
    """What a curator writes."""

    stem: Text
    answer: Text
    accept: list[Text] = Field(default_factory=list, max_length=MOST)

    def reading(self, source: Source) -> Reading:
        """The accepted answers, the one to show first."""
        accepted = distinct((self.answer, *self.accept))
        return Reading(Words(accepted), self.stem, (Statement(self.answer, source.at("answer")),))
