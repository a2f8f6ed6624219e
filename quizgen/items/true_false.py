"""Is it so? The stem is a statement; where it is false, `correction` says what is true.

Example:

    - id: storm-fund-is-a-loan
      kind: definition
      type: true-false
      stem: A storm fund, as the brief uses the term, is a loan that is agreed before a storm.
      answer: false
      correction: A storm fund is money that is set aside before a storm.
      rationale: A loan has to be paid back; a fund is the island's own money.
      evidence:
        - passage: p2
          quote: a storm fund, money that is set aside before a storm
      difficulty: easy
      thinking: understand

"""

from __future__ import annotations

from pydantic import ValidationInfo, field_validator

from quizgen import wording
from quizgen.items.fields import ItemFields, Reading, Source
from quizgen.model import Choices, Option, Statement
from quizgen.validation import Flag, Text

NAME = "true-false"


class Fields(ItemFields):
    """What a curator writes."""

    stem: Text
    answer: Flag
    correction: Text | None = None

    @field_validator("correction")
    @classmethod
    def _only_of_the_false(cls, correction: str | None, info: ValidationInfo) -> str | None:
        if correction is not None and info.data.get("answer") is True:
            raise ValueError("corrects a statement that is true: delete it, or set `answer: false`")
        return correction

    def reading(self, source: Source) -> Reading:
        """Two options that always stand as true, false; a false statement's correction is what the item claims."""
        words = wording.for_language(source.language)
        where = source.at("answer")
        options = (
            Option(words.true, self.answer, where, self.correction),
            Option(words.false, not self.answer, where),
        )
        choices = Choices(options, pinned=True)
        statement = Statement(self.stem, source.at("stem"))
        if self.answer:
            return Reading(choices, self.stem, claims=(statement,))
        claims = (Statement(self.correction, source.at("correction")),) if self.correction else ()
        return Reading(choices, self.stem, claims, falsehoods=(statement,))
