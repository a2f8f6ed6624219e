"""No option is the only one without a full stop, with a small first letter, or without the “-ing” of all others.

An option that alone looks otherwise is picked, or ruled out, for its looks. Of the many ways not to be parallel these
three are the ones that a rule can tell; whether one option is a clause and another a noun, a reader must see.

The third is said of a key alone (“Consistency” beside “Projecting …”, “Telling …”, “Using …”), and not where its
second word has it (“Openly sharing …”), nor of nouns (“Reduction of debt” beside “Rescheduling of debt”).
The reverse, one “-ing” among other words, is often the subject of a sentence and sound, so nothing is said of it.

Source: Haladyna, Downing and Rodriguez (2002), guideline 23 (options homogeneous in content and grammatical structure).

Bad:

    distractors:
      - text: A loan that is agreed after a storm.
        why: A loan comes after the storm.
      - text: A gift that the mainland sends
        why: The fund is the island's own.
      - text: A tax that ferry passengers pay
        why: The money comes from harbor fees.

Good:

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
from collections.abc import Callable, Iterator, Sequence

from quizgen.course import Course
from quizgen.findings import Remark, Rewrite, Severity
from quizgen.model import Option
from quizgen.options import Offer, offers
from quizgen.text.sentences import sentences

NAME = "parallel-options"
SEVERITY = Severity.WARNING

# What ends in a stop of its own, or in another mark, or speaks of the other options, which is another rule's matter.
_IS_NO_SENTENCE = re.compile(
    r"(?:\b[^\W\d_]|\b(?:etc|vs|a\.m|p\.m)|\b(?-i:[A-Z][a-z]{0,4}))\.$|\.\.$|[^\w.)”\"’'%]$|"
    r"^(?:all|none|both|neither|tod[ao]s|ningun[ao])\b",
    re.IGNORECASE,
)
_PLAIN_WORD = re.compile(r"([a-zà-ÿ]+)(?=[\s,]|$)")
_CODE = re.compile(r"[_=/|()]")
_NO_VERB = r"(?!(?:during|king|spring|string|(?:some|any|every|no)?thing|evening|morning)\b)"
_ING = re.compile(rf"{_NO_VERB}[A-Za-z]{{2,}}ing\b(?! of\b)", re.IGNORECASE)
_ING_SOON = re.compile(rf"(?:[\w’']+[ -])?{_ING.pattern}", re.IGNORECASE)  # “Borrowing”, “Stir frying”


def check(course: Course) -> Iterator[Remark]:
    """Complain of the option that differs from all others in its end, its beginning or its form."""
    for offer in offers(course):
        if len(offer.options) >= 3:
            yield from _stops(offer)
            yield from _capitals(offer)
            if course.settings.language == "en":
                yield from _ings(offer)


def _stops(offer: Offer) -> Iterator[Remark]:
    odd = _odd_one(offer.options, lambda text: text.endswith("."))
    if odd is None or any(_IS_NO_SENTENCE.search(option.text) for option in offer.options):
        return
    has = odd.text.endswith(".")
    if has and len(sentences(odd.text)) > 1:
        return
    text = odd.text[:-1] if has else f"{odd.text}."
    message = "ends in a full stop: delete it" if has else "does not end in a full stop: add one"
    edit = Rewrite(odd.where, text)
    yield Remark(odd.where, f"this option alone {message}, or write all options so", item=offer.question.id, edit=edit)


def _capitals(offer: Offer) -> Iterator[Remark]:
    """A capital alone may be a name's, so only a small letter alone is told, and that of a plain word."""
    small = [option for option in offer.options if option.text[:1].islower()]
    if len(small) != 1 or not all(option.text[:1].isupper() for option in offer.options if option is not small[0]):
        return
    odd = small[0]
    word = _PLAIN_WORD.match(odd.text)
    if word is None or _CODE.search(odd.text) or _is_written_small(word.group(), offer.question.stem):
        return
    message = f"this option alone begins with a small letter: write “{word.group().capitalize()}”, or all options so"
    yield Remark(odd.where, message, item=offer.question.id)


def _is_written_small(word: str, stem: str) -> bool:
    """Whether a word may be one that has no capital, “iptables”: one of weight that the stem writes so too."""
    return len(word) > 3 and re.search(rf"\b{word}\b", stem) is not None


def _ings(offer: Offer) -> Iterator[Remark]:
    if len(offer.keys) > 1 or not all(_ING.match(option.text) for option in offer.distractors):
        return
    for key in offer.keys:
        if not _ING_SOON.match(key.text):
            message = (
                f"every option but the key (“{key.text.split()[0]} …”) begins with an “-ing” word, which sets it "
                "apart: give all options one form"
            )
            yield Remark(key.where, message, item=offer.question.id)


def _odd_one(options: Sequence[Option], has: Callable[[str], bool]) -> Option | None:
    """The one option that has something that no other has, or lacks something that all others have."""
    with_it = [option for option in options if has(option.text)]
    without = [option for option in options if not has(option.text)]
    return with_it[0] if len(with_it) == 1 else without[0] if len(without) == 1 else None
