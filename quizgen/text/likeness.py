"""Whether two texts say nearly the same in nearly the same words.

Two stems that have one word put for another ask for different things: `What is the capital of …?` So nothing counts
as alike but another order or form of words, other small words, another spelling, and what one text says over and above
the other.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from quizgen.text import content, folding

_ALIKE = 90
_ENOUGH = 3
_SAME_WORD = 80
_NAME = re.compile(r"\b[^\W\d_a-zñáéíóúü]\w*|\b\w*\d\w*")


def alike(one: str, other: str, language: str = "en") -> bool:
    """Whether two texts say nearly the same: what they assert may still differ in a small word such as `before`."""
    stems, others = content.stem_set(one, language), content.stem_set(other, language)
    if not near(stems, others):
        return False
    more, less = stems - others, others - stems
    if not more and not less and len(stems) >= _ENOUGH:
        return True
    if more and less and (not _spellings(more, less) or (more | less) & _names(f"{one} {other}", language)):
        return False
    first, second = folding.words(one), folding.words(other)
    return fuzz.ratio(first, second) >= _ALIKE or fuzz.token_sort_ratio(first, second) >= _ALIKE


def near(stems: frozenset[str], others: frozenset[str]) -> bool:
    """Whether so few stems stand in one text alone that the two may be alike: a quick test before the exact one."""
    common = len(stems & others)
    return len(stems) - common <= room(len(stems)) and len(others) - common <= room(len(others))


def room(stems: int) -> int:
    """In how many stems at most a text with so many can differ from another and yet be like it."""
    return max(1, stems // 5)


def _spellings(more: frozenset[str], less: frozenset[str]) -> bool:
    """Whether each stem of the one is some stem of the other in another spelling: `organis`, `organiz`."""
    return all(
        any(fuzz.ratio(stem, other) >= _SAME_WORD for other in others)
        for stems, others in ((more, less), (less, more))
        for stem in stems
    )


def _names(text: str, language: str) -> set[str]:
    """The stems of words with a capital letter or a figure, since `Niger` is no spelling of `Nigeria`."""
    return {stem for name in _NAME.findall(text) for stem in content.stems(name, language)}
