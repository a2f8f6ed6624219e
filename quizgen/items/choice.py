"""One best answer among distractors.

The options are shuffled on every form and at every new start. Options that are all figures of one kind stand in order
instead. `shuffle: false` keeps the order written here, with the answer at `position` (1 unless said). Every distractor
says why it is wrong: students read it. In a negative stem, `Which of these is *not* …`, the answer is what is false.

Example:

    - id: why-a-storm-fund
      kind: argument
      type: choice
      stem: Why, according to Ibarra, should Isla Clara save before a storm rather than borrow after it?
      answer: Because repairs can begin without waiting for a lender
      distractors:
        - text: Because lenders refuse to deal with small islands
          why: Ibarra says that lenders take long to agree, not that they refuse.
        - text: Because the council may not sign for loans
          why: The council signed for the loan of 2007.
        - text: Because saving earns the island more interest
          why: Interest plays no part in the argument; time does.
      rationale: The argument is about time; a lender's answer took eleven weeks in 2007.
      evidence:
        - passage: p3
          quote: repairs can begin the next morning instead of waiting for a lender
      difficulty: medium
      thinking: understand

"""

from __future__ import annotations

import re

from pydantic import Field, ValidationInfo, field_validator

from quizgen.items.fields import MOST, Explained, ItemFields, Reading, Source, explained
from quizgen.model import Choices, Option, Statement
from quizgen.text.figures import ascending
from quizgen.validation import Text

NAME = "choice"

_NEGATIVES = "not|except|least|no|excepto|salvo"
_EMPHASISED = re.compile(rf"\*(?:{_NEGATIVES})\*|\b(?:{_NEGATIVES})\b", re.IGNORECASE)
_EMPHASIS = ("*", "NO", "EXCEPT", "LEAST", "SALVO")
# What may stand behind the question itself: “Which?”, “Choose one.”, “(One answer.)”.
_BEHIND_QUESTION = re.compile(
    r"(?<=[.!?])\s+(?:\([^)*]*\)"
    r"|(?:which|cuál)(?: (?:one|ones|is it|are they|of them|es))?\?"
    r"|(?:choose|pick|select|find|mark|tick|elige|elija|marca|marque) (?:it|(?:only |just )?one|una?)"
    r"(?: answer| option| only| respuesta| opción)?[.!]?)$",
    re.IGNORECASE,
)
_FOR_A_REASON = re.compile(r"\W*(?:why|how come|por qué)\b", re.IGNORECASE)


class Fields(ItemFields):
    """What a curator writes."""

    stem: Text
    answer: Text
    distractors: list[Explained] = Field(min_length=1, max_length=MOST)
    position: int | None = Field(default=None, ge=1)

    @field_validator("position")
    @classmethod
    def _is_a_place(cls, position: int | None, info: ValidationInfo) -> int | None:
        if position is not None and info.data.get("shuffle", True):
            raise ValueError("says where the key stands, so it needs `shuffle: false` beside it")
        options = len(info.data.get("distractors", ())) + 1
        if position is not None and "distractors" in info.data and position > options:
            raise ValueError(f"is {position}, but there are {options} options")
        return position

    def reading(self, source: Source) -> Reading:
        """The key among its distractors."""
        key = Option(self.answer, True, source.at("answer"))
        wrong = [
            explained(distractor, False, source, "distractors", index)
            for index, distractor in enumerate(self.distractors)
        ]
        place = (self.position or 1) - 1
        options = (*wrong[:place], key, *wrong[place:])
        in_order = ascending([option.text for option in options], source.language)
        if in_order and self.shuffle:
            options = tuple(options[index] for index in in_order)
        claims: tuple[Statement, ...] = (Statement(key.text, key.where),)
        falsehoods = tuple(Statement(option.text, option.where) for option in wrong)
        if is_negative(self.stem):
            claims, falsehoods = falsehoods, claims
        return Reading(Choices(options, pinned=bool(in_order) or not self.shuffle), self.stem, claims, falsehoods)


def is_negative(stem: str) -> bool:
    """Whether a stem asks for what is false: its last sentence has an emphasised `*not*`, `NOT`, `*except*` ….

    A question for the reason why something is *not* so has a true answer. “Which?” and “Choose one.” are no sentence of
    their own here.
    """
    if not any(sign in stem for sign in _EMPHASIS):  # nearly always, and quick
        return False
    last = re.split(r"(?<=[.!?])\s+", _BEHIND_QUESTION.sub("", stem.strip()))[-1]
    if _FOR_A_REASON.match(last):
        return False
    return any(match.group().isupper() or "*" in match.group() for match in _EMPHASISED.finditer(last))
