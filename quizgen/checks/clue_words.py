"""The stem does not give the key away by its words: none of weight stands in stem and key and in no distractor.

Who knows nothing picks the option that sounds like the question. Said where the whole key, or two words of weight of
it, stand in the question itself, and in none of the distractors: say it otherwise in the stem or the key, or
let distractors echo the stem as well. Words count by their stems (“borrowing”, “borrowed”); figures do not count.

Names and terms that the question cannot do without are echoed too, and a single shared word is often one of these, so
one word alone is no finding.

Source: Haladyna, Downing and Rodriguez (2002), guideline 28b (no clang associations).

Bad:

    stem: What does the brief call money that is saved ahead of a storm?
    answer: Money saved for storms
    distractors:
      - text: A loan from a lender
        why: A loan comes after the storm.
      - text: A gift of the mainland
        why: The fund is the island's own.
      - text: A tax on the ferry
        why: The money comes from harbor fees.

Good:

    stem: What does the brief call a storm fund?
    answer: Money that is set aside early
    distractors:
      - text: A loan from a lender
        why: A loan comes after the storm.
      - text: A gift of the mainland
        why: The fund is the island's own.
      - text: A tax on the ferry
        why: The money comes from harbor fees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.options import Offer, offers
from quizgen.text import content, sentences

NAME = "clue-words"
SEVERITY = Severity.WARNING

_WORD = re.compile(r"[^\W\d_]{5,}(?:[’'-][^\W\d_]+)*")
_PREFIX = 4  # what words of one stem have in common at least: a cheap test before stems are asked for
_FEWEST = 2


def check(course: Course) -> Iterator[Remark]:
    """Complain of each key that echoes the question by itself."""
    language = course.settings.language
    for offer in offers(course):
        if len(offer.keys) != 1:
            continue
        key = offer.keys[0]
        if _is_whole_in_stem(offer):
            message = f"the key “{key.text}” stands in the stem, and no distractor does: who has just read it picks it"
            yield Remark(key.where, message, item=offer.question.id, see=offer.question.at("stem"))
        elif shared := _shared(offer, language):
            words = ", ".join(f"“{word}”" for word in shared)
            message = (
                f"{words} stand in the question and in the key alone: say it otherwise in one of the two, or let the "
                "distractors echo the question too"
            )
            yield Remark(key.where, message, item=offer.question.id, see=offer.question.at("stem"))


def _is_whole_in_stem(offer: Offer) -> bool:
    stem, key = offer.question.stem.casefold(), _bare(offer.keys[0].text)
    return (
        len(key) > 3
        and key in stem
        and not any(character.isdigit() for character in key)
        and re.search(rf"\b{re.escape(key)}\b", stem) is not None
        and not any(_bare(option.text) in stem for option in offer.distractors)
    )


_ARTICLE = re.compile(r"(?:an?|the|el|la|los|las|una?) ")


def _bare(text: str) -> str:
    """An option in small letters, without the article that it begins with."""
    folded = text.casefold()
    article = _ARTICLE.match(folded)
    return folded[article.end() :] if article else folded


def _shared(offer: Offer, language: str) -> tuple[str, ...]:
    """The words of the key that the question has too and that no distractor has, where they are enough for a cue."""
    key = offer.keys[0].text
    prefixes = _prefixes(key) & _prefixes(offer.question.stem)
    for option in offer.distractors:
        if len(prefixes) < _FEWEST:
            return ()
        prefixes -= _prefixes(option.text)
    if len(prefixes) < _FEWEST:
        return ()
    asked = {_stem(word, language) for word in _WORD.findall(sentences.last(offer.question.stem))}
    echoed = {_stem(word, language): word for word in _WORD.findall(key)}
    held = {stem for option in offer.distractors for stem in content.stems(option.text, language)}
    shared = [word for stem, word in echoed.items() if stem and stem in asked and stem not in held]
    return tuple(shared) if len(shared) >= _FEWEST else ()


def _prefixes(text: str) -> set[str]:
    return {word[:_PREFIX] for word in _WORD.findall(text.casefold())}


def _stem(word: str, language: str) -> str:
    """The stem of a word that carries content; empty for others."""
    return next(iter(content.stems(word, language)), "")
