"""A term and its definition, asked both ways where the format can: two cards in Anki.

The definition must not hold the term. `accept` lists other forms of the term.

Example:

    - id: term-storm-fund
      kind: definition
      type: term
      term: Storm fund
      definition: Money that is set aside before a storm so that repairs can begin at once
      accept: [fund for storms]
      rationale: The brief sets it apart from a loan, which comes after the storm.
      evidence:
        - passage: p2
          quote: a storm fund, money that is set aside before a storm
      difficulty: easy
      thinking: remember

"""

from __future__ import annotations

from pydantic import Field

from quizgen.items.fields import MOST, ItemFields, Reading, Source
from quizgen.model import Statement, Words
from quizgen.text.folding import distinct
from quizgen.validation import Text

NAME = "term"


class Fields(ItemFields):
    """What a curator writes."""

    term: Text
    definition: Text
    accept: list[Text] = Field(default_factory=list, max_length=MOST)

    def reading(self, source: Source) -> Reading:
        """The definition as the stem, the term and its other forms as what is accepted."""
        claims = (Statement(self.term, source.at("term")), Statement(self.definition, source.at("definition")))
        return Reading(Words(distinct((self.term, *self.accept)), reverse=True), self.definition, claims)
