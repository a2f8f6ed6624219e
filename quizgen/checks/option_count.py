"""A choice has three to five options, a select three to eight.

Two options leave a coin to toss: write a third, or ask with `type: true-false`. More than five (in a select eight) take
more time to read than they are worth, and some are never picked. Three good options do as well as five of which two
are there to fill up.

Source: Haladyna, Downing and Rodriguez (2002), guideline 18 (as many effective options as possible; three are enough).

Bad:

    distractors:
      - text: A loan that is agreed after a storm
        why: A loan comes after the storm.

Good:

    distractors:
      - text: A loan that is agreed after a storm
        why: A loan comes after the storm.
      - text: A gift that the mainland sends
        why: The fund is the island's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.options import offers

NAME = "option-count"
SEVERITY = Severity.WARNING

_FEWEST = 3
_MOST = 5
_MOST_OF_SEVERAL = 8


def check(course: Course) -> Iterator[Remark]:
    """Complain of each item with too few options or too many."""
    for offer in offers(course):
        count, most = len(offer.options), _MOST_OF_SEVERAL if offer.multiple else _MOST
        where, item = offer.question.at("distractors"), offer.question.id
        if count < _FEWEST:
            instead = "" if offer.multiple else ", or ask with `type: true-false`"
            yield Remark(where, f"{count} options leave little but a guess: write a third{instead}", item=item)
        elif count > most:
            yield Remark(where, f"{count} options are more than students weigh: keep the {most} best", item=item)
