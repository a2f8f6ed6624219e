"""A figure, with its unit and how far off an answer may be.

`answer` is written with a decimal point, in any language (`2.5`, `12,500`), and shown as the course's language has it.
`tolerance` is absolute (`0.05`) or a share of the answer (`5%`); without it the figure must be exact. `unit` is shown
behind the field and need not be typed. `derived` says how a figure follows from figures in the evidence, with `+`, `-`,
`*`, `/` and parentheses: `2.5 percent * 4 million dollars`.

Example:

    - id: fees-saved-for-storms
      kind: fact
      type: numeric
      stem: What share of its harbor fees does Isla Clara save for storms?
      answer: "2.5"
      unit: percent
      tolerance: 0.1
      rationale: The council set the share in 1999 and has kept it.
      evidence:
        - passage: p2
          quote: sets aside 2.5 percent of its harbor fees
      difficulty: easy
      thinking: remember

"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema

from quizgen.items.fields import Figure, ItemFields, Reading, Source
from quizgen.model import Number, Statement
from quizgen.text import arithmetic
from quizgen.text.quantities import quantities
from quizgen.validation import Text
from quizgen.wording import figure, for_language

NAME = "numeric"

_TOLERANCE = re.compile(r"\d+(\.\d+)?\s*%?")


def _tolerance(value: object) -> object:
    if isinstance(value, str) and not _TOLERANCE.fullmatch(value.strip()):
        raise ValueError(f"must be a figure such as 0.5, or a share such as 5%, not `{value[:40]}`")
    return value


Tolerance = Annotated[
    str,
    BeforeValidator(_tolerance),
    StringConstraints(strip_whitespace=True, max_length=30),
    WithJsonSchema({"type": ["string", "number"]}),
]


def _sum(value: str) -> str:
    for operand in arithmetic.operands(arithmetic.parse(value)):
        if not re.search(r"\d", operand.text) and not any(quantities(operand.text, name) for name in ("en", "es")):
            raise ValueError(f"has `{operand.text}` where a figure should stand")
    return value


Derived = Annotated[Text, StringConstraints(max_length=arithmetic.LONGEST), AfterValidator(_sum)]


class Fields(ItemFields):
    """What a curator writes."""

    stem: Text
    answer: Figure
    unit: Text | None = None
    tolerance: Tolerance = "0"
    derived: Derived | None = None

    def reading(self, source: Source) -> Reading:
        """The figure with its tolerance made absolute."""
        text = figure(self.answer, for_language(source.language))
        number = Number(self.answer, text, self.unit, self.absolute_tolerance(), self.derived)
        said = f"{text} {self.unit}" if self.unit else text
        return Reading(number, self.stem, (Statement(said, source.at("answer")),))

    def absolute_tolerance(self) -> Decimal:
        """How far off an answer may be, in the answer's unit."""
        if self.tolerance.endswith("%"):
            return abs(self.answer) * Decimal(self.tolerance.rstrip("% ")) / 100
        return Decimal(self.tolerance)
