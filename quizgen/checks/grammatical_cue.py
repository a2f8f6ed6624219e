"""No option is ruled out by the “a” or “an” that the stem ends in.

A stem that ends “is called an” leaves only options that begin with a vowel. Write “a(n)”, or move the article into
the options. English only; other cues of grammar, such as a plural verb, need a reader.

Source: Haladyna, Downing and Rodriguez (2002), guideline 28c (no grammatical clues).

Bad:

    stem: "In the brief, what is set aside before a storm is called a"
    answer: fund
    distractors:
      - text: loan
        why: A loan comes after the storm.
      - text: insurance
        why: Rey would rather insure the pier; the fund is something else.

Good:

    stem: "In the brief, what is set aside before a storm is called a"
    answer: fund
    distractors:
      - text: loan
        why: A loan comes after the storm.
      - text: gift
        why: The fund is the island's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.options import offers
from quizgen.text.articles import takes_an

NAME = "grammatical-cue"
SEVERITY = Severity.WARNING

_ENDS_IN_ARTICLE = re.compile(r"(?<![\w.])(an?)[\s*]*(?:_{2,}|\[blank\])?[\s.:…?]*$")
_DETERMINED = re.compile(r"(?:an?|the|some|any|no|his|her|its|their)\b", re.IGNORECASE)


def check(course: Course) -> Iterator[Remark]:
    """Complain of each stem whose article fits the key and not every distractor."""
    if course.settings.language != "en":
        return
    for offer in offers(course):
        ending = _ENDS_IN_ARTICLE.search(offer.question.stem)
        if ending is None or any(_DETERMINED.match(option.text) for option in offer.options):
            continue
        an = ending.group(1) == "an"
        ruled_out = [option for option in offer.distractors if takes_an(option.text) != an]
        if ruled_out and any(takes_an(key.text) == an for key in offer.keys):
            message = (
                f"the stem ends in “{ending.group(1)}”, which rules out “{ruled_out[0].text}”: write “a(n)”, or move "
                "the article into the options"
            )
            yield Remark(offer.question.at("stem"), message, item=offer.question.id)
