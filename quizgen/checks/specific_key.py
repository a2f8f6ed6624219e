"""The key is not the only option with a figure or with a remark in parentheses.

Writers make the key exact, and students have learned to pick what is exact. Give the distractors figures or remarks of
their own, or move the detail into the rationale.

Off until a course switches it on: about half of what it finds is as it should be, since a key may need its figure.

Source: Haladyna, Downing and Rodriguez (2002), guidelines 23 and 28d (no conspicuous key).

Bad:

    answer: Money (2.5 percent of harbor fees) that is set aside
    distractors:
      - text: A loan that is agreed with a lender after a storm
        why: A loan comes after the storm.
      - text: A gift that the mainland sends to the council
        why: The fund is the island's own.
      - text: A tax that all passengers of the ferry pay
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
SEVERITY: Severity | None = None

_DETAILS = (("a figure", re.compile(r"\d")), ("a remark in parentheses", re.compile(r"\(.*\)", re.DOTALL)))


def check(course: Course) -> Iterator[Remark]:
    """Complain of each key that alone is exact."""
    for offer in offers(course):
        if len(offer.keys) != 1 or len(offer.distractors) < 2:
            continue
        key = offer.keys[0]
        alone = [
            name
            for name, detail in _DETAILS
            if detail.search(key.text) and not any(detail.search(option.text) for option in offer.distractors)
        ]
        if alone:
            message = f"the key alone has {' and '.join(alone)}: give the distractors some too, or move it to the rationale"
            yield Remark(key.where, message, item=offer.question.id)
