r"""Fill the blanks. In `text`, a blank is `{{answer}}`, `{{answer|also right}}` or `{{answer::hint}}`.

Each blank earns its share of the points, unless `scoring: all`. Braces that are meant as text are written `\{{`. Begin
the text with a word, or put it in quotation marks: YAML takes a brace at the beginning for its own.

Example:

    - id: storms-and-weeks
      kind: fact
      type: cloze
      text: In {{2007::a year}} the island waited {{eleven|11}} weeks for a loan.
      rationale: The wait of 2007 is the brief's main example.
      evidence:
        - passage: p3
          quote: In 2007 the island waited eleven weeks for a loan
      difficulty: medium
      thinking: remember

"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from pydantic import field_validator

from quizgen.items.fields import ItemFields, Reading, Source
from quizgen.model import Blank, Gaps, Scoring, Statement
from quizgen.text.folding import distinct
from quizgen.validation import Text

NAME = "cloze"

_BLANK = re.compile(r"(?<!\\)\{\{(.*?)\}\}", re.DOTALL)


class Fields(ItemFields):
    """What a curator writes."""

    scoring_unless_said: ClassVar[Scoring] = "each"

    text: Text

    @field_validator("text")
    @classmethod
    def _has_blanks(cls, text: str) -> str:
        parts = tuple(_parts(text))
        outside = "".join(part for part in parts if isinstance(part, str)).replace(r"\{{", "")
        answers = [answer for blank in Gaps(parts).blanks for answer in blank.accepted]
        hints = [blank.hint or "" for blank in Gaps(parts).blanks]
        # a blank that is not closed goes on to the end of the next, and would take what stands between for its hint
        if "{{" in outside or any("{{" in inside for inside in (*answers, *hints)):
            raise ValueError(r"has `{{` without its `}}`: close the blank, or write `\{{` for braces")
        if "}}" in outside and r"\{{" not in text:
            raise ValueError("has `}}` without its `{{`: open the blank with two braces, or delete them")
        if not answers:
            raise ValueError("has no blank: put double braces round the words to leave out, `{{so}}`")
        if not all(answers):
            raise ValueError("has a blank without an answer: write what belongs there between the braces")
        return text

    def reading(self, source: Source) -> Reading:
        """The text in parts; with its blanks filled it is what the item claims."""
        parts = tuple(part.replace(r"\{{", "{{") if isinstance(part, str) else part for part in _parts(self.text))
        filled = "".join(part if isinstance(part, str) else part.accepted[0] for part in parts)
        return Reading(Gaps(parts), "", (Statement(filled, source.at("text")),))


def _parts(text: str) -> Iterator[str | Blank]:
    end = 0
    for match in _BLANK.finditer(text):
        if match.start() > end:
            yield text[end : match.start()]
        answers, _, hint = match.group(1).partition("::")
        yield Blank(distinct(answer.strip() for answer in answers.split("|")), hint.strip() or None)
        end = match.end()
    if end < len(text):
        yield text[end:]
