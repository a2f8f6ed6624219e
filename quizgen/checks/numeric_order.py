"""Options that are figures stand in order where `shuffle: false` keeps them as they are written.

quizgen puts figures in order by itself, from the smallest to the largest. `shuffle: false` switches this off; figures
written out of order then stay so, and students search for what they should compare. Delete `shuffle: false` (and
`position`), or write the figures in order, up or down.

Source: Haladyna, Downing and Rodriguez (2002), guideline 21 (options in logical or numerical order).

Bad:

    stem: When did the council set up the fund?
    answer: "1999"
    distractors:
      - text: "2007"
        why: In that year the island waited for a loan.
      - text: "1998"
        why: In that year a storm took the pier.
      - text: "2024"
        why: In that year the brief came out.
    evidence:
      - passage: p2
        quote: In 1999, a year after a storm had taken the pier
    shuffle: false
    position: 2

Good:

    stem: When did the council set up the fund?
    answer: "1999"
    distractors:
      - text: "1998"
        why: In that year a storm took the pier.
      - text: "2007"
        why: In that year the island waited for a loan.
      - text: "2024"
        why: In that year the brief came out.
    evidence:
      - passage: p2
        quote: In 1999, a year after a storm had taken the pier
    shuffle: false
    position: 2
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Reorder, Severity
from quizgen.options import Offer, offers
from quizgen.text.figures import ascending

NAME = "numeric-order"
SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Remark]:
    """Complain of each item whose figures are kept out of order."""
    for offer in offers(course):
        order = ascending([option.text for option in offer.options]) if offer.pinned else None
        if order is None or list(order) in (sorted(order), sorted(order, reverse=True)):
            continue
        figures = ", ".join(option.text for option in offer.options)
        message = (
            f"the figures stand out of order ({figures}), and `shuffle: false` keeps them so: delete it, and they are "
            "put in order when built"
        )
        where = offer.question.at("shuffle")
        yield Remark(where, message, item=offer.question.id, edit=_reordered(offer, order))


def _reordered(offer: Offer, order: tuple[int, ...]) -> Reorder | None:
    """The distractors in order, if that puts all options in order, with the key at the place that it has."""
    in_order = [offer.options[index] for index in order]
    if offer.multiple or in_order.index(offer.keys[0]) != offer.options.index(offer.keys[0]):
        return None
    return Reorder(tuple(option.where for option in in_order if not option.correct))
