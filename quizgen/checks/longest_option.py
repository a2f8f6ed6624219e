"""The key is not by far the longest option.

Who knows nothing of the matter picks the longest option, since writers take care to make the key complete and exact.
Said of a key of four words and more where the longest distractor has less than three quarters of its characters and is
shorter by fifteen at least: shorten the key, or say in the distractors as much. Where several options are right, the
shortest of them counts. A name is as long as it is, so a key is passed over in which all but short
words have a capital.

A key that is a little longer is no finding here; that keys are the longest *too often* is a matter of the whole bank.

Source: Haladyna, Downing and Rodriguez (2002), guideline 24 (options of about equal length); the measure is SAQUET's.

Bad:

    answer: Money that the council sets aside before a storm so that repairs can begin at once
    distractors:
      - text: A loan after a storm
        why: A loan comes after the storm.
      - text: A gift from the mainland
        why: The fund is the island's own.
      - text: A tax on ferry tickets
        why: The money comes from harbor fees.

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

from collections.abc import Iterator

from quizgen import markup
from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.options import offers

NAME = "longest-option"
SEVERITY = Severity.WARNING

_LONG = 4  # words
_SHARE = 0.75
_GAP = 15  # characters; “Give Peace a Chance” beside “Imagine” is no flaw


def check(course: Course) -> Iterator[Remark]:
    """Complain of each item whose keys all stand out by their length."""
    for offer in offers(course):
        if not offer.keys or not offer.distractors:
            continue
        key = min(offer.keys, key=lambda option: _length(option.text))
        length, longest = _length(key.text), max(_length(option.text) for option in offer.distractors)
        far = longest < length * _SHARE and longest <= length - _GAP
        if far and len(key.text.split()) >= _LONG and not _is_name(key.text):
            message = (
                f"the key is by far the longest option, {length} characters against {longest} of the longest "
                "distractor, which gives it away: shorten it, or let the distractors say as much"
            )
            yield Remark(key.where, message, item=offer.question.id)


def _length(text: str) -> int:
    return len(markup.plain(text))


def _is_name(text: str) -> bool:
    """Whether every word but short ones has a capital, as in “The Silence of the Lambs”."""
    return all(not word[:1].islower() or len(word) < 4 for word in text.split())
