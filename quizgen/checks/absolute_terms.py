"""Distractors are not all told by an absolute word, such as “always” or “only”, that the key does without.

Hardly anything is so always and everywhere, and students know that; where every distractor claims it and the key does
not, they need know no more. Said only of items where *every* distractor has such a word. Where the authors themselves
speak in absolutes, let the key do so too.

Source: Haladyna, Downing and Rodriguez (2002), guideline 28a (no specific determiners).

Bad:

    distractors:
      - text: Money that is always borrowed
        why: A loan comes after the storm.
      - text: A gift that only the mainland sends
        why: The fund is the island's own.
      - text: A tax that every passenger pays
        why: The money comes from harbor fees.

Good:

    distractors:
      - text: Money that is always borrowed
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

NAME = "absolute-terms"
SEVERITY = Severity.WARNING

_ABSOLUTE = {
    "en": re.compile(
        r"\b(?:always|never|all|every|every(?:one|body|thing)|only|nothing|nobody|no one|none|completely|entirely|"
        r"totally|solely|exclusively|purely|wholly|alone|invariably|absolutely|inevitably|impossible|automatically|guarantees?|"
        r"guaranteed)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:siempre|nunca|jamás|tod[oa]s?|nada|nadie|ningun[oa]?|ningún|únicamente|solamente|sólo|solo|completamente|"
        r"enteramente|totalmente|exclusivamente|absolutamente|inevitablemente|imposible|automáticamente)\b",
        re.IGNORECASE,
    ),
}
_FEWEST = 2  # distractors


def check(course: Course) -> Iterator[Remark]:
    """Complain of each item whose distractors all have such a word, and its keys none."""
    absolute = _ABSOLUTE[course.settings.language]
    for offer in offers(course):
        if len(offer.distractors) < _FEWEST or not absolute.search(offer.distractors[0].text):
            continue
        found = [absolute.search(option.text) for option in offer.distractors]
        if all(found) and not any(absolute.search(key.text) for key in offer.keys):
            words = ", ".join(dict.fromkeys(f"“{match.group().lower()}”" for match in found if match))
            message = (
                f"every distractor has an absolute word ({words}) and the key none, which gives it away: take it out "
                "of some, or let the key have one"
            )
            yield Remark(offer.distractors[0].where, message, item=offer.question.id)
