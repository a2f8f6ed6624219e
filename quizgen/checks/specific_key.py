"""The key is not the only option with a remark in parentheses.

Writers make the key exact, and students have learned to pick what is exact. Give the distractors remarks of their own,
or move this one into the rationale. Short keys are passed over, since a remark may belong to a name, and so are
abbreviations and figures in parentheses. A figure in the key alone is a cue as well, but as often it is what is asked.

Source: Haladyna, Downing and Rodriguez (2002), guidelines 23 and 28d (no conspicuous key).

Bad:

    answer: Money (a share of harbor fees) that is set aside
    distractors:
      - text: A loan that is agreed with a lender after a storm
        why: A loan comes after the storm.
      - text: A gift that the mainland sends to the council
        why: The fund is the island's own.
      - text: A tax that passengers of the ferry have to pay
        why: The money comes from harbor fees.
    evidence:
      - passage: p2
        quote: sets aside 2.5 percent of its harbor fees

Good:

    answer: Money that is set aside before a storm
    distractors:
      - text: A loan that is agreed after a storm
        why: A loan comes after the storm.
      - text: A gift that the mainland sends
        why: The fund is the island's own.
      - text: A tax that ferry passengers pay
        why: The money comes from harbor fees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.options import offers

NAME = "specific-key"
SEVERITY = Severity.WARNING

_REMARK = re.compile(r"(?<!\S)\([^()]*[^\W\d_]{2}[^()]*\)")
_ABBREVIATION = re.compile(r"\((?:[^\W\d_a-z]+s?|[\d\s–-]+)\)")
_LONG = 6  # words


def check(course: Course) -> Iterator[Remark]:
    """Complain of each key that alone has such a remark."""
    for offer in offers(course):
        if len(offer.keys) != 1 or "(" not in offer.keys[0].text:
            continue
        key = offer.keys[0]
        remark = _REMARK.search(key.text)
        if remark is None or _ABBREVIATION.fullmatch(remark.group()) or len(key.text.split()) < _LONG:
            continue
        if not any("(" in option.text for option in offer.distractors):
            message = (
                f"the key alone has a remark in parentheses, “{remark.group()}”, and looks exact: give the distractors "
                "some too, or move it to the rationale"
            )
            yield Remark(key.where, message, item=offer.question.id)
